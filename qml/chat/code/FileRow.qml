// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// A file in "Files in this chat": tick, name, and where it comes from.
import QtQuick
import QtQuick.Layouts
import Vibrant.Components
import Vibrant.Theme

Rectangle {
    id: root

    required property int index
    required property string name
    required property string details
    required property bool ticked
    property bool current: false
    property bool focused: false

    signal chosen
    signal tickToggled

    implicitHeight: row.implicitHeight + 2 * Metrics.space8
    radius: Metrics.radiusControl
    color: current ? Theme.sunken : hover.hovered ? Theme.hover : "transparent"
    border.width: focused ? Metrics.focusWidth : 0
    border.color: Theme.accent

    Accessible.role: Accessible.CheckBox
    Accessible.name: qsTr("%1, %2", "a file and where it comes from, read out").arg(name).arg(details)
    Accessible.checkable: true
    Accessible.checked: ticked
    Accessible.onPressAction: root.chosen()
    Accessible.onToggleAction: root.tickToggled()

    HoverHandler {
        id: hover
    }
    TapHandler {
        onTapped: root.chosen()
    }
    RowLayout {
        id: row

        anchors.verticalCenter: parent.verticalCenter
        x: Metrics.space8
        width: parent.width - 2 * Metrics.space8
        spacing: Metrics.space8

        Item {
            implicitWidth: 24
            implicitHeight: 24

            Rectangle {
                anchors.centerIn: parent
                width: 16
                height: 16
                radius: Metrics.radiusSmall
                color: root.ticked ? Theme.accent : "transparent"
                border.width: 1
                border.color: root.ticked ? Theme.accent : Theme.textMuted

                Icon {
                    anchors.centerIn: parent
                    visible: root.ticked
                    size: 12
                    strokeWidth: 2.2
                    path: Icons.check
                    color: Theme.accentInk
                }
            }
            TapHandler {
                onTapped: root.tickToggled()
            }
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            Label {
                Layout.fillWidth: true
                text: root.name
                elide: Text.ElideMiddle
                Accessible.ignored: true
            }
            Label {
                Layout.fillWidth: true
                text: root.details
                font: Typography.caption
                color: Theme.textMuted
                Accessible.ignored: true
            }
        }
    }
}
