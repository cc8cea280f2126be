// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What a new chat begins with. Each chat has settings of its own for the rest.
import QtQuick
import QtQuick.Layouts
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

SettingsSection {
    id: root

    required property Settings settings
    required property samplingDefaults defaults // of the loaded model

    title: qsTr("New chats", "heading in the settings")

    Label {
        Layout.fillWidth: true
        text: qsTr("Instructions", "heading: the system prompt")
        Accessible.name: "" // the field says it
        Accessible.ignored: true
    }
    Card {
        Layout.fillWidth: true
        padding: Metrics.space8
        border.color: prompt.activeFocus ? Theme.accent : Theme.border

        InputArea {
            id: prompt

            objectName: "defaultSystemPrompt"
            Layout.fillWidth: true
            Layout.minimumHeight: 72
            activeFocusOnTab: true
            placeholderText: qsTr("What the model is told before every conversation, for example: answer with code only", "placeholder of a field")
            Accessible.name: qsTr("Instructions for new chats", "accessible name of a field: the system prompt")
            text: root.settings.systemPrompt
            onTextChanged: root.settings.systemPrompt = text
            Keys.onTabPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
            Keys.onBacktabPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
        }
    }
    DecimalRow {
        title: qsTr("Temperature", "setting of sampling")
        explanation: qsTr("0: always the likeliest word. Higher: more varied.", "explanation of a setting")
        to: root.defaults.mostTemperature
        current: root.settings.temperature ?? root.defaults.temperature
        isChosen: root.settings.temperature !== undefined
        onChosen: value => root.settings.temperature = value
        onUnchosen: root.settings.temperature = undefined
    }
}
