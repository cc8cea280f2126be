// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// A paragraph, heading or table cell: selectable text with inline formats, and the stream cursor at its end. Each link is a
// stop of the Tab key; one whose text does not say where it leads is opened after a question only.
// The document is written by InlineDocument run by run; no markup importer ever sees the text.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

TextEdit {
    id: root

    required property string source
    property bool plain: false // show the source as it is
    property bool streaming: false
    property real lineHeight: Typography.bodyLineHeight
    property int foundAt: -1 // the character that a search is at; -1: not in here

    readonly property int hoveredLink: hover.hovered ? inline.linkAt(positionAt(hover.point.position.x, hover.point.position.y)) : -1

    function follow(link: int): void {
        if (inline.linkSurprises(link)) {
            question.link = link;
            question.active = true;
            (question.item as LinkSheet).open();
        } else {
            inline.openLink(inline.linkAddress(link));
        }
    }

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

        cursorShape: root.hoveredLink >= 0 ? Qt.PointingHandCursor : Qt.IBeamCursor
    }
    TapHandler {
        acceptedButtons: Qt.LeftButton
        enabled: inline.linkCount > 0
        onTapped: point => {
            const link = inline.linkAt(root.positionAt(point.position.x, point.position.y));
            if (link >= 0)
                root.follow(link);
        }
    }
    // A long answer has hundreds of paragraphs: what only one of them needs is made when it does.
    Loader {
        active: root.hoveredLink >= 0
        sourceComponent: Tip {
            parent: root
            shown: true
            text: inline.linkHost(root.hoveredLink) + "\n" + inline.linkAddress(root.hoveredLink)
        }
    }
    Loader {
        id: question

        property int link: -1

        active: false
        sourceComponent: LinkSheet {
            parent: root.T.Overlay.overlay
            linkText: inline.linkText(question.link)
            address: inline.linkAddress(question.link)
            host: inline.linkHost(question.link)
            onAccepted: inline.openLink(inline.linkAddress(question.link))
        }
    }
    Repeater {
        model: inline.linkCount

        LinkStop {
            text: inline.linkText(index)
            host: inline.linkHost(index)
            first: root.contentWidth > 0 && root.contentHeight > 0 ? root.positionToRectangle(inline.linkBegin(index)) : Qt.rect(0, 0, 0, 0)
            last: root.contentWidth > 0 && root.contentHeight > 0 ? root.positionToRectangle(inline.linkEnd(index)) : Qt.rect(0, 0, 0, 0)
            lineEnd: root.width
            onOpened: root.follow(index)
        }
    }
    Loader {
        active: ChatFinder.query.length > 0
        sourceComponent: FoundWords {
            edit: root
            current: root.foundAt
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
