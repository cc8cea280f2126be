// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// A model file dropped anywhere on the window is opened; while it hovers, the window says so.
import QtQuick
import QtQuick.Layouts
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

DropArea {
    id: root

    required property ModelController models

    objectName: "dropOverlay"
    keys: ["text/uri-list"]
    onEntered: drag => drag.accepted = drag.hasUrls
    onDropped: drop => {
        if (drop.hasUrls) {
            drop.acceptProposedAction();
            root.models.open(drop.urls[0]);
        }
    }

    Rectangle {
        anchors.fill: parent
        visible: root.containsDrag
        color: Qt.alpha(Theme.window, 0.92)

        Rectangle {
            anchors.fill: parent
            anchors.margins: Metrics.space16
            radius: Metrics.radiusComposer
            color: "transparent"
            border.width: 2
            border.color: Theme.accent
        }
        ColumnLayout {
            anchors.centerIn: parent
            width: parent.width - 4 * Metrics.space20
            spacing: Metrics.space8

            Icon {
                Layout.alignment: Qt.AlignHCenter
                size: 40
                path: Icons.drop
                color: Theme.accent
            }
            Label {
                Layout.fillWidth: true
                horizontalAlignment: Text.AlignHCenter
                text: qsTr("Drop to open the model", "while a file hovers over the window")
                font: Typography.heading2
                wrapMode: Text.Wrap
            }
        }
    }
}
