// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The line above the chat: its title, and what concerns the window as a whole.
import QtQuick
import QtQuick.Layouts
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

Rectangle {
    id: root

    required property ActionModel actions
    required property ChatController chat
    required property ChatsController chats
    required property Settings settings
    required property bool sidebarDocked
    required property bool panelFits

    function renameChat(): void {
        title.rename();
    }

    implicitHeight: Metrics.headerHeight
    color: Theme.window

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: root.sidebarDocked ? Metrics.space20 : Metrics.space12
        anchors.rightMargin: Metrics.space12
        spacing: Metrics.space8

        IconButton {
            objectName: "sidebarButton"
            visible: !root.sidebarDocked
            iconPath: Icons.menu
            tip: qsTr("Models and chats", "button that opens the sidebar in a narrow window")
            onClicked: root.actions.trigger(ActionModel.ShowSidebar)
        }
        ChatTitle {
            id: title

            Layout.fillWidth: true
            actions: root.actions
            chat: root.chat
            chats: root.chats
        }
        Badge {
            visible: root.chat.current.temporary
            text: qsTr("Temporary", "mark on a chat that is not stored")
        }
        IconButton {
            visible: !root.sidebarDocked
            framed: true
            iconPath: Icons.plus
            tip: qsTr("New chat (Ctrl+N)", "button")
            onClicked: root.chat.newChat()
        }
        IconButton {
            visible: root.width > 560
            framed: true
            iconPath: Icons.search
            tip: qsTr("Find in this chat (Ctrl+F)", "button")
            enabled: root.chat.current.messages.count > 0
            onClicked: root.actions.trigger(ActionModel.FindInChat)
        }
        IconButton {
            framed: true
            iconPath: Icons.sliders
            tip: qsTr("Settings of this chat", "button that opens a dialog")
            onClicked: root.actions.trigger(ActionModel.ShowChatSettings)
        }
        IconButton {
            framed: true
            iconPath: Icons.files
            tip: qsTr("Files in this chat", "button that opens a dialog")
            enabled: root.chat.current.messages.count > 1
            onClicked: root.actions.trigger(ActionModel.ShowChatFiles)
        }
        IconButton {
            visible: root.panelFits
            framed: true
            iconPath: Icons.panel
            ink: root.settings.panelVisible ? Theme.text : Theme.textMuted
            tip: root.settings.panelVisible ? qsTr("Hide the figures (F9)", "button") : qsTr("Show the figures (F9)", "button")
            onClicked: root.settings.panelVisible = !root.settings.panelVisible
        }
        IconButton {
            id: menuButton

            objectName: "menuButton"
            framed: true
            iconPath: Icons.more
            tip: qsTr("Menu", "button that opens the menu of the window")
            onClicked: menu.visible ? menu.close() : menu.open()
            Accessible.role: Accessible.ButtonMenu

            AppMenu {
                id: menu

                y: menuButton.height + Metrics.space4
                x: menuButton.mirrored ? 0 : menuButton.width - width

                AppMenuItem {
                    iconPath: Icons.folder
                    text: qsTr("Open model…", "menu")
                    hint: qsTr("Ctrl+O", "shortcut shown in a menu")
                    onTriggered: root.actions.trigger(ActionModel.OpenModel)
                }
                AppMenuItem {
                    iconPath: Icons.cube
                    text: qsTr("Switch model…", "menu")
                    hint: qsTr("Ctrl+Shift+M", "shortcut shown in a menu")
                    onTriggered: root.actions.trigger(ActionModel.ChooseModel)
                }
                AppMenuItem {
                    iconPath: Icons.search
                    text: qsTr("Models on this computer", "menu")
                    hint: qsTr("Ctrl+M", "shortcut shown in a menu")
                    onTriggered: root.actions.trigger(ActionModel.ShowLibrary, true)
                }
                AppMenuItem {
                    iconPath: Icons.plus
                    text: qsTr("New chat", "menu")
                    hint: qsTr("Ctrl+N", "shortcut shown in a menu")
                    onTriggered: root.chat.newChat()
                }
                AppMenuItem {
                    iconPath: Icons.clock
                    text: qsTr("New temporary chat", "menu: a chat that is not stored")
                    hint: qsTr("Ctrl+Shift+N", "shortcut shown in a menu")
                    onTriggered: root.chat.newTemporaryChat()
                }
                AppMenuSeparator {}
                AppMenuItem {
                    iconPath: Icons.display
                    text: qsTr("Colours of the system", "menu: which colour scheme")
                    checkable: true
                    checked: root.settings.colorScheme === Settings.System
                    onTriggered: root.settings.colorScheme = Settings.System
                }
                AppMenuItem {
                    iconPath: Icons.sun
                    text: qsTr("Light", "menu: which colour scheme")
                    checkable: true
                    checked: root.settings.colorScheme === Settings.Light
                    onTriggered: root.settings.colorScheme = Settings.Light
                }
                AppMenuItem {
                    iconPath: Icons.moon
                    text: qsTr("Dark", "menu: which colour scheme")
                    checkable: true
                    checked: root.settings.colorScheme === Settings.Dark
                    onTriggered: root.settings.colorScheme = Settings.Dark
                }
                AppMenuSeparator {}
                AppMenuItem {
                    iconPath: Icons.settings
                    text: qsTr("Settings…", "menu")
                    hint: qsTr("Ctrl+,", "shortcut shown in a menu")
                    onTriggered: root.actions.trigger(ActionModel.ShowSettings)
                }
                AppMenuItem {
                    iconPath: Icons.keyboard
                    text: qsTr("Keyboard shortcuts", "menu")
                    hint: qsTr("F1", "shortcut shown in a menu")
                    onTriggered: root.actions.trigger(ActionModel.ShowShortcuts)
                }
                AppMenuItem {
                    iconPath: Icons.quit
                    text: qsTr("Quit", "menu")
                    hint: qsTr("Ctrl+Q", "shortcut shown in a menu")
                    onTriggered: root.actions.trigger(ActionModel.Quit)
                }
            }
        }
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 1
        color: Theme.border
    }
}
