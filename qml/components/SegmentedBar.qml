// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Shares of one whole, side by side; `values` and `colors` run in parallel, `total` is the whole bar.
pragma ComponentBehavior: Bound

import QtQuick
import Vibrant.Theme

Item {
    id: root

    required property string name
    required property list<real> values
    required property list<color> colors
    required property real total

    implicitWidth: 120
    implicitHeight: Metrics.barHeight

    Accessible.role: Accessible.Graphic
    Accessible.name: name

    Rectangle {
        anchors.fill: parent
        radius: height / 2
        color: Theme.sunken
        border.width: 1
        border.color: Qt.alpha(Theme.border, 0.6)
    }
    Row {
        id: row

        anchors.fill: parent
        spacing: 1

        Repeater {
            model: root.total > 0 ? root.values.length : 0

            // Radii per corner come out black on the software scene graph, so the inner end of a round one is squared.
            Rectangle {
                id: segment

                required property int index
                readonly property bool first: index === 0
                readonly property bool last: index === root.values.length - 1

                width: Math.max(2, (root.width - root.values.length) * root.values[index] / root.total)
                height: root.height
                radius: first || last ? height / 2 : 0
                color: root.colors[index] ?? Theme.textFaint

                Rectangle {
                    visible: segment.first !== segment.last
                    x: segment.first === (row.effectiveLayoutDirection === Qt.LeftToRight) ? parent.width - width : 0
                    width: parent.width / 2
                    height: parent.height
                    color: parent.color
                }
            }
        }
    }
}
