// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// A message as the characters it is made of, with the colours of Markdown.
import QtQuick
import Vibrant.Theme

Rectangle {
    id: root

    required property string source

    implicitHeight: view.implicitHeight + 2
    radius: Metrics.radiusCode
    color: Theme.code
    border.width: 1
    border.color: Theme.border

    CodeView {
        id: view

        y: 1
        width: parent.width
        text: root.source
        info: "markdown"
        wrapped: true
        name: qsTr("Source of the message", "accessible name")
    }
}
