// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Raw HTML of an answer, shown as the characters it is.
pragma ComponentBehavior: Bound

import QtQuick
import Vibrant.Core
import Vibrant.Theme

TextEdit {
    id: root

    required property string source
    property int foundAt: -1 // see TextBlock

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

    Loader {
        active: ChatFinder.query.length > 0
        sourceComponent: FoundWords {
            edit: root
            current: root.foundAt
        }
    }
}
