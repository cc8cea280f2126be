// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Before the first token: what is being done, how far it is, and how long it will take.
import QtQuick
import QtQuick.Layouts
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

RowLayout {
    id: root

    required property ChatController chat
    required property StatusController status

    readonly property bool reading: chat.current.phase === ChatPhase.Prefill

    spacing: Metrics.space12

    StreamCursor {}
    Label {
        text: root.reading ? qsTr("Reading the prompt", "the model works on the question, before it answers")
            : root.chat.current.phase === ChatPhase.Queued ? qsTr("Waits for the answer of another chat", "state of a sent message") : root.status.phaseText
        color: Theme.textMuted
    }
    GaugeBar {
        Layout.preferredWidth: 120
        visible: root.reading
        name: qsTr("Prompt read", "accessible name of the progress of reading the prompt")
        value: root.status.prefillProgress
    }
    Label {
        Layout.fillWidth: true
        visible: root.reading
        text: root.status.prefillTimeLeftText.length > 0 ? root.status.prefillTimeLeftText : root.status.prefillText
        color: Theme.textMuted
        font: Typography.caption
    }
    Item {
        Layout.fillWidth: !root.reading
    }
}
