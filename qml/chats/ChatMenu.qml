// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What can be done with one chat.
import QtQuick
import Vibrant.Components
import Vibrant.Core

AppMenu {
    id: root

    required property ActionModel actions
    required property ChatsController chats

    property real chatId: 0
    property bool pinned: false
    property bool stored: true // a temporary chat can be exported only
    property bool ofRow: true // of the list, where keys do the same

    signal renameRequested

    AppMenuItem {
        enabled: root.stored
        iconPath: Icons.edit
        text: qsTr("Rename", "menu of a chat")
        hint: root.ofRow ? qsTr("F2", "a key") : ""
        onTriggered: root.renameRequested()
    }
    AppMenuItem {
        enabled: root.stored
        iconPath: Icons.pin
        text: root.pinned ? qsTr("Unpin", "menu of a chat") : qsTr("Pin", "menu of a chat: keep it on top")
        onTriggered: root.chats.setPinned(root.chatId, !root.pinned)
    }
    AppMenuItem {
        enabled: root.stored
        iconPath: Icons.copy
        text: qsTr("Duplicate", "menu of a chat")
        onTriggered: root.chats.duplicate(root.chatId)
    }
    AppMenuSeparator {}
    AppMenuItem {
        iconPath: Icons.save
        text: qsTr("Export as Markdown…", "menu of a chat")
        onTriggered: root.actions.trigger(ActionModel.ExportMarkdown, root.chatId)
    }
    AppMenuItem {
        iconPath: Icons.save
        text: qsTr("Export as web page…", "menu of a chat")
        onTriggered: root.actions.trigger(ActionModel.ExportHtml, root.chatId)
    }
    AppMenuItem {
        iconPath: Icons.save
        text: qsTr("Export as JSON…", "menu of a chat: with all versions")
        onTriggered: root.actions.trigger(ActionModel.ExportJson, root.chatId)
    }
    AppMenuSeparator {}
    AppMenuItem {
        enabled: root.stored
        iconPath: Icons.trash
        text: qsTr("Move to trash", "menu of a chat")
        hint: root.ofRow ? qsTr("Del", "a key") : ""
        onTriggered: root.chats.moveToTrash(root.chatId)
    }
}
