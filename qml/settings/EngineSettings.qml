// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What the machine gives to the models that are loaded from now on.
import QtQuick
import Vibrant.Components
import Vibrant.Core

SettingsSection {
    id: root

    required property Settings settings
    required property ModelStore modelStore

    signal foldersRequested

    readonly property string automatic: qsTr("Automatic", "choice of a setting")

    title: qsTr("Models loaded from now on", "heading in the settings")

    SettingRow {
        title: qsTr("Folders of models", "setting: where models are looked for")
        explanation: qsTr("Your own, and those of other programs.", "explanation of a setting")

        QuietButton {
            text: qsTr("Folders…", "button: opens the list of folders with models")
            iconPath: Icons.folder
            Accessible.name: qsTr("Folders of models", "setting: where models are looked for")
            onClicked: root.foldersRequested()
        }
    }
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
    NumberRow {
        title: qsTr("Unload when idle, after minutes", "setting")
        explanation: qsTr("Gives the memory of the context back when nobody asks anything; the next message loads the model again. Off by default: then the conversation need not be read anew.", "explanation of a setting")
        from: 0
        to: 1440
        step: 5
        zeroText: qsTr("Never", "choice of a setting")
        current: root.modelStore.idleMinutes
        onChosen: value => root.modelStore.idleMinutes = value
    }
    ToggleRow {
        title: qsTr("Yield to other programs", "setting: low priority")
        explanation: qsTr("Answers take longer while something else works. Switching it off takes effect at the next start.", "explanation of a setting")
        current: root.settings.lowPriority
        onChosen: on => root.settings.lowPriority = on
    }
}
