// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What this machine brings to the work.
import QtQuick.Layouts
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

Card {
    id: root

    required property StatusController status

    SectionLabel {
        text: qsTr("This machine", "title of a card")
    }
    FigureRow {
        Layout.fillWidth: true
        label: qsTr("Kernels", "label of a figure: which instruction set is used")
        value: root.status.kernelsText
    }
    FigureRow {
        Layout.fillWidth: true
        label: qsTr("Threads", "label of a figure")
        value: root.status.threadsText
    }
    FigureRow {
        Layout.fillWidth: true
        label: qsTr("Memory read", "label of a figure: how fast the weights are read")
        value: root.status.bandwidthText
    }
    GaugeBar {
        Layout.fillWidth: true
        visible: root.status.bandwidthShare > 0
        name: qsTr("Memory read, of what this machine gives", "accessible name of a gauge")
        value: root.status.bandwidthShare
        color: Theme.good
    }
}
