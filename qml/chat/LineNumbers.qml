// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Line numbers beside a code block, in chunks: a line that arrives re-lays at most one chunk, whatever the length.
pragma ComponentBehavior: Bound

import QtQuick
import Vibrant.Theme

Column {
    id: root

    required property int lineCount
    required property real lineHeight

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

            anchors.right: parent.right
            height: (last - first + 1) * root.lineHeight
            text: root.numbers(first, last)
            textFormat: Text.PlainText
            font: Typography.code
            color: Theme.textFaint
            lineHeightMode: Text.FixedHeight
            lineHeight: root.lineHeight
            horizontalAlignment: Text.AlignRight
        }
    }
}
