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
    required property int version
    required property int versionCount
    required property string details

    property bool editing: false
    property bool raw: false // the characters it is made of
    readonly property bool found: blocks !== null && ChatFinder.blocks === blocks // a search is in here
    readonly property bool narrow: width < 480
    readonly property bool running: messageState === MessageModel.Waiting || messageState === MessageModel.Streaming

    spacing: Metrics.space12
    onFoundChanged: raw = raw && !found // in the text that is read

    WaitingRow {
        width: parent.width
        visible: root.messageState === MessageModel.Waiting
        chat: root.chat
        status: root.status
    }
    Loader {
        width: parent.width
        active: root.editing
        visible: active
        sourceComponent: MessageEditor {
            original: root.chat.messages.copyText(root.row)
            acceptText: qsTr("Keep", "button: keeps the changed answer")
            onAccepted: text => {
                root.editing = false;
                root.chat.editAnswer(root.row, text);
            }
            onCancelled: root.editing = false
        }
    }
    Loader {
        width: parent.width
        active: root.raw && !root.editing
        visible: active
        sourceComponent: RawView {
            source: root.chat.messages.copyText(root.row)
        }
    }
    Column {
        objectName: "answerBlocks"
        width: parent.width
        visible: blockRepeater.count > 0 && !root.raw && !root.editing

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
    AnswerActions {
        width: parent.width
        visible: !root.running && !root.editing
        chat: root.chat
        row: root.row
        messageState: root.messageState
        footer: root.footer
        details: root.details
        last: root.last
        version: root.version
        versionCount: root.versionCount
        filled: blockRepeater.count > 0
        raw: root.raw
        onRawToggled: root.raw = !root.raw
        onEditRequested: root.editing = true
    }
}
