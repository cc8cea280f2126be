// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// A chat or a message that the search found.
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Vibrant.Components
import Vibrant.Theme

T.ItemDelegate {
    id: control

    required property int index
    required property real chatId
    required property real messageId
    required property string title
    required property string snippet
    required property list<int> marks
    required property string date

    implicitHeight: column.implicitHeight + 2 * Metrics.space8
    padding: Metrics.space8
    hoverEnabled: true
    focusPolicy: Qt.TabFocus
    Accessible.role: Accessible.Button
    Accessible.name: snippet.length > 0 ? qsTr("%1: %2", "title of a chat, then what was found in it").arg(title).arg(snippet) : title

    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()

    contentItem: ColumnLayout {
        id: column

        spacing: 2

        RowLayout {
            spacing: Metrics.space8

            Label {
                Layout.fillWidth: true
                visible: control.messageId !== 0
                text: control.title
                font: Typography.controlStrong
                Accessible.ignored: true
            }
            MarkedText {
                Layout.fillWidth: true
                visible: control.messageId === 0
                source: control.title
                marks: control.messageId === 0 ? control.marks : []
                font: Typography.controlStrong
                color: Theme.text
            }
            Label {
                text: control.date
                font: Typography.caption
                color: Theme.textMuted
                Accessible.ignored: true
            }
        }
        MarkedText {
            Layout.fillWidth: true
            visible: control.snippet.length > 0
            source: control.snippet
            marks: control.messageId === 0 ? [] : control.marks
        }
    }
    background: Rectangle {
        radius: Metrics.radiusControl
        color: control.down ? Theme.pressed : control.hovered ? Theme.hover : "transparent"

        FocusRing {
            anchors.margins: 0
            control: control
            shown: control.visualFocus
            controlRadius: Metrics.radiusControl - Metrics.focusWidth - 1
        }
    }
}
