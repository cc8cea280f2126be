// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What can be done with one chat.
import QtQuick
import Vibrant.Components
import Vibrant.Core

AppMenu {
    id: root

    required property ConversationsController chats

    property real chatId: 0
    property bool pinned: false

    signal renameRequested
    signal exportRequested(format: int)

    AppMenuItem {
        iconPath: Icons.edit
        text: qsTr("Rename", "menu of a chat")
        hint: qsTr("F2", "a key")
        onTriggered: root.renameRequested()
    }
    AppMenuItem {
        iconPath: Icons.pin
        text: root.pinned ? qsTr("Unpin", "menu of a chat") : qsTr("Pin", "menu of a chat: keep it on top")
        onTriggered: root.chats.setPinned(root.chatId, !root.pinned)
    }
    AppMenuItem {
        iconPath: Icons.copy
        text: qsTr("Duplicate", "menu of a chat")
        onTriggered: root.chats.duplicate(root.chatId)
    }
    AppMenuSeparator {}
    AppMenuItem {
        iconPath: Icons.save
        text: qsTr("Export as Markdown…", "menu of a chat")
        onTriggered: root.exportRequested(ConversationsController.Markdown)
    }
    AppMenuItem {
        iconPath: Icons.save
        text: qsTr("Export as web page…", "menu of a chat")
        onTriggered: root.exportRequested(ConversationsController.Html)
    }
    AppMenuItem {
        iconPath: Icons.save
        text: qsTr("Export as JSON…", "menu of a chat: with all versions")
        onTriggered: root.exportRequested(ConversationsController.Json)
    }
    AppMenuSeparator {}
    AppMenuItem {
        iconPath: Icons.trash
        text: qsTr("Move to trash", "menu of a chat")
        hint: qsTr("Del", "a key")
        onTriggered: root.chats.moveToTrash(root.chatId)
    }
}
