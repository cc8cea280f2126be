// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// One line icon. Decorative by definition: the control around it carries the name.
import QtQuick
import QtQuick.Shapes
import Vibrant.Theme

Item {
    id: root

    required property string path
    property color color: Theme.textMuted
    property real size: Metrics.iconSize
    property real strokeWidth: 1.5
    property bool filled: false

    implicitWidth: size
    implicitHeight: size

    Accessible.ignored: true

    Shape {
        width: 16
        height: 16
        scale: root.size / 16
        transformOrigin: Item.TopLeft
        preferredRendererType: Shape.CurveRenderer

        ShapePath {
            strokeColor: root.color
            strokeWidth: root.strokeWidth
            fillColor: root.filled ? root.color : "transparent"
            capStyle: ShapePath.RoundCap
            joinStyle: ShapePath.RoundJoin

            PathSvg {
                path: root.path
            }
        }
    }
}
