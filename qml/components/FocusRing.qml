// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The ring around whatever has the keyboard; two pixels outside of its control.
import QtQuick
import Vibrant.Theme

Rectangle {
    required property Item control
    property bool shown: control.activeFocus
    property real controlRadius: Metrics.radiusControl

    anchors.fill: parent
    anchors.margins: -Metrics.focusWidth - 1
    radius: controlRadius + Metrics.focusWidth + 1
    color: "transparent"
    border.width: Metrics.focusWidth
    border.color: Theme.accent
    visible: shown
    z: 1
}
