// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// A Markdown table: cells wrap within the column of text, and the whole scrolls sideways when that is not enough.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

Rectangle {
    id: root

    required property TableModel table

    readonly property int columnMinimum: 72
    readonly property int columnMaximum: 360

    implicitWidth: grid.width
    implicitHeight: grid.height + 2
    radius: Metrics.radiusCode
    color: "transparent"
    border.width: 1
    border.color: Theme.border
    width: Math.min(parent?.width ?? implicitWidth, grid.width + 2)

    Accessible.role: Accessible.Table
    Accessible.name: qsTr("Table", "accessible name of a table in an answer")

    Flickable {
        id: flick

        anchors.fill: parent
        anchors.margins: 1
        contentWidth: grid.width
        flickableDirection: Flickable.HorizontalFlick
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentWidth > width
        clip: interactive
        T.ScrollBar.horizontal: ThinScrollBar {}

        GridLayout {
            id: grid

            readonly property real room: root.parent ? root.parent.width - 2 : implicitWidth

            width: Math.max(Math.min(implicitWidth, room), columns * root.columnMinimum)
            columns: Math.max(1, root.table?.columns ?? 1)
            columnSpacing: 0
            rowSpacing: 0

            Repeater {
                model: root.table

                Rectangle {
                    id: cell

                    required property int index
                    required property string sourceText
                    required property bool header
                    required property int alignment

                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.minimumWidth: root.columnMinimum
                    Layout.maximumWidth: root.columnMaximum
                    implicitWidth: Math.min(label.implicitWidth + 2 * Metrics.space12, root.columnMaximum)
                    implicitHeight: label.implicitHeight + 2 * Metrics.space8
                    color: header ? Theme.codeHeader : "transparent"
                    topLeftRadius: index === 0 ? Metrics.radiusCode - 1 : 0
                    topRightRadius: index === grid.columns - 1 ? Metrics.radiusCode - 1 : 0

                    Rectangle {
                        visible: cell.index >= grid.columns
                        width: parent.width
                        height: 1
                        color: Theme.border
                    }
                    TextBlock {
                        id: label

                        x: Metrics.space12
                        y: Metrics.space8
                        width: cell.width - 2 * Metrics.space12
                        source: cell.sourceText
                        font: cell.header ? Typography.bodyStrong : Typography.body
                        lineHeight: 1.35
                        horizontalAlignment: cell.alignment === Markdown.Alignment.Right ? TextEdit.AlignRight
                                           : cell.alignment === Markdown.Alignment.Center ? TextEdit.AlignHCenter : TextEdit.AlignLeft
                    }
                }
            }
        }
    }
}
