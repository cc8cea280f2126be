// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Asked before a link is opened whose text does not say where it leads: the text, the real host, the whole address.
import QtQuick
import QtQuick.Layouts
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

Sheet {
    id: root

    required property string linkText
    required property string address
    required property string host

    objectName: "linkSheet"
    title: qsTr("Open this link?", "title of a question")
    onOpened: open.forceActiveFocus(Qt.TabFocusReason)

    contentItem: ColumnLayout {
        spacing: Metrics.space12

        Label {
            Layout.fillWidth: true
            text: qsTr("“%1” leads to", "%1 is the text of a link; its host follows").arg(root.linkText)
            color: Theme.textMuted
            wrapMode: Text.Wrap
            maximumLineCount: 3
        }
        Label {
            Layout.fillWidth: true
            text: root.host
            font: Typography.heading2
            wrapMode: Text.WrapAnywhere
            maximumLineCount: 3
        }
        Rectangle {
            Layout.fillWidth: true
            implicitHeight: whole.implicitHeight + 2 * Metrics.space8
            radius: Metrics.radiusControl
            color: Theme.sunken

            Label {
                id: whole

                anchors.fill: parent
                anchors.margins: Metrics.space8
                text: root.address
                font: Typography.code
                wrapMode: Text.WrapAnywhere
                maximumLineCount: 6
            }
        }
        RowLayout {
            Layout.topMargin: Metrics.space4
            spacing: Metrics.space8

            TextButton {
                iconPath: Icons.copy
                text: qsTr("Copy address", "button")
                onClicked: {
                    Clipboard.copy(root.address);
                    Accessible.announce(qsTr("Copied", "feedback after copying an address"));
                }
            }
            Item {
                Layout.fillWidth: true
            }
            QuietButton {
                text: qsTr("Cancel", "button")
                onClicked: root.reject()
            }
            PrimaryButton {
                id: open

                text: qsTr("Open", "button that opens a link")
                onClicked: root.accept()
            }
        }
    }
}
