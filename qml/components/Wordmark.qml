// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The mark of the app: a tick that is also a V, on a rounded square.
import QtQuick
import Vibrant.Theme

Rectangle {
    id: root

    property real size: 22

    implicitWidth: size
    implicitHeight: size
    radius: size * 0.27
    color: Theme.accent
    Accessible.ignored: true

    StrokedPath {
        anchors.fill: parent
        grid: 22
        strokeWidth: 2.6
        color: Theme.accentInk
        path: "M6 7.2l5 7.8 5-7.8"
    }
}
