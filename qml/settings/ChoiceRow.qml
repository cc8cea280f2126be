// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// A setting that is one of a list. `current` is the row that is in force; `chosen` the wish to change it.
import QtQuick
import Vibrant.Components

SettingRow {
    id: root

    required property list<string> choices
    required property int current

    signal chosen(row: int)

    ChoiceBox {
        name: root.title
        Accessible.description: root.explanation
        model: root.choices
        currentIndex: root.current
        onActivated: row => root.chosen(row)
    }
}
