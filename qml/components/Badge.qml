// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// A short word in a small frame, for states and kinds.
import QtQuick
import Vibrant.Theme

Rectangle {
    id: root

    required property string text
    property color ink: Theme.textMuted

    implicitWidth: label.implicitWidth + 2 * Metrics.space8
    implicitHeight: label.implicitHeight + Metrics.space4
    radius: Metrics.radiusSmall + 2
    color: Theme.surface
    border.width: 1
    border.color: Theme.border

    Label {
        id: label

        anchors.centerIn: parent
        width: Math.min(implicitWidth, parent.width - 2 * Metrics.space8)
        text: root.text
        font: Typography.caption
        color: root.ink
    }
}
