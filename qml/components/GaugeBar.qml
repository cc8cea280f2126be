// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// A horizontal gauge. Below zero it has no known end and shows a travelling stripe (a resting one with reduced motion).
import QtQuick
import Vibrant.Theme

Item {
    id: root

    required property string name
    required property real value
    property color color: Theme.accent
    readonly property bool indeterminate: value < 0

    implicitWidth: 120
    implicitHeight: Metrics.barHeight

    Accessible.role: Accessible.ProgressBar
    Accessible.name: name
    Accessible.description: indeterminate ? qsTr("in progress", "state of a progress bar without known end")
                                          : qsTr("%1 %", "fill of a gauge in percent").arg(Math.round(Math.min(1, value) * 100))

    Rectangle {
        id: track

        anchors.fill: parent
        radius: height / 2
        color: Theme.sunken
        border.width: 1
        border.color: Qt.alpha(Theme.border, 0.6)
    }
    Rectangle {
        visible: !root.indeterminate && root.value > 0
        height: parent.height
        width: Math.max(height, parent.width * Math.min(1, root.value))
        anchors.left: parent.left
        radius: height / 2
        color: root.color
    }
    Rectangle {
        id: stripe

        property real position

        visible: root.indeterminate
        height: parent.height
        width: parent.width * 0.3
        x: (parent.width - width) * position
        radius: height / 2
        color: root.color

        SequentialAnimation on position {
            running: root.indeterminate && root.visible && !Metrics.reducedMotion
            loops: Animation.Infinite

            NumberAnimation {
                from: 0
                to: 1
                duration: 900
                easing.type: Easing.InOutSine
            }
            NumberAnimation {
                from: 1
                to: 0
                duration: 900
                easing.type: Easing.InOutSine
            }
        }
    }
}
