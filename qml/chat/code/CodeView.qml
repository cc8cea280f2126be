// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Numbered, highlighted lines of code that can be selected: the body of a code block, and a file by itself. As high as its
// lines; long ones scroll sideways or are wrapped.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

Item {
    id: root

    property alias blocks: code.blocks
    property alias row: code.row
    property alias text: code.text
    property alias info: code.info
    property alias fileName: code.fileName
    property alias lineLimit: code.lineLimit
    property bool wrapped: false
    property bool streaming: false
    property int foundAt: -1 // see TextBlock
    property string name // for the screen reader

    readonly property alias lineCount: code.lineCount
    readonly property alias suspicious: code.suspicious

    implicitHeight: flick.height

    // Code reads from left to right in every language of the window.
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true

    CodeDocument {
        id: code

        textDocument: edit.textDocument
        dark: Theme.dark
        linePitch: Typography.codeLinePitch
    }
    LineNumbers {
        id: gutter

        objectName: "lineNumbers"

        // A line of fixed height has its text at the bottom in a document, at the top in a Text.
        y: Metrics.space12 + Math.max(0, Math.round(Typography.codeLinePitch - codeMetrics.height))
        x: 1
        width: Math.max(2, String(code.lineCount).length) * digit.advanceWidth + Metrics.space16
        code: code
        lineCount: code.shownLines
        lineHeight: Typography.codeLinePitch
        wrapped: root.wrapped

        FontMetrics {
            id: codeMetrics

            font: Typography.code
        }
        TextMetrics {
            id: digit

            font: Typography.code
            text: "0"
        }
    }
    Flickable {
        id: flick

        objectName: "codeFlick"

        anchors.left: gutter.right
        anchors.leftMargin: Metrics.space16
        anchors.right: parent.right
        anchors.rightMargin: 1
        height: edit.implicitHeight
        contentWidth: edit.width
        flickableDirection: Flickable.HorizontalFlick
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentWidth > width
        clip: true
        T.ScrollBar.horizontal: ThinScrollBar {}

        TextEdit {
            id: edit

            objectName: "codeEdit"

            width: root.wrapped ? flick.width : Math.max(implicitWidth, flick.width)
            topPadding: Metrics.space12
            bottomPadding: Metrics.space12
            rightPadding: Metrics.space16
            readOnly: true
            selectByMouse: true
            wrapMode: root.wrapped ? TextEdit.Wrap : TextEdit.NoWrap
            textFormat: TextEdit.PlainText
            font: Typography.code
            color: Theme.text
            selectionColor: Theme.selection
            selectedTextColor: Theme.text
            tabStopDistance: 4 * digit.advanceWidth
            Accessible.name: root.name
            Accessible.readOnly: true

            Loader {
                active: ChatFinder.query.length > 0 && root.blocks !== null
                sourceComponent: FoundWords {
                    edit: edit
                    current: root.foundAt
                    onCurrentRectChanged: {
                        const end = currentRect.right + x + Metrics.space16;
                        if (currentRect.width > 0 && (end > flick.contentX + flick.width || currentRect.left < flick.contentX))
                            flick.contentX = Math.max(0, Math.min(end, flick.contentWidth) - flick.width);
                    }
                }
            }
            Loader {
                active: root.streaming
                sourceComponent: StreamCursor {
                    readonly property rect place: edit.contentWidth > 0 && edit.contentHeight > 0 ? edit.positionToRectangle(edit.length) : Qt.rect(0, 0, 0, 0)

                    parent: edit
                    x: place.x + 1
                    y: place.y + Math.round((place.height - height) / 2)
                }
            }
        }
    }
}
