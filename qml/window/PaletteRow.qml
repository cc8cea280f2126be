// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// A command of the palette, the letters that matched in the accent. The field keeps the keyboard, so rows take none.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Vibrant.Components
import Vibrant.Theme

Rectangle {
    id: control

    required property int index
    required property string title
    required property string group
    required property string keys
    required property list<int> positions
    required property bool current

    signal chosen

    implicitHeight: Metrics.controlHeightLarge
    radius: Metrics.radiusControl
    color: current ? Theme.sunken : hover.hovered ? Theme.hover : "transparent"
    onCurrentChanged: {
        if (current)
            Accessible.announce(title);
    }

    Accessible.role: Accessible.ListItem
    Accessible.selected: current
    Accessible.onPressAction: chosen()
    Accessible.name: keys.length > 0 ? qsTr("%1: %2", "a label and its figure, read out together").arg(title).arg(keys) : title

    // The title cut where a match begins or ends.
    function runs(): var {
        const result = [];
        for (let i = 0; i < title.length; ++i) {
            const matched = positions.includes(i);
            const last = result[result.length - 1];
            if (last && last.matched === matched)
                last.text += title[i];
            else
                result.push({
                    text: title[i],
                    matched: matched
                });
        }
        return result;
    }

    HoverHandler {
        id: hover
    }
    TapHandler {
        onTapped: control.chosen()
    }
    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Metrics.space8
        anchors.rightMargin: Metrics.space8
        spacing: Metrics.space8

        Row {
            Layout.fillWidth: true
            clip: true

            // Not one rich text: titles are plain text like all others here.
            Repeater {
                model: control.runs()

                Label {
                    required property var modelData

                    text: modelData.text
                    color: modelData.matched ? Theme.accent : Theme.text
                    font: modelData.matched ? Typography.bodyStrong : Typography.body
                    elide: Text.ElideNone
                    Accessible.ignored: true
                }
            }
        }
        Label {
            text: control.group
            font: Typography.caption
            color: Theme.textMuted
            Accessible.ignored: true
        }
        KeyCap {
            visible: text.length > 0
            text: control.keys
        }
    }
}
