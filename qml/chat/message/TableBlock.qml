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

Flickable {
    id: root

    required property TableModel table
    property int foundAt: -1 // see TextBlock
    property int foundCell: -1

    readonly property int columnMinimum: 72
    readonly property int columnMaximum: 360

    implicitHeight: grid.height
    contentWidth: grid.width
    flickableDirection: Flickable.HorizontalFlick
    boundsBehavior: Flickable.StopAtBounds
    interactive: contentWidth > width
    clip: interactive
    T.ScrollBar.horizontal: ThinScrollBar {}

    Accessible.role: Accessible.Table
    Accessible.name: qsTr("Table", "accessible name of a table in an answer")

    GridLayout {
        id: grid

        width: Math.max(Math.min(implicitWidth, root.width), columns * root.columnMinimum)
        columns: Math.max(1, root.table?.columns ?? 1)
        columnSpacing: 0
        rowSpacing: 0

        Repeater {
            model: root.table

            Item {
                id: cell

                required property int index
                required property string sourceText
                required property bool header
                required property int alignment

                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.minimumWidth: root.columnMinimum
                Layout.maximumWidth: root.columnMaximum
                implicitWidth: Math.min(label.implicitWidth + Metrics.space28, root.columnMaximum)
                implicitHeight: label.implicitHeight + 2 * Metrics.space8

                Rectangle {
                    anchors.bottom: parent.bottom
                    width: parent.width
                    height: 1
                    color: cell.header ? Theme.textFaint : Theme.border
                }
                TextBlock {
                    id: label

                    y: Metrics.space8
                    width: cell.width - Metrics.space28
                    source: cell.sourceText
                    foundAt: root.foundCell === cell.index ? root.foundAt : -1
                    font: cell.header ? Typography.bodyStrong : Typography.body
                    lineHeight: Typography.headingLineHeight
                    horizontalAlignment: cell.alignment === Markdown.Alignment.Right ? TextEdit.AlignRight
                                       : cell.alignment === Markdown.Alignment.Center ? TextEdit.AlignHCenter : TextEdit.AlignLeft
                }
            }
        }
    }
}
