// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// A paragraph, heading or table cell: selectable text with inline formats, and the stream cursor at its end.
// The document is written by InlineDocument run by run; no markup importer ever sees the text.
pragma ComponentBehavior: Bound

import QtQuick
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

TextEdit {
    id: root

    required property string source
    property bool plain: false // show the source as it is
    property bool streaming: false
    property real lineHeight: Typography.bodyLineHeight

    readonly property string hoveredAddress: hover.hovered ? inline.linkAt(positionAt(hover.point.position.x, hover.point.position.y)) : ""

    readOnly: true
    selectByMouse: true
    persistentSelection: false
    wrapMode: TextEdit.Wrap
    textFormat: TextEdit.PlainText
    font: Typography.body
    color: Theme.text
    selectionColor: Theme.selection
    selectedTextColor: Theme.text

    Accessible.role: Accessible.Paragraph
    Accessible.name: inline.plainText
    Accessible.readOnly: true

    InlineDocument {
        id: inline

        textDocument: root.textDocument
        codeFont: Typography.code
        codeColor: Theme.text
        codeBackground: Theme.sunken
        linkColor: Theme.accent
        lineHeight: root.lineHeight
        plain: root.plain
        source: root.source
    }

    HoverHandler {
        id: hover

        cursorShape: root.hoveredAddress.length > 0 ? Qt.PointingHandCursor : Qt.IBeamCursor
    }
    TapHandler {
        acceptedButtons: Qt.LeftButton
        enabled: root.hoveredAddress.length > 0
        onTapped: inline.openLink(root.hoveredAddress)
    }
    // A long answer has hundreds of paragraphs: what only one of them needs is made when it does.
    Loader {
        active: root.hoveredAddress.length > 0
        sourceComponent: Tip {
            parent: root
            shown: true
            text: root.hoveredAddress
        }
    }
    Loader {
        active: root.streaming
        sourceComponent: StreamCursor {
            // The content's size changes when the layout is done, after the text and the width.
            readonly property rect place: root.contentWidth > 0 && root.contentHeight > 0 ? root.positionToRectangle(root.length) : Qt.rect(0, 0, 0, 0)

            objectName: "streamCursor"
            parent: root
            x: Math.min(place.x + 1, root.width - width)
            y: place.y + Math.round((place.height - height) / 2)
        }
    }
}
