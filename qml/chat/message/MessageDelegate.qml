// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// One message in the middle column, the user's or the model's.
pragma ComponentBehavior: Bound

import QtQuick
import Vibrant.Core
import Vibrant.Theme

Item {
    id: root

    required property ActionModel actions
    required property ChatController chat
    required property StatusController status

    required property int index
    required property int author
    required property string sourceText
    required property BlockModel blocks
    required property int messageState
    required property bool waiting
    required property string footer
    required property string errorText
    required property bool last
    required property bool continuable
    required property int version
    required property int versionCount
    required property string details
    required property list<string> attachments
    required property bool hidesText
    property bool marked: false // a search led here

    readonly property real lead: viewStart.active ? 36 : 0 // of the message, below the line

    signal pressed

    implicitHeight: lead + content.height + (author === MessageModel.User ? Metrics.space12 : Metrics.space28)

    Accessible.role: Accessible.ListItem
    Accessible.name: author === MessageModel.User ? qsTr("Your message", "read out for an entry of the conversation") : qsTr("Answer", "read out for an entry of the conversation")

    // The list is dragged by fingers only: a mouse beside the text must not throw the chat about.
    MouseArea {
        anchors.fill: parent
        preventStealing: true
        onPressed: mouse => {
            mouse.accepted = mouse.source === Qt.MouseEventNotSynthesized;
            if (mouse.accepted)
                root.pressed();
        }
    }

    Rectangle {
        x: content.x - Metrics.space16
        width: 3
        height: content.height
        radius: 1.5
        visible: root.marked
        color: Theme.accent
    }
    Loader {
        id: viewStart

        anchors.horizontalCenter: parent.horizontalCenter
        width: content.width
        height: 28
        active: root.index > 0 && root.chat.current.messages.viewStart === root.index
        sourceComponent: ViewStartLine {}
    }
    Loader {
        id: content

        y: root.lead
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(Metrics.columnWidth, parent.width - 2 * Metrics.space20)
        sourceComponent: root.author === MessageModel.User ? userMessage : assistantMessage
    }

    Component {
        id: userMessage

        UserMessage {
            chat: root.chat
            row: root.index
            version: root.version
            versionCount: root.versionCount
            attachments: root.attachments
            hidesText: root.hidesText
            text: root.sourceText
        }
    }
    Component {
        id: assistantMessage

        AssistantMessage {
            actions: root.actions
            chat: root.chat
            status: root.status
            row: root.index
            blocks: root.blocks
            messageState: root.messageState
            waiting: root.waiting
            footer: root.footer
            errorText: root.errorText
            last: root.last
            continuable: root.continuable
            version: root.version
            versionCount: root.versionCount
            details: root.details
        }
    }
}
