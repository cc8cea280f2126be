// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// A multi-line text field without a frame of its own; the place around it draws one.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Vibrant.Theme

T.TextArea {
    id: control

    implicitWidth: contentWidth + leftPadding + rightPadding
    implicitHeight: contentHeight + topPadding + bottomPadding
    color: Theme.text
    font: Typography.body
    selectionColor: Theme.selection
    selectedTextColor: Theme.text
    placeholderTextColor: Theme.textMuted
    textFormat: TextEdit.PlainText
    wrapMode: TextEdit.Wrap
    selectByMouse: true
    persistentSelection: true

    Accessible.name: placeholderText
    Accessible.multiLine: true

    cursorDelegate: Rectangle {
        width: Metrics.caretWidth
        color: Theme.accent
        visible: control.cursorVisible
    }

    Text {
        x: control.leftPadding + Metrics.caretWidth // the caret stands before it
        y: control.topPadding
        width: control.width - x - control.rightPadding
        height: control.height - control.topPadding - control.bottomPadding
        visible: control.length === 0 && control.preeditText.length === 0
        text: control.placeholderText
        textFormat: Text.PlainText
        font: control.font
        color: control.placeholderTextColor
        wrapMode: Text.Wrap
        elide: Text.ElideRight
        Accessible.ignored: true
    }
}
