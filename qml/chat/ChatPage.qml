// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The middle column: header, what needs attention, the chat or an invitation, and the composer.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

Rectangle {
    id: root

    required property ModelController models
    required property ModelLibrary library
    required property ChatController chat
    required property ChatsController chats
    required property ActionModel actions
    required property StatusController status
    required property Settings settings
    required property bool sidebarDocked
    required property bool panelDocked
    required property bool panelFits

    readonly property bool empty: chat.current.messages.count === 0
    readonly property real columnWidth: Math.min(Metrics.columnWidth, width - 2 * Metrics.space20)

    function find(): void {
        findBar.show();
    }

    function focusComposer(): void {
        composer.focusInput();
    }

    function renameChat(): void {
        header.renameChat();
    }

    function jumpToEnd(): void {
        messageList.jumpToEnd();
    }

    color: Theme.window

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        ChatHeader {
            id: header

            Layout.fillWidth: true
            actions: root.actions
            chat: root.chat
            chats: root.chats
            settings: root.settings
            sidebarDocked: root.sidebarDocked
            panelFits: root.panelFits
        }
        FindBar {
            id: findBar

            Layout.fillWidth: true
            chat: root.chat
            onPlaceRequested: messageList.showFound()
            onClosed: {
                messageList.unmark();
                root.focusComposer();
            }
        }
        SummaryLine {
            Layout.fillWidth: true
            visible: !root.panelDocked && root.models.ready
            status: root.status
        }
        PageBanners {
            Layout.alignment: Qt.AlignHCenter
            Layout.fillHeight: false
            Layout.preferredWidth: root.columnWidth
            Layout.maximumWidth: root.columnWidth
            actions: root.actions
            models: root.models
            chats: root.chats
            empty: root.empty
            sidebarDocked: root.sidebarDocked
        }
        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true

            MessageList {
                id: messageList

                anchors.fill: parent
                visible: !root.empty
                actions: root.actions
                chat: root.chat
                status: root.status
                onTyped: text => composer.type(text)
            }
            Flickable {
                anchors.fill: parent
                visible: root.empty
                contentHeight: Math.max(height, invitation.height + 2 * Metrics.space20)
                boundsBehavior: Flickable.StopAtBounds
                interactive: contentHeight > height
                clip: true
                T.ScrollBar.vertical: ThinScrollBar {}

                Loader {
                    id: invitation

                    anchors.centerIn: parent
                    width: root.columnWidth
                    active: root.empty
                    sourceComponent: root.models.ready ? emptyChat : firstStart
                }
            }
        }
        Rectangle {
            Layout.fillWidth: true
            implicitHeight: foot.implicitHeight + Metrics.space16
            color: Theme.window

            ColumnLayout {
                id: foot

                anchors.horizontalCenter: parent.horizontalCenter
                width: root.columnWidth
                spacing: Metrics.space8

                Banner {
                    Layout.fillWidth: true
                    visible: root.chat.notice.length > 0
                    tone: Banner.Warning
                    text: root.chat.notice
                    dismissible: true
                    onDismissed: root.chat.dismissNotice()
                }
                Composer {
                    id: composer

                    Layout.fillWidth: true
                    actions: root.actions
                    settings: root.settings
                    chat: root.chat
                    models: root.models
                    status: root.status
                }
            }
        }
    }

    Component {
        id: emptyChat

        EmptyChat {
            chat: root.chat
            models: root.models
            onPromptChosen: root.focusComposer()
        }
    }
    Component {
        id: firstStart

        FirstStart {
            actions: root.actions
            models: root.models
            library: root.library
            compact: root.height < 640
        }
    }
}
