// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// A command of the palette, the letters that matched in the accent.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Vibrant.Components
import Vibrant.Theme

T.ItemDelegate {
    id: control

    required property int index
    required property string title
    required property string group
    required property string keys
    required property list<int> positions

    height: Metrics.controlHeightLarge
    leftPadding: Metrics.space8
    rightPadding: Metrics.space8
    focusPolicy: Qt.NoFocus
    text: title
    onHighlightedChanged: {
        if (highlighted)
            Accessible.announce(title);
    }

    Accessible.role: Accessible.ListItem
    Accessible.name: keys.length > 0 ? qsTr("%1: %2", "a label and its figure, read out together").arg(title).arg(keys) : title

    contentItem: RowLayout {
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

    background: Rectangle {
        radius: Metrics.radiusControl
        color: control.highlighted ? Theme.sunken : control.hovered ? Theme.hover : "transparent"
    }

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
}
