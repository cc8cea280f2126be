// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// A setting between two limits, in steps of a hundredth.
import QtQuick
import Vibrant.Components

SettingRow {
    id: root

    required property real current
    property real from: 0
    required property real to

    signal chosen(value: real)

    NumberField {
        name: root.title
        Accessible.description: root.explanation
        from: Math.round(100 * root.from)
        to: Math.round(100 * root.to)
        stepSize: 5
        value: Math.round(100 * root.current)
        textFromValue: (value, locale) => Number(value / 100).toLocaleString(locale, "f", 2)
        valueFromText: (text, locale) => {
            const typed = Number(text.replace(locale.decimalPoint, "."));
            return isNaN(typed) ? value : Math.round(100 * typed);
        }
        onValueModified: root.chosen(value / 100)
    }
}
