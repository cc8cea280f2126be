// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// A small line of recent values over time, from zero to a little above the largest.
import QtQuick
import QtQuick.Shapes
import Vibrant.Theme

Item {
    id: root

    required property string name
    required property list<real> values
    property color color: Theme.accent

    readonly property real inset: 1.5
    readonly property list<point> points: polyline(values, width, height)

    implicitWidth: 120
    implicitHeight: 40

    Accessible.role: Accessible.Graphic
    Accessible.name: name

    function polyline(series: list<real>, w: real, h: real): list<point> {
        const top = 1.15 * Math.max(1e-6, ...series);
        const step = w / Math.max(1, series.length - 1);
        return series.map((value, i) => Qt.point(i * step, h - inset - (h - 2 * inset) * value / top));
    }

    Shape {
        anchors.fill: parent
        visible: root.points.length > 1
        preferredRendererType: Shape.CurveRenderer

        ShapePath {
            strokeWidth: -1
            fillGradient: LinearGradient {
                y1: 0
                y2: root.height

                GradientStop {
                    position: 0
                    color: Qt.alpha(root.color, 0.20)
                }
                GradientStop {
                    position: 1
                    color: Qt.alpha(root.color, 0)
                }
            }

            PathPolyline {
                path: root.points.length > 1 ? [Qt.point(0, root.height), ...root.points, Qt.point(root.width, root.height)] : []
            }
        }
        ShapePath {
            strokeWidth: 2
            strokeColor: root.color
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap
            joinStyle: ShapePath.RoundJoin

            PathPolyline {
                path: root.points
            }
        }
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 1
        color: Theme.border
        visible: root.points.length < 2
    }
}
