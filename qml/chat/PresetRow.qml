// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Presets: choose one, keep what is set as one, remove one.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

ColumnLayout {
    id: root

    required property ChatController chat
    required property ChatsController chats

    property bool naming: false

    function keep(): void {
        if (field.text.trim().length === 0)
            return;
        chats.savePreset(field.text);
        endNaming();
    }

    function endNaming(): void {
        save.forceActiveFocus(Qt.OtherFocusReason);
        naming = false;
    }

    Layout.fillWidth: true
    spacing: Metrics.space8

    SettingRow {
        title: qsTr("Preset", "setting: a named set of settings")

        ChoiceBox {
            name: qsTr("Preset", "setting: a named set of settings")
            enabled: root.chats.presetNames.length > 0
            model: root.chats.presetNames
            currentIndex: root.chats.presetNames.indexOf(root.chat.current.preset)
            displayText: root.chat.current.preset.length > 0 ? root.chat.current.preset : qsTr("none", "no preset is chosen")
            onActivated: index => root.chats.applyPreset(root.chats.presetNames[index])
        }
        IconButton {
            visible: root.chat.current.preset.length > 0
            iconPath: Icons.trash
            tip: qsTr("Remove the preset %1", "button").arg(root.chat.current.preset)
            onClicked: root.chats.removePreset(root.chat.current.preset)
        }
        IconButton {
            id: save

            iconPath: Icons.save
            tip: qsTr("Keep these settings as a preset", "button")
            onClicked: {
                root.naming = true;
                field.text = root.chat.current.preset;
                field.forceActiveFocus(Qt.OtherFocusReason);
            }
        }
    }
    RowLayout {
        Layout.fillWidth: true
        visible: root.naming
        spacing: Metrics.space8

        LineField {
            id: field

            Layout.fillWidth: true
            placeholderText: qsTr("Name of the preset", "placeholder of a field")
            Keys.onReturnPressed: root.keep()
            Keys.onEnterPressed: root.keep()
            Keys.onEscapePressed: root.endNaming()
        }
        QuietButton {
            text: qsTr("Keep", "button: keeps the settings as a preset")
            enabled: field.text.trim().length > 0
            onClicked: root.keep()
        }
    }
}
