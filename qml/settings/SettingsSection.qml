// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// A group of settings on a card, under its heading.
import QtQuick
import QtQuick.Layouts
import Vibrant.Components
import Vibrant.Theme

ColumnLayout {
    id: root

    default property alias content: card.content
    required property string title

    Layout.fillWidth: true
    spacing: Metrics.space8

    SectionLabel {
        Layout.fillWidth: true
        text: root.title
    }
    Card {
        id: card

        Layout.fillWidth: true
        color: Theme.window
        spacing: Metrics.space12
    }
}
