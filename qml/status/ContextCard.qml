// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// How full the model's context is.
import QtQuick
import QtQuick.Layouts
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

Card {
    id: root

    required property StatusController status

    SectionLabel {
        text: qsTr("Context", "title of a card: how much text the model can look at")
    }
    GaugeBar {
        Layout.fillWidth: true
        name: qsTr("Context used", "accessible name of a gauge")
        value: root.status.contextSize > 0 ? root.status.contextUsed / root.status.contextSize : 0
        color: root.status.contextNearlyFull ? Theme.warning : Theme.accent
    }
    FigureRow {
        Layout.fillWidth: true
        label: root.status.contextText
        value: root.status.contextShareText
    }
    Label {
        Layout.fillWidth: true
        visible: root.status.contextNearlyFull
        text: qsTr("Nearly full: a new chat starts with an empty context.", "warning below the context gauge")
        font: Typography.caption
        color: Theme.warning
        wrapMode: Text.Wrap
    }
}
