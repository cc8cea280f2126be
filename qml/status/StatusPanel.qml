// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The right column: what the machine is doing, in figures.
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

Rectangle {
    id: root

    required property ChatController chat
    required property ModelController models
    required property StatusController status

    color: Theme.side

    Rectangle {
        anchors.left: parent.left
        width: 1
        height: parent.height
        color: Theme.border
    }
    Flickable {
        id: flick

        anchors.fill: parent
        contentHeight: column.implicitHeight + 2 * Metrics.space16
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentHeight > height
        clip: true
        T.ScrollBar.vertical: ThinScrollBar {}

        ColumnLayout {
            id: column

            x: Metrics.space16
            y: Metrics.space16
            width: flick.width - 2 * Metrics.space16
            spacing: Metrics.space12

            SpeedCard {
                Layout.fillWidth: true
                chat: root.chat
                status: root.status
            }
            ContextCard {
                Layout.fillWidth: true
                visible: root.models.ready
                status: root.status
            }
            MemoryCard {
                Layout.fillWidth: true
                visible: root.status.memory.length > 0
                status: root.status
            }
            MachineCard {
                Layout.fillWidth: true
                visible: root.models.ready
                status: root.status
            }
            HotPathCard {
                Layout.fillWidth: true
                visible: root.status.hotPath.length > 0
                status: root.status
            }
            TextButton {
                id: copyButton

                property bool done: false

                Layout.alignment: Qt.AlignHCenter
                iconPath: done ? Icons.check : Icons.copy
                text: done ? qsTr("Copied", "button, after it has copied") : qsTr("Copy for a bug report", "button that copies the figures as text")
                onClicked: {
                    Clipboard.copy(root.status.report());
                    done = true;
                    feedback.restart();
                }

                Timer {
                    id: feedback

                    interval: Metrics.durationFeedback
                    onTriggered: copyButton.done = false
                }
            }
        }
    }
}
