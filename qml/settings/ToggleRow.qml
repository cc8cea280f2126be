// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// A setting that is on or off.
import QtQuick
import Vibrant.Components

SettingRow {
    id: root

    required property bool current

    signal chosen(on: bool)

    Toggle {
        text: root.title
        Accessible.description: root.explanation
        checked: root.current
        onToggled: root.chosen(checked)
    }
}
