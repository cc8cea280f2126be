// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// One code block: its language and a copy button above, numbered lines below, scrolling sideways on its own.
// What is copied is the model's source, never the document, which may show signs in place of control characters.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

Rectangle {
    id: root

    required property BlockModel blocks
    required property int row
    required property string language
    property bool streaming: false

    readonly property string languageName: language.length > 0 ? language : qsTr("Code", "title of a code block whose language is unknown")

    implicitHeight: header.height + flick.height + 2
    radius: Metrics.radiusCode
    color: Theme.code
    border.width: 1
    border.color: Theme.border

    // Code reads from left to right in every language of the window.
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true

    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Code block, %1", "%1 is a programming language").arg(languageName)

    CodeDocument {
        id: code

        textDocument: edit.textDocument
        blocks: root.blocks
        row: root.row
        dark: Theme.dark
        linePitch: Typography.codeLinePitch
    }

    Rectangle {
        id: header

        x: 1
        y: 1
        width: parent.width - 2
        height: 32
        radius: Metrics.radiusCode - 1
        color: Theme.codeHeader

        Rectangle {
            anchors.bottom: parent.bottom
            width: parent.width
            height: parent.radius
            color: parent.color
        }
        RowLayout {
            anchors.fill: parent
            anchors.leftMargin: Metrics.space12
            anchors.rightMargin: Metrics.space4
            spacing: Metrics.space8

            Label {
                text: root.languageName
                font: Typography.captionStrong
                Layout.fillWidth: !warning.visible
                Layout.maximumWidth: implicitWidth + 1
            }
            Label {
                id: warning

                Layout.fillWidth: true
                visible: code.suspicious
                text: qsTr("contains invisible characters, shown as signs", "warning on a code block")
                font: Typography.caption
                color: Theme.warning
            }
            Item {
                Layout.fillWidth: !warning.visible
            }
            TextButton {
                id: copy

                property bool done: false

                Layout.preferredWidth: Math.max(implicitWidth, 76)
                iconPath: done ? Icons.check : Icons.copy
                iconInk: done ? Theme.good : ink
                text: done ? qsTr("Copied", "feedback after copying code") : qsTr("Copy", "button that copies code")
                Accessible.name: done ? text : qsTr("Copy %1 code", "%1 is a programming language").arg(root.languageName)
                onClicked: {
                    Clipboard.copy(root.blocks.copyText(root.row));
                    done = true;
                    feedback.restart();
                    Accessible.announce(qsTr("Copied", "feedback after copying code"));
                }

                Timer {
                    id: feedback

                    interval: Metrics.durationFeedback
                    onTriggered: copy.done = false
                }
            }
        }
    }

    LineNumbers {
        id: gutter

        objectName: "lineNumbers"

        anchors.top: flick.top
        // A line of fixed height has its text at the bottom in a document, at the top in a Text.
        anchors.topMargin: Metrics.space12 + Math.max(0, Math.round(Typography.codeLinePitch - codeMetrics.height))
        x: 1
        width: Math.max(2, String(code.lineCount).length) * digit.advanceWidth + Metrics.space16
        lineCount: code.lineCount
        lineHeight: Typography.codeLinePitch

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

        anchors.top: header.bottom
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

            width: Math.max(implicitWidth, flick.width)
            topPadding: Metrics.space12
            bottomPadding: Metrics.space12
            rightPadding: Metrics.space16
            readOnly: true
            selectByMouse: true
            wrapMode: TextEdit.NoWrap
            textFormat: TextEdit.PlainText
            font: Typography.code
            color: Theme.text
            selectionColor: Theme.selection
            selectedTextColor: Theme.text
            tabStopDistance: 4 * digit.advanceWidth
            Accessible.name: root.Accessible.name
            Accessible.readOnly: true

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
