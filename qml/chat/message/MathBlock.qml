// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// A displayed formula as text that can be read. What is copied is its source.
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
    horizontalAlignment: TextEdit.AlignHCenter
    wrapMode: TextEdit.Wrap
    textFormat: TextEdit.PlainText
    font: Typography.body
    color: Theme.text
    selectionColor: Theme.selection
    selectedTextColor: Theme.text
    Accessible.role: Accessible.Paragraph
    Accessible.name: qsTr("Formula: %1", "read out before a displayed formula").arg(source)

    Loader {
        active: ChatFinder.query.length > 0
        sourceComponent: FoundWords {
            edit: root
            current: root.foundAt
        }
    }
}
