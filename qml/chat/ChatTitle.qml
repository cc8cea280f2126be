// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What the chat that is shown is called, changed in place, and beside it the menu of what can be done with it.
import QtQuick
import QtQuick.Layouts
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

RowLayout {
    id: root

    required property ActionModel actions
    required property ChatController chat
    required property ChatsController chats

    property bool renaming: false

    function rename(): void {
        if (chat.current.temporary || chat.current.messages.count === 0)
            return;
        renaming = true;
        field.text = chat.current.title;
        field.selectAll();
        field.forceActiveFocus(Qt.OtherFocusReason);
    }

    function endRename(keep: bool): void {
        if (!renaming)
            return;
        renaming = false;
        if (keep)
            chats.rename(chat.current.chatId, field.text);
        menuButton.forceActiveFocus(Qt.OtherFocusReason);
    }

    spacing: Metrics.space4

    Connections {
        target: root.chat

        function onCurrentChanged(): void {
            root.renaming = false;
        }
    }
    Label {
        Layout.fillWidth: true
        Layout.maximumWidth: Math.ceil(implicitWidth)
        visible: !root.renaming
        text: root.chat.current.title.length > 0 ? root.chat.current.title : qsTr("New chat", "title of a conversation without messages")
        font: Typography.title
        Accessible.role: Accessible.Heading

        TapHandler {
            onDoubleTapped: root.rename()
        }
    }
    LineField {
        id: field

        objectName: "titleField"
        Layout.fillWidth: true
        visible: root.renaming
        implicitHeight: Metrics.iconTarget
        Accessible.name: qsTr("New name of the chat", "accessible name of a field")
        Keys.onReturnPressed: root.endRename(true)
        Keys.onEnterPressed: root.endRename(true)
        Keys.onEscapePressed: root.endRename(false)
        onActiveFocusChanged: {
            if (!activeFocus)
                root.endRename(true);
        }
    }
    IconButton {
        id: menuButton

        objectName: "chatMenuButton"
        visible: root.chat.current.messages.count > 0
        iconPath: Icons.chevronDown
        tip: qsTr("Menu of this chat", "button: rename, pin, export…")
        onClicked: menu.visible ? menu.close() : menu.open()
        Accessible.role: Accessible.ButtonMenu

        ChatMenu {
            id: menu

            objectName: "chatMenu"
            y: menuButton.height + Metrics.space4
            x: menuButton.mirrored ? menuButton.width - width : 0
            actions: root.actions
            chats: root.chats
            chatId: root.chat.current.chatId
            stored: !root.chat.current.temporary
            ofRow: false
            onAboutToShow: pinned = root.chats.isPinned(chatId)
            onRenameRequested: root.rename()

            AppMenuSeparator {}
            AppMenuItem {
                iconPath: Icons.folder
                text: qsTr("Import chats…", "menu: from a file")
                onTriggered: root.actions.trigger(ActionModel.ImportChats)
            }
            AppMenuItem {
                iconPath: Icons.save
                text: qsTr("Export all chats…", "menu: into one file")
                onTriggered: root.actions.trigger(ActionModel.ExportChats)
            }
        }
    }
    Item {
        Layout.fillWidth: true
        visible: !root.renaming
    }
}
