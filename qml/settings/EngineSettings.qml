// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What the machine gives to the models that are loaded from now on.
import QtQuick
import Vibrant.Core

SettingsSection {
    id: root

    required property Settings settings

    readonly property string automatic: qsTr("Automatic", "choice of a setting")

    title: qsTr("Models loaded from now on", "heading in the settings")

    NumberRow {
        title: qsTr("Processor threads", "setting")
        explanation: qsTr("Automatic measures once what suits this machine. More threads than processor cores are never used.", "explanation of a setting")
        from: 0
        to: 1024
        zeroText: root.automatic
        current: root.settings.threads
        onChosen: value => root.settings.threads = value
    }
    NumberRow {
        title: qsTr("Context, in tokens", "setting: how much text the model can look at")
        explanation: qsTr("Automatic takes what the model was made for, up to what fits the memory.", "explanation of a setting")
        from: 0
        to: 1048576
        step: 1024
        zeroText: root.automatic
        current: root.settings.defaultContext
        onChosen: value => root.settings.defaultContext = value
    }
    ToggleRow {
        title: qsTr("Yield to other programs", "setting: low priority")
        explanation: qsTr("Answers take longer while something else works. Switching it off takes effect at the next start.", "explanation of a setting")
        current: root.settings.lowPriority
        onChosen: on => root.settings.lowPriority = on
    }
}
