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

    required property ActionModel actions
    required property ChatController chat
    required property StatusController status
    required property int row
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

    property bool editing: false
    property bool raw: false // the characters it is made of
    property bool detailed: false // with its figures, model and seed
    readonly property bool failed: messageState === MessageState.Failed || messageState === MessageState.TooLong
    readonly property bool found: blocks !== null && ChatFinder.blocks === blocks // a search is in here
    readonly property bool narrow: width < 480
    readonly property bool running: messageState === MessageState.Partial

    spacing: Metrics.space12
    onFoundChanged: raw = raw && !found // in the text that is read

    WaitingRow {
        width: parent.width
        visible: root.waiting
        chat: root.chat
        status: root.status
    }
    Loader {
        width: parent.width
        active: root.editing
        visible: active
        sourceComponent: MessageEditor {
            original: root.chat.current.messages.copyText(root.row)
            acceptText: qsTr("Keep", "button: keeps the changed answer")
            onAccepted: text => {
                root.editing = false;
                root.chat.current.editAnswer(root.row, text);
            }
            onCancelled: root.editing = false
        }
    }
    Loader {
        width: parent.width
        active: root.raw && !root.editing
        visible: active
        sourceComponent: RawView {
            source: root.chat.current.messages.copyText(root.row)
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
                actions: root.actions
                blocks: root.blocks
                streaming: root.running && !root.waiting && index === blockRepeater.count - 1
            }
        }
    }
    HiddenNotice {
        width: parent.width
        visible: root.blocks?.hidesText ?? false
    }
    Banner {
        width: parent.width
        visible: root.failed
        tone: Banner.Danger
        title: blockRepeater.count > 0 ? qsTr("The answer broke off here", "title above an error in the middle of an answer")
                                       : qsTr("There is no answer", "title above an error before any text arrived")
        text: root.errorText

        QuietButton {
            visible: root.last && root.messageState === MessageState.TooLong
            text: qsTr("Choose what fits…", "button: what the model may forget")
            onClicked: root.actions.trigger(ActionModel.ChooseWhatFits)
        }
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
        visible: root.messageState === MessageState.LengthReached
        tone: Banner.Warning
        title: qsTr("The context is full", "title below an answer that was cut because no tokens are left")
        text: qsTr("The answer stops here because the model cannot look at more text at once. Leave out earlier messages, or begin a new chat with an empty context.",
                   "explanation below an answer that was cut")

        QuietButton {
            visible: root.last
            text: qsTr("Choose what fits…", "button: what the model may forget")
            onClicked: root.actions.trigger(ActionModel.ChooseWhatFits)
        }
        QuietButton {
            visible: root.last
            text: qsTr("New chat", "button")
            iconPath: Icons.plus
            onClicked: root.chat.newChat()
        }
    }
    Banner {
        width: parent.width
        visible: root.messageState === MessageState.LimitReached
        text: qsTr("The answer stops here because it has as many tokens as the settings of this chat allow.", "explanation below an answer that was cut")
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
        continuable: root.continuable && root.chat.canRegenerate
        version: root.version
        versionCount: root.versionCount
        filled: blockRepeater.count > 0
        raw: root.raw
        detailed: root.detailed
        onRawToggled: root.raw = !root.raw
        onDetailsToggled: root.detailed = !root.detailed
        onEditRequested: root.editing = true
    }
    Loader {
        width: parent.width
        active: root.detailed && !root.running && !root.editing
        visible: active
        sourceComponent: TextBlock {
            source: root.details
            plain: true
            font: Typography.caption
            color: Theme.textMuted
            activeFocusOnTab: true
            Accessible.name: qsTr("Details of the answer: %1", "read out; %1 is figures, one line each").arg(root.details)
        }
    }
}
