// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Raw HTML of an answer, shown as the characters it is.
import QtQuick
import Vibrant.Theme

TextEdit {
    required property string source

    text: source
    readOnly: true
    selectByMouse: true
    wrapMode: TextEdit.Wrap
    textFormat: TextEdit.PlainText
    font: Typography.code
    color: Theme.textMuted
    selectionColor: Theme.selection
    selectedTextColor: Theme.text
    Accessible.role: Accessible.Paragraph
    Accessible.name: source
}
