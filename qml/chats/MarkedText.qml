// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// One line or two of plain text in which what was found is set off.
import QtQuick
import Vibrant.Core
import Vibrant.Theme

TextEdit {
    id: root

    required property string source
    required property list<int> marks // start, length, start, length…

    readOnly: true
    activeFocusOnPress: false
    selectByMouse: false
    enabled: false // the row around it is the button
    textFormat: TextEdit.PlainText
    wrapMode: TextEdit.Wrap
    horizontalAlignment: TextEdit.AlignLeft
    color: Theme.textMuted
    font: Typography.caption
    clip: true
    Accessible.name: source
    Accessible.ignored: true // the row says it

    MarkedDocument {
        textDocument: root.textDocument
        marks: root.marks
        ink: Theme.text
        ground: Theme.accentSoft
        source: root.source
    }
}
