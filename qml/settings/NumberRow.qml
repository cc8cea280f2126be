// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// A setting that is a whole number.
import QtQuick
import Vibrant.Components

SettingRow {
    id: root

    required property int current
    required property int from
    required property int to
    property int step: 1
    property string zeroText // what 0 means
    property bool isChosen // by the user, so that there is a way back to the default

    signal unchosen
    signal chosen(value: int)

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
        from: root.from
        to: root.to
        stepSize: root.step
        zeroText: root.zeroText
        value: root.current
        onValueModified: root.chosen(value)
    }
}
