// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// A model file dropped anywhere on the window is opened, anything else is attached to the message; while it hovers, the window
// says which.
import QtQuick
import QtQuick.Layouts
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

DropArea {
    id: root

    required property ModelController models
    required property ChatController chat

    property bool isModel: false // what hovers

    function namesModel(address: url): bool {
        return address.toString().toLowerCase().endsWith(".gguf");
    }

    objectName: "dropOverlay"
    keys: ["text/uri-list"]
    onEntered: drag => {
        drag.accepted = drag.hasUrls;
        isModel = drag.hasUrls && drag.urls.length === 1 && namesModel(drag.urls[0]);
    }
    onDropped: drop => {
        if (drop.hasUrls) {
            drop.acceptProposedAction();
            if (drop.urls.length === 1 && root.namesModel(drop.urls[0]))
                root.models.open(drop.urls[0]);
            else
                root.chat.composer.attachments.add(drop.urls);
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
                text: root.isModel ? qsTr("Drop to open the model", "while a file hovers over the window")
                                   : qsTr("Drop to attach", "while a file hovers over the window")
                font: Typography.heading2
                wrapMode: Text.Wrap
            }
        }
    }
}
