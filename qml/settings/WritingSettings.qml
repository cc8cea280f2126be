// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The message field, and what happens when an answer is complete.
import QtQuick
import Vibrant.Core

SettingsSection {
    id: root

    required property Settings settings

    title: qsTr("Writing", "heading in the settings")

    ChoiceRow {
        title: qsTr("Send with", "setting: which key")
        choices: [qsTr("Enter", "a key"), qsTr("Ctrl+Enter", "keys")]
        explanation: root.settings.sendKey === Settings.Enter ? qsTr("Shift+Enter breaks the line.", "explanation of a setting")
                                                              : qsTr("Enter breaks the line.", "explanation of a setting")
        current: root.settings.sendKey
        onChosen: row => root.settings.sendKey = row
    }
    ToggleRow {
        title: qsTr("Notify when a long answer is complete", "setting")
        explanation: qsTr("Only while the window is in the background.", "explanation of a setting")
        current: root.settings.notifyWhenDone
        onChosen: on => root.settings.notifyWhenDone = on
    }
}
