// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Privacy: where everything is kept, and how to get rid of it. A second press on the same button confirms.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

SettingsSection {
    id: root

    required property StorageModel storage

    property int asked: -1 // the place whose button was pressed once

    title: qsTr("Privacy", "heading in the settings")

    Label {
        Layout.fillWidth: true
        text: qsTr("Vibrant opens no network connection. Everything it knows is in these places, readable for you only.", "explanation in the settings")
        color: Theme.textMuted
        wrapMode: Text.Wrap
    }
    Repeater {
        model: root.storage

        ColumnLayout {
            id: place

            required property int index
            required property string title
            required property string shownPath
            required property string path
            required property string size
            required property string clearText

            Layout.fillWidth: true
            spacing: 0

            RowLayout {
                Layout.fillWidth: true
                spacing: Metrics.space8

                Label {
                    Layout.fillWidth: true
                    text: place.title
                }
                Label {
                    text: place.size
                    color: Theme.textMuted
                    font: Typography.caption
                }
                IconButton {
                    iconPath: Icons.copy
                    tip: qsTr("Copy the path of %1", "button; %1 is what is kept there").arg(place.title)
                    onClicked: Clipboard.copy(place.path)
                }
                IconButton {
                    iconPath: Icons.folder
                    tip: qsTr("Show %1 in the file manager", "button; %1 is what is kept there").arg(place.title)
                    onClicked: root.storage.openFolder(place.index)
                }
            }
            Label {
                Layout.fillWidth: true
                text: place.shownPath
                font: Typography.caption
                color: Theme.textMuted
                elide: Text.ElideMiddle
            }
            QuietButton {
                Layout.topMargin: Metrics.space4
                visible: place.clearText.length > 0
                ink: root.asked === place.index ? Theme.danger : Theme.text
                text: root.asked === place.index ? qsTr("%1: press again to confirm", "button; %1 is what it does").arg(place.clearText) : place.clearText
                onClicked: {
                    if (root.asked === place.index) {
                        root.asked = -1;
                        root.storage.clear(place.index);
                    } else {
                        root.asked = place.index;
                    }
                }
                onActiveFocusChanged: {
                    if (!activeFocus && root.asked === place.index)
                        root.asked = -1;
                }
            }
        }
    }
}
