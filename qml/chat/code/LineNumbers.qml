// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Line numbers beside a code block, in chunks: a line that arrives re-lays at most one chunk, whatever the length. Where
// lines are wrapped, a number stands beside the first of its rows.
pragma ComponentBehavior: Bound

import QtQuick
import Vibrant.Core
import Vibrant.Theme

Column {
    id: root

    required property CodeDocument code
    required property int lineCount
    required property real lineHeight
    property bool wrapped: false

    readonly property int chunk: 50

    Accessible.ignored: true

    function numbers(first: int, last: int): string {
        return Array.from({
            length: last - first + 1
        }, (_, i) => first + i).join("\n");
    }

    Repeater {
        model: Math.ceil(root.lineCount / root.chunk)

        Text {
            required property int index
            readonly property int first: index * root.chunk + 1
            readonly property int last: Math.min(root.lineCount, (index + 1) * root.chunk)
            // Named, so that the binding follows the layout.
            readonly property int rows: root.wrapped ? root.code.rows : 0

            anchors.right: parent.right
            height: root.lineHeight * (rows > 0 ? text.split("\n").length : last - first + 1)
            text: rows > 0 ? root.code.lineNumbers(first, last) : root.numbers(first, last)
            textFormat: Text.PlainText
            font: Typography.code
            color: Theme.textFaint
            lineHeightMode: Text.FixedHeight
            lineHeight: root.lineHeight
            horizontalAlignment: Text.AlignRight
        }
    }
}
