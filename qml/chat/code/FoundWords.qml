// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Marks of a text that is shown, while there is a search in the chat: a ground behind the words, and a line below them,
// which is there too where a word has a ground of its own.
pragma ComponentBehavior: Bound

import QtQuick
import Vibrant.Core
import Vibrant.Theme

FoundMarks {
    id: root

    required property TextEdit edit

    function take(): void {
        if (current >= 0)
            ChatFinder.holder = root;
    }

    objectName: "foundWords"
    parent: edit
    x: edit.leftPadding
    y: edit.topPadding
    width: edit.width - x
    height: edit.height - y
    textDocument: edit.textDocument
    query: ChatFinder.query
    line: 1.5
    ink: Theme.warning
    currentInk: Theme.accent
    onCurrentChanged: take()
    Component.onCompleted: take()

    FoundMarks {
        parent: root.edit
        x: root.x
        y: root.y
        z: -1
        width: root.width
        height: root.height
        textDocument: root.textDocument
        query: root.query
        current: root.current
        ink: Theme.found
        currentInk: Theme.foundCurrent
    }
}
