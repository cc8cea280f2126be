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
    property bool isChosen // by the user, so that there is a way back to the default

    signal unchosen
    signal chosen(value: real)

    UnchooseButton {
        visible: root.isChosen
        title: root.title
        field: field
        onUnchosen: root.unchosen()
    }
    NumberField {
        id: field

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
