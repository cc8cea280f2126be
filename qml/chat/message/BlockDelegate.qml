// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// One row of a BlockModel: the frame of quotes and lists around a block, and the item for its kind inside.
pragma ComponentBehavior: Bound

import QtQuick
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

Item {
    id: root

    required property ActionModel actions
    required property BlockModel blocks
    required property bool streaming

    required property int index
    required property int kind
    required property string sourceText
    required property int headingLevel
    required property int listDepth
    required property int quoteDepth
    required property string marker
    required property int task
    required property bool tight
    required property string language
    required property TableModel table
    required property bool thinking
    required property bool unfolded
    required property bool wrapped

    // Of what the model thought, nothing exists until the reader wants to see it.
    readonly property bool concealed: thinking && !blocks.thinkingShown
    readonly property int foundAt: ChatFinder.blocks === blocks && ChatFinder.block === index ? ChatFinder.offset : -1
    readonly property int bars: quoteDepth + (thinking ? 1 : 0)

    // Deep nesting is squeezed into half of the width: 32 quotes would leave a narrow window nothing for the text.
    readonly property real squeeze: Math.min(1, 0.5 * width / Math.max(1, bars * Metrics.space16 + listDepth * 24))
    readonly property real quoteStep: Metrics.space16 * squeeze
    readonly property real listStep: 24 * squeeze
    readonly property real gap: index === 0 ? 0 : kind === Markdown.Kind.Heading ? Metrics.space20 : tight ? Metrics.space4 : Metrics.space12
    readonly property real inset: bars * quoteStep + listDepth * listStep

    implicitHeight: concealed ? 0 : gap + content.height
    visible: !concealed

    // The frame follows the direction of the text in it, whatever the direction of the window.
    LayoutMirroring.enabled: (content.item as TextEdit)?.effectiveHorizontalAlignment === TextEdit.AlignRight
    LayoutMirroring.childrenInherit: true

    Repeater {
        model: root.concealed ? 0 : root.bars

        Rectangle {
            required property int index

            anchors.left: parent.left
            anchors.leftMargin: index * root.quoteStep
            // A quote of several blocks has one unbroken bar.
            y: root.tight || root.index === 0 ? root.gap : 0
            width: 3
            height: root.height - y
            radius: 1.5
            color: Theme.border
        }
    }
    // Most blocks begin no list item: what only those have is made for them.
    Loader {
        anchors.right: content.left
        anchors.rightMargin: Metrics.space8
        y: root.gap
        active: !root.concealed && (root.marker.length > 0 || root.task !== Markdown.Task.None)
        sourceComponent: root.task === Markdown.Task.None ? itemMarker : taskBox
    }
    Loader {
        id: content

        anchors.left: parent.left
        anchors.leftMargin: root.inset
        anchors.right: parent.right
        y: root.gap
        active: !root.concealed
        sourceComponent: switch (root.kind) {
        case Markdown.Kind.Thinking:
            return thinkingHead;
        case Markdown.Kind.Math:
            return mathBlock;
        case Markdown.Kind.Code:
            return codeBlock;
        case Markdown.Kind.Table:
            return tableBlock;
        case Markdown.Kind.Rule:
            return ruleBlock;
        case Markdown.Kind.Html:
            return htmlBlock;
        default:
            return textBlock;
        }
    }

    Component {
        id: itemMarker

        Label {
            text: root.marker
            color: Theme.textMuted
        }
    }
    Component {
        id: taskBox

        TaskBox {
            done: root.task === Markdown.Task.Done
        }
    }
    Component {
        id: textBlock

        TextBlock {
            readonly property bool isHeading: root.kind === Markdown.Kind.Heading

            source: root.sourceText
            streaming: root.streaming
            foundAt: root.foundAt
            font: isHeading ? Typography.heading(root.headingLevel) : Typography.body
            lineHeight: isHeading ? Typography.headingLineHeight : Typography.bodyLineHeight
            color: root.bars > 0 ? Theme.textMuted : Theme.text
            Accessible.role: isHeading ? Accessible.Heading : Accessible.Paragraph
        }
    }
    Component {
        id: codeBlock

        CodeBlock {
            actions: root.actions
            blocks: root.blocks
            row: root.index
            language: root.language
            unfolded: root.unfolded
            wrapped: root.wrapped
            streaming: root.streaming
            foundAt: root.foundAt
        }
    }
    Component {
        id: tableBlock

        TableBlock {
            table: root.table
            foundAt: root.foundAt
            foundCell: ChatFinder.cell
        }
    }
    Component {
        id: ruleBlock

        RuleBlock {}
    }
    Component {
        id: mathBlock

        MathBlock {
            source: root.sourceText
            foundAt: root.foundAt
        }
    }
    Component {
        id: thinkingHead

        ThinkingHead {
            blocks: root.blocks
        }
    }
    Component {
        id: htmlBlock

        HtmlBlock {
            source: root.sourceText
            foundAt: root.foundAt
        }
    }
}
