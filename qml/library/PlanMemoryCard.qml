// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What a model would take of what is free.
import QtQuick
import QtQuick.Layouts
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

Card {
    id: root

    required property LoadPlan plan

    readonly property real needed: plan.parts.reduce((sum, part) => sum + part, 0)
    readonly property color verdictInk: plan.fit === LoadPlan.TooLarge ? Theme.danger : plan.fit === LoadPlan.FitsAfterUnload ? Theme.warning : Theme.good

    FigureRow {
        Layout.fillWidth: true
        label: qsTr("Memory it needs", "title of a card")
        value: root.plan.totalText
    }
    SegmentedBar {
        Layout.fillWidth: true
        name: qsTr("What the model needs of the free memory", "accessible name of a bar")
        values: root.plan.parts
        colors: [Theme.memoryWeights, Theme.memoryKv, Theme.memoryBuffers]
        total: Math.max(root.plan.available, root.needed)
    }
    FigureRow {
        Layout.fillWidth: true
        label: qsTr("Weights", "part of the memory: the model itself")
        value: root.plan.partTexts[0] ?? ""
        swatch: Theme.memoryWeights
    }
    FigureRow {
        Layout.fillWidth: true
        label: qsTr("Context of %1", "part of the memory; %1 is a number of tokens").arg(root.plan.contextText)
        value: root.plan.partTexts[1] ?? ""
        swatch: Theme.memoryKv
    }
    FigureRow {
        Layout.fillWidth: true
        label: qsTr("Work buffers", "part of the memory")
        value: root.plan.partTexts[2] ?? ""
        swatch: Theme.memoryBuffers
    }
    FigureRow {
        Layout.fillWidth: true
        label: qsTr("Free", "memory")
        value: root.plan.availableText
    }
    Label {
        Layout.fillWidth: true
        Layout.topMargin: Metrics.space4
        text: root.plan.verdict
        font: Typography.controlStrong
        color: root.verdictInk
        wrapMode: Text.Wrap
    }
}
