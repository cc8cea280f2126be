// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Marks over a text that is shown, while there is a search in the chat.
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
    ink: Theme.found
    currentInk: Theme.foundCurrent
    onCurrentChanged: take()
    Component.onCompleted: take()
}
