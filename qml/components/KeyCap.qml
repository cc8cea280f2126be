// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// A key of a shortcut, drawn like one.
import QtQuick
import Vibrant.Theme

Rectangle {
    required property string text

    implicitWidth: Math.max(implicitHeight, label.implicitWidth + 2 * Metrics.space8)
    implicitHeight: 22
    radius: Metrics.radiusSmall + 1
    color: Theme.sunken
    border.width: 1
    border.color: Theme.border

    Label {
        id: label

        anchors.centerIn: parent
        text: parent.text
        font: Typography.caption
        color: Theme.textMuted
    }
}
