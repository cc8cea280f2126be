// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// How this chat is answered: instructions, sampling, and presets of both. Everything takes effect with the next answer.
// What the chat chose nothing for shows the model's own value.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

Sheet {
    id: root

    required property ChatController chat
    required property ChatsController chats
    required property ModelController models
    readonly property samplingDefaults defaults: models.sampling

    title: qsTr("Settings of this chat", "title of a dialog")
    width: Math.min(560, parent ? parent.width - 2 * Metrics.space16 : 560)

    contentItem: Flickable {
        id: flick

        implicitHeight: column.implicitHeight
        contentHeight: column.implicitHeight
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentHeight > height
        clip: true
        T.ScrollBar.vertical: ThinScrollBar {}

        ColumnLayout {
            id: column

            x: root.mirrored ? Metrics.space16 - Metrics.focusWidth - 1 : Metrics.focusWidth + 1 // room for the focus ring
            width: flick.width - Metrics.space16
            spacing: Metrics.space12

            PresetRow {
                chat: root.chat
                chats: root.chats
            }
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

                    objectName: "systemPrompt"
                    Layout.fillWidth: true
                    Layout.minimumHeight: 72
                    activeFocusOnTab: true
                    placeholderText: qsTr("What the model is told before every conversation, for example: answer with code only", "placeholder of a field")
                    Accessible.name: qsTr("Instructions", "heading: the system prompt")
                    text: root.chat.current.systemPrompt
                    onTextChanged: root.chat.current.systemPrompt = text
                    Keys.onTabPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
                    Keys.onBacktabPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
                }
            }
            DecimalRow {
                title: qsTr("Temperature", "setting of sampling")
                explanation: qsTr("0: always the likeliest word. Higher: more varied.", "explanation of a setting")
                to: root.defaults.mostTemperature
                current: root.chat.current.sampling.temperature ?? root.defaults.temperature
                isChosen: root.chat.current.sampling.temperature !== undefined
                onChosen: value => root.chat.current.sampling.temperature = value
                onUnchosen: root.chat.current.sampling.temperature = undefined
            }
            DecimalRow {
                title: qsTr("Top p", "setting of sampling")
                explanation: qsTr("Only the likeliest words that make up this share. 1: all.", "explanation of a setting")
                to: 1
                current: root.chat.current.sampling.topP ?? root.defaults.topP
                isChosen: root.chat.current.sampling.topP !== undefined
                onChosen: value => root.chat.current.sampling.topP = value
                onUnchosen: root.chat.current.sampling.topP = undefined
            }
            DecimalRow {
                title: qsTr("Min p", "setting of sampling")
                explanation: qsTr("Only words at least this likely, compared with the likeliest. 0: all.", "explanation of a setting")
                to: 1
                current: root.chat.current.sampling.minP ?? root.defaults.minP
                isChosen: root.chat.current.sampling.minP !== undefined
                onChosen: value => root.chat.current.sampling.minP = value
                onUnchosen: root.chat.current.sampling.minP = undefined
            }
            NumberRow {
                title: qsTr("Top k", "setting of sampling")
                explanation: qsTr("Only this many of the likeliest words.", "explanation of a setting")
                from: 0
                to: root.defaults.mostTopK
                zeroText: qsTr("off", "value of a setting")
                current: root.chat.current.sampling.topK ?? root.defaults.topK
                isChosen: root.chat.current.sampling.topK !== undefined
                onChosen: value => root.chat.current.sampling.topK = value
                onUnchosen: root.chat.current.sampling.topK = undefined
            }
            DecimalRow {
                title: qsTr("Repeat penalty", "setting of sampling")
                explanation: qsTr("Makes recent words less likely. 1: off.", "explanation of a setting")
                from: 1
                to: root.defaults.mostRepeatPenalty
                current: root.chat.current.sampling.repeatPenalty ?? root.defaults.repeatPenalty
                isChosen: root.chat.current.sampling.repeatPenalty !== undefined
                onChosen: value => root.chat.current.sampling.repeatPenalty = value
                onUnchosen: root.chat.current.sampling.repeatPenalty = undefined
            }
            NumberRow {
                title: qsTr("Longest answer", "setting")
                explanation: qsTr("In tokens.", "explanation of a setting")
                from: 0
                to: 1000000
                step: 256
                zeroText: qsTr("what fits", "value of a setting: as long an answer as the context holds")
                current: root.chat.current.sampling.maxTokens
                onChosen: value => root.chat.current.sampling.maxTokens = value
            }
            SettingRow {
                title: qsTr("Seed", "setting of sampling")
                explanation: qsTr("The same seed gives the same answer again.", "explanation of a setting")

                LineField {
                    implicitWidth: 140
                    implicitHeight: Metrics.controlHeight
                    placeholderText: qsTr("random", "value of the seed: another each time")
                    inputMethodHints: Qt.ImhDigitsOnly
                    Accessible.name: qsTr("Seed", "setting of sampling")
                    text: root.chat.current.sampling.seed
                    onEditingFinished: root.chat.current.sampling.seed = text
                }
            }
        }
    }
}
