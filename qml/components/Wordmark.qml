// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The mark of the app: a tick that is also a V, on a rounded square.
import QtQuick
import QtQuick.Shapes
import Vibrant.Theme

Rectangle {
    id: root

    property real size: 22

    implicitWidth: size
    implicitHeight: size
    radius: size * 0.27
    color: Theme.accent
    Accessible.ignored: true

    Shape {
        width: 22
        height: 22
        scale: root.size / 22
        transformOrigin: Item.TopLeft
        preferredRendererType: Shape.CurveRenderer

        ShapePath {
            strokeColor: Theme.accentInk
            strokeWidth: 2.6
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap
            joinStyle: ShapePath.RoundJoin

            PathSvg {
                path: "M6 7.2l5 7.8 5-7.8"
            }
        }
    }
}
