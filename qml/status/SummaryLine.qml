// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The panel of a window that has no room for it, in one line.
import QtQuick
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

Rectangle {
    id: root

    required property StatusController status

    implicitHeight: 28
    color: Theme.side

    Label {
        anchors.fill: parent
        anchors.leftMargin: Metrics.space20
        anchors.rightMargin: Metrics.space20
        text: root.status.summaryLine
        font: Typography.caption
        color: Theme.textMuted
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 1
        color: Theme.border
    }
}
