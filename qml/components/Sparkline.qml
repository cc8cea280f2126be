// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// A small line of recent values over time; a rule where there is nothing to show yet.
import QtQuick
import Vibrant.Theme

Item {
    id: root

    required property string name
    required property list<real> values
    property color color: Theme.accent

    implicitWidth: 120
    implicitHeight: 40

    Accessible.role: Accessible.Graphic
    Accessible.name: name

    TrendLine {
        anchors.fill: parent
        values: root.values
        color: root.color
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 1
        color: Theme.border
        visible: root.values.length < 2
    }
}
