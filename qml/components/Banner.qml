// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// A message across the chat that waits for the reader: icon, title, text, and actions as children.
import QtQuick
import QtQuick.Layouts
import Vibrant.Theme

Rectangle {
    id: root

    enum Tone {
        Notice,
        Warning,
        Danger
    }

    property int tone: Banner.Notice
    property string title
    property string text
    property string hint
    property bool dismissible: false
    default property alias actions: actionRow.data

    readonly property color ink: tone === Banner.Danger ? Theme.danger : tone === Banner.Warning ? Theme.warning : Theme.textMuted

    signal dismissed

    implicitWidth: 400
    implicitHeight: layout.implicitHeight + 2 * Metrics.space12
    radius: Metrics.radiusCard
    color: tone === Banner.Danger ? Theme.dangerSoft : tone === Banner.Warning ? Theme.warningSoft : Theme.surface
    border.width: 1
    border.color: tone === Banner.Notice ? Theme.border : Qt.alpha(ink, 0.35)

    Accessible.role: Accessible.AlertMessage
    Accessible.name: title.length > 0 ? title : text
    Accessible.description: title.length > 0 ? text : hint

    RowLayout {
        id: layout

        anchors.fill: parent
        anchors.margins: Metrics.space12
        anchors.leftMargin: Metrics.space16
        spacing: Metrics.space12

        Icon {
            Layout.alignment: Qt.AlignTop
            Layout.topMargin: 3
            path: root.tone === Banner.Notice ? Icons.info : Icons.warning
            color: root.ink
        }
        ColumnLayout {
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignVCenter
            spacing: Metrics.space4

            Label {
                Layout.fillWidth: true
                visible: text.length > 0
                text: root.title
                font: Typography.bodyStrong
                wrapMode: Text.Wrap
                maximumLineCount: 3
            }
            Label {
                Layout.fillWidth: true
                visible: text.length > 0
                text: root.text
                font: root.title.length > 0 ? Typography.body : Typography.caption
                wrapMode: Text.Wrap
                maximumLineCount: 6
            }
            Label {
                Layout.fillWidth: true
                visible: text.length > 0
                text: root.hint
                font: Typography.caption
                color: Theme.textMuted
                wrapMode: Text.Wrap
                maximumLineCount: 6
            }
            Flow {
                id: actionRow

                Layout.fillWidth: true
                Layout.topMargin: Metrics.space4
                visible: children.length > 0
                spacing: Metrics.space8
            }
        }
        IconButton {
            Layout.alignment: Qt.AlignTop
            visible: root.dismissible
            iconPath: Icons.close
            tip: qsTr("Dismiss", "button that closes a message")
            onClicked: root.dismissed()
        }
    }
}
