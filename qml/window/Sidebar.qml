// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The left column: the mark, a new chat, search, the chats (or what was found, or the trash), and the model in use.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

Rectangle {
    id: root

    objectName: "sidebar"

    required property ActionModel actions
    required property ChatController chat
    required property ChatsController chats
    required property ModelController models

    property bool trashShown: false

    signal chosen
    signal departed // one of these led elsewhere

    function focusSearch(): void {
        trashShown = false;
        field.forceActiveFocus(Qt.ShortcutFocusReason);
        field.selectAll();
    }

    color: Theme.side
    onChosen: departed()

    Connections {
        target: root.actions

        function onTriggered(action: int, payload: var): void {
            if (action === ActionModel.SearchChats)
                root.focusSearch();
        }
    }
    Rectangle {
        anchors.right: parent.right
        width: 1
        height: parent.height
        color: Theme.border
    }
    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Metrics.space12
        spacing: Metrics.space8

        RowLayout {
            Layout.leftMargin: Metrics.space4 + 2
            Layout.preferredHeight: Metrics.controlHeightLarge
            spacing: Metrics.space8

            Wordmark {}
            Label {
                Layout.fillWidth: true
                text: qsTr("Vibrant", "name of the app")
                font: Typography.title
                Accessible.role: Accessible.Heading
            }
            IconButton {
                framed: true
                iconPath: Icons.keyboard
                tip: qsTr("Keyboard shortcuts (F1)", "button")
                onClicked: {
                    root.departed();
                    root.actions.trigger(ActionModel.ShowShortcuts);
                }
            }
        }
        PrimaryButton {
            objectName: "newChatButton"
            Layout.fillWidth: true
            iconPath: Icons.plus
            text: qsTr("New chat", "button")
            onClicked: {
                root.chat.newChat();
                root.chosen();
            }
        }
        LineField {
            id: field

            objectName: "searchField"
            Layout.fillWidth: true
            visible: !root.trashShown
            iconPath: Icons.search
            placeholderText: qsTr("Search all chats", "placeholder of a field")
            text: root.chats.search.query
            onTextEdited: root.chats.search.query = text
            Keys.onEscapePressed: {
                root.chats.search.query = "";
                root.chosen();
            }
            Keys.onDownPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
            Keys.onReturnPressed: {
                if (root.chats.search.count > 0)
                    nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason);
            }
        }
        Loader {
            Layout.fillWidth: true
            Layout.fillHeight: true
            sourceComponent: root.trashShown ? trashPage : root.chats.search.active ? results : list
        }
        UndoToast {
            Layout.fillWidth: true
            chats: root.chats
        }
        TextButton {
            visible: !root.trashShown
            iconPath: Icons.trash
            text: qsTr("Trash", "button that shows the deleted chats")
            onClicked: root.trashShown = true
        }
        ModelCard {
            Layout.fillWidth: true
            actions: root.actions
            models: root.models
        }
    }

    Component {
        id: list

        ChatList {
            actions: root.actions
            chat: root.chat
            chats: root.chats
            onChosen: root.chosen()
        }
    }
    Component {
        id: results

        SearchResults {
            chat: root.chat
            search: root.chats.search
            onChosen: root.chosen()
        }
    }
    Component {
        id: trashPage

        TrashPage {
            chats: root.chats
            onClosed: root.trashShown = false
        }
    }
}
