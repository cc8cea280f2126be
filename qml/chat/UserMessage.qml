// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What the user wrote, word for word, on the soft accent.
import QtQuick
import Vibrant.Theme

Item {
    id: root

    required property string text

    implicitHeight: bubble.height

    Rectangle {
        id: bubble

        anchors.right: parent.right
        width: Math.min(edit.implicitWidth + 2 * Metrics.space16, root.width * 0.84)
        height: edit.contentHeight + 2 * Metrics.space12
        radius: Metrics.radiusCard
        color: Theme.accentSoft

        Rectangle {
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            width: parent.radius
            height: parent.radius
            radius: Metrics.radiusSmall
            color: parent.color
        }

        TextEdit {
            id: edit

            x: Metrics.space16
            y: Metrics.space12
            width: bubble.width - 2 * Metrics.space16
            text: root.text
            readOnly: true
            selectByMouse: true
            wrapMode: TextEdit.Wrap
            textFormat: TextEdit.PlainText
            font: Typography.body
            color: Theme.text
            selectionColor: Theme.selection
            selectedTextColor: Theme.text
            Accessible.role: Accessible.Paragraph
            Accessible.name: qsTr("You wrote: %1", "read out before the user's own message").arg(root.text)
            Accessible.readOnly: true
        }
    }
}
