// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Where the memory is.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

Card {
    id: root

    required property StatusController status

    // By MemoryShare.Kind: weights, weights not loaded, KV cache, buffers, the rest of the app.
    readonly property list<color> colors: [Theme.memoryWeights, Theme.memoryAbsent, Theme.memoryKv, Theme.memoryBuffers, Theme.memoryApp]

    FigureRow {
        Layout.fillWidth: true
        label: qsTr("Memory", "title of a card")
        value: root.status.memoryTotalText
    }
    SegmentedBar {
        Layout.fillWidth: true
        name: qsTr("Memory split", "accessible name of a bar")
        values: root.status.memory.map(share => share.share)
        colors: root.status.memory.map(share => root.colors[share.kind])
        total: 1
    }
    Repeater {
        model: root.status.memory

        FigureRow {
            required property memoryShare modelData

            Layout.fillWidth: true
            label: modelData.label
            value: modelData.text
            swatch: root.colors[modelData.kind]
        }
    }
}
