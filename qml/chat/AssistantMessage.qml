// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// An answer: its blocks, then how it ended, then its figures and actions.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

Column {
    id: root

    required property ChatController chat
    required property StatusController status
    required property int row
    required property BlockModel blocks
    required property int messageState
    required property string footer
    required property string errorText
    required property bool last

    property bool raw: false // the characters it is made of
    readonly property bool narrow: width < 480
    readonly property bool running: messageState === MessageModel.Waiting || messageState === MessageModel.Streaming

    spacing: Metrics.space12

    WaitingRow {
        width: parent.width
        visible: root.messageState === MessageModel.Waiting
        chat: root.chat
        status: root.status
    }
    Loader {
        width: parent.width
        active: root.raw
        visible: active
        sourceComponent: RawView {
            source: root.chat.messages.copyText(root.row)
        }
    }
    Column {
        objectName: "answerBlocks"
        width: parent.width
        visible: blockRepeater.count > 0 && !root.raw

        Repeater {
            id: blockRepeater

            model: root.blocks

            BlockDelegate {
                width: root.width
                blocks: root.blocks
                streaming: root.messageState === MessageModel.Streaming && index === blockRepeater.count - 1
            }
        }
    }
    Banner {
        width: parent.width
        visible: root.messageState === MessageModel.Failed
        tone: Banner.Danger
        title: blockRepeater.count > 0 ? qsTr("The answer broke off here", "title above an error in the middle of an answer")
                                       : qsTr("There is no answer", "title above an error before any text arrived")
        text: root.errorText

        QuietButton {
            visible: root.last
            enabled: root.chat.canRegenerate
            text: qsTr("Try again", "button that asks for the answer once more")
            iconPath: Icons.refresh
            onClicked: root.chat.regenerate()
        }
    }
    Banner {
        width: parent.width
        visible: root.messageState === MessageModel.LengthReached
        tone: Banner.Warning
        title: qsTr("The context is full", "title below an answer that was cut because no tokens are left")
        text: qsTr("The answer stops here because the model cannot look at more text at once. A new chat starts with an empty context.",
                   "explanation below an answer that was cut")

        QuietButton {
            visible: root.last
            text: qsTr("New chat", "button")
            iconPath: Icons.plus
            onClicked: root.chat.newChat()
        }
    }
    RowLayout {
        width: parent.width
        visible: !root.running
        spacing: Metrics.space4

        Badge {
            visible: root.messageState === MessageModel.Stopped
            Layout.rightMargin: Metrics.space4
            text: qsTr("Stopped", "mark on an answer that the user stopped")
        }
        Label {
            Layout.fillWidth: true
            text: root.footer
            font: Typography.caption
            color: Theme.textMuted
            wrapMode: Text.Wrap
        }
        TextButton {
            visible: !root.running && blockRepeater.count > 0
            iconPath: Icons.code
            iconInk: root.raw ? Theme.accent : ink
            text: root.narrow ? "" : root.raw ? qsTr("Formatted", "button that shows an answer as text again") : qsTr("Source", "button that shows the characters of an answer")
            Accessible.name: root.raw ? qsTr("Show formatted", "accessible name of a button below an answer") : qsTr("Show source", "accessible name of a button below an answer")
            onClicked: root.raw = !root.raw
        }
        TextButton {
            id: copy

            property bool done: false

            iconPath: done ? Icons.check : Icons.copy
            iconInk: done ? Theme.good : ink
            text: root.narrow ? "" : done ? qsTr("Copied", "feedback after copying an answer") : qsTr("Copy", "button that copies an answer")
            Accessible.name: done ? qsTr("Copied", "feedback after copying an answer") : qsTr("Copy answer", "accessible name of the button that copies an answer")
            onClicked: {
                root.chat.copyMessage(root.row);
                done = true;
                feedback.restart();
                Accessible.announce(qsTr("Copied", "feedback after copying an answer"));
            }

            Timer {
                id: feedback

                interval: Metrics.durationFeedback
                onTriggered: copy.done = false
            }
        }
        TextButton {
            visible: root.last && root.messageState !== MessageModel.Failed
            enabled: root.chat.canRegenerate
            iconPath: Icons.refresh
            text: root.narrow ? "" : qsTr("Regenerate", "button that asks for the answer once more")
            Accessible.name: qsTr("Regenerate", "button that asks for the answer once more")
            onClicked: root.chat.regenerate()
        }
    }
}
