// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The big figure: how fast the answer comes, or how far the prompt is read.
import QtQuick
import QtQuick.Layouts
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

Card {
    id: root

    required property ChatController chat
    required property StatusController status

    readonly property bool reading: chat.current.phase === ChatPhase.Prefill
    readonly property bool known: reading || status.tokensPerSecond > 0

    spacing: Metrics.space4

    SectionLabel {
        text: root.status.phaseText
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Metrics.space8

        Label {
            text: root.reading ? root.status.prefillPercentText : root.status.tokensPerSecondText
            font: root.known ? Typography.figure : Typography.figureIdle
            color: root.known ? Theme.text : Theme.textFaint
            Accessible.name: root.reading ? qsTr("%1 of the prompt read", "read out").arg(text) : qsTr("%1 tokens per second", "read out").arg(text)
        }
        Label {
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignBaseline
            text: root.reading ? qsTr("of the prompt", "after a share like 42 %") : qsTr("tokens / s", "unit after a big figure")
            color: Theme.textMuted
            wrapMode: Text.Wrap
            Accessible.ignored: true
        }
    }
    GaugeBar {
        Layout.fillWidth: true
        Layout.topMargin: Metrics.space4
        Layout.bottomMargin: Metrics.space4
        visible: root.reading
        name: qsTr("Prompt read", "accessible name of the progress of reading the prompt")
        value: root.status.prefillProgress
    }
    Sparkline {
        Layout.fillWidth: true
        Layout.topMargin: Metrics.space4
        Layout.bottomMargin: Metrics.space8
        visible: !root.reading
        name: qsTr("Tokens per second over time", "accessible name of a small chart")
        values: root.status.speedHistory
    }
    FigureRow {
        Layout.fillWidth: true
        visible: root.reading
        label: qsTr("Prompt", "label of a figure: tokens read of the prompt")
        value: root.status.prefillText
    }
    FigureRow {
        Layout.fillWidth: true
        visible: root.reading && root.status.prefillTimeLeftText.length > 0
        label: qsTr("Time left", "label of a figure")
        value: root.status.prefillTimeLeftText
    }
    FigureRow {
        Layout.fillWidth: true
        visible: !root.reading
        label: qsTr("First token", "label of a figure: time until the first token")
        value: root.status.timeToFirstTokenText
    }
    FigureRow {
        Layout.fillWidth: true
        label: root.reading ? qsTr("Speed", "label of a figure") : qsTr("Prompt", "label of a figure: speed of reading the prompt")
        value: root.status.prefillSpeedText
    }
}
