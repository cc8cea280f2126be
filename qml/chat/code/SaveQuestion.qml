// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Some of the files are there already.
import QtQuick
import Vibrant.Components

Banner {
    id: root

    required property list<string> names

    signal replaceChosen
    signal keepChosen
    signal cancelled

    tone: Banner.Warning
    title: qsTr("%n file(s) exist already", "question before saving", names.length)
    text: names.slice(0, 8).join(", ") + (names.length > 8 ? "…" : "")

    QuietButton {
        text: qsTr("Keep both", "button: saves under another name")
        onClicked: root.keepChosen()
    }
    QuietButton {
        text: qsTr("Replace", "button: overwrites files")
        onClicked: root.replaceChosen()
    }
    QuietButton {
        text: qsTr("Cancel", "button")
        onClicked: root.cancelled()
    }
}
