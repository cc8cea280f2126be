// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// One line on one side of a comparison: its number, its sign, its text with what differs marked. Long lines are wrapped.
import QtQuick
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

Rectangle {
    id: root

    required property real gutter // px
    required property int number // 0 = no line
    required property string text
    required property list<int> marks
    required property color ground
    required property color markColor
    required property string sign
    required property string meaning

    implicitHeight: Math.max(Typography.codeLinePitch, edit.implicitHeight)
    color: ground

    Label {
        width: root.gutter - Metrics.space8
        height: Typography.codeLinePitch
        horizontalAlignment: Text.AlignRight
        verticalAlignment: Text.AlignBottom // as the text beside it stands in its line
        text: root.number > 0 ? root.number : ""
        font: Typography.code
        color: Theme.textMuted
        Accessible.ignored: true
    }
    Label {
        x: root.gutter
        width: Metrics.space12
        height: Typography.codeLinePitch
        verticalAlignment: Text.AlignBottom
        text: root.sign
        font: Typography.code
        Accessible.ignored: true
    }
    TextEdit {
        id: edit

        x: root.gutter + Metrics.space16
        width: root.width - x - Metrics.space8
        readOnly: true
        selectByMouse: true
        wrapMode: TextEdit.Wrap
        textFormat: TextEdit.PlainText
        font: Typography.code
        color: Theme.text
        selectionColor: Theme.selection
        selectedTextColor: Theme.text
        Accessible.role: Accessible.StaticText
        Accessible.name: root.number === 0 ? "" : root.sign.length > 0 ? qsTr("%1 %2: %3", "a number, added or removed, a line of code").arg(root.number).arg(root.meaning).arg(root.text)
                                                                        : root.text
        Accessible.ignored: root.number === 0

        MarkedDocument {
            textDocument: edit.textDocument
            marks: root.marks
            ground: root.markColor
            linePitch: Typography.codeLinePitch
            source: root.text
        }
    }
}
