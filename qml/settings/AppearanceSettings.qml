// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Colours, fonts and motion.
import QtQuick
import Vibrant.Core

SettingsSection {
    id: root

    required property Settings settings

    readonly property string automatic: qsTr("Automatic", "choice of a setting")
    readonly property string ownTheme: qsTr("Vibrant", "name of our own colours of code")
    readonly property list<string> textFamilies: [automatic].concat(FontChoices.textFamilies)
    readonly property list<string> codeFamilies: [automatic].concat(FontChoices.codeFamilies)
    readonly property list<string> lightThemes: [ownTheme].concat(CodeThemes.lightNames)
    readonly property list<string> darkThemes: [ownTheme].concat(CodeThemes.darkNames)

    // Names that are not installed any more show as the first choice, which they act like.
    function rowOf(names: list<string>, name: string): int {
        return name.length > 0 ? Math.max(0, names.indexOf(name, 1)) : 0;
    }

    function nameOf(names: list<string>, row: int): string {
        return row > 0 ? names[row] : "";
    }

    title: qsTr("Appearance", "heading in the settings")

    ChoiceRow {
        title: qsTr("Colours", "setting: light or dark")
        choices: [qsTr("As the system", "choice of colours"), qsTr("Light", "choice of colours"), qsTr("Dark", "choice of colours")]
        current: root.settings.colorScheme
        onChosen: row => root.settings.colorScheme = row
    }
    ChoiceRow {
        title: qsTr("Contrast", "setting: of all colours")
        choices: [qsTr("As the system", "choice of the contrast"), qsTr("Normal", "choice of the contrast"), qsTr("High", "choice of the contrast")]
        current: root.settings.contrast
        onChosen: row => root.settings.contrast = row
    }
    ChoiceRow {
        title: qsTr("Font", "setting")
        choices: root.textFamilies
        current: root.rowOf(root.textFamilies, root.settings.textFamily)
        onChosen: row => root.settings.textFamily = root.nameOf(root.textFamilies, row)
    }
    NumberRow {
        title: qsTr("Text size", "setting")
        from: 10
        to: 28
        current: root.settings.textSize
        onChosen: value => root.settings.textSize = value
    }
    ChoiceRow {
        title: qsTr("Font of code", "setting")
        choices: root.codeFamilies
        current: root.rowOf(root.codeFamilies, root.settings.codeFamily)
        onChosen: row => root.settings.codeFamily = root.nameOf(root.codeFamilies, row)
    }
    NumberRow {
        title: qsTr("Size of code", "setting")
        from: 10
        to: 28
        current: root.settings.codeSize
        onChosen: value => root.settings.codeSize = value
    }
    ChoiceRow {
        title: qsTr("Colours of code on light ground", "setting")
        choices: root.lightThemes
        current: root.rowOf(root.lightThemes, root.settings.lightCodeTheme)
        onChosen: row => root.settings.lightCodeTheme = root.nameOf(root.lightThemes, row)
    }
    ChoiceRow {
        title: qsTr("Colours of code on dark ground", "setting")
        choices: root.darkThemes
        current: root.rowOf(root.darkThemes, root.settings.darkCodeTheme)
        onChosen: row => root.settings.darkCodeTheme = root.nameOf(root.darkThemes, row)
    }
    ToggleRow {
        title: qsTr("Reduce motion", "setting: no animations")
        explanation: qsTr("No fades, no slides, no blinking.", "explanation of a setting")
        current: root.settings.reducedMotion
        onChosen: on => root.settings.reducedMotion = on
    }
}
