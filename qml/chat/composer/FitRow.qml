// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// A message that the model may see or not, with its price.
import QtQuick
import QtQuick.Layouts
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

Rectangle {
    id: root

    required property int index
    required property string preview
    required property int author
    required property int tokens
    required property bool seen
    property bool focused: false

    signal chosen

    implicitHeight: 36
    radius: Metrics.radiusControl
    color: hover.hovered ? Theme.hover : "transparent"
    border.width: focused ? Metrics.focusWidth : 0
    border.color: Theme.accent

    Accessible.role: Accessible.RadioButton
    Accessible.name: seen ? qsTr("%1, the model sees it", "read out; %1 is a message").arg(preview) : qsTr("%1, left out", "read out; %1 is a message").arg(preview)
    Accessible.checked: seen
    Accessible.onPressAction: root.chosen()

    HoverHandler {
        id: hover
    }
    TapHandler {
        onTapped: root.chosen()
    }
    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Metrics.space8
        anchors.rightMargin: Metrics.space8
        spacing: Metrics.space8

        Icon {
            path: root.seen ? Icons.check : Icons.minus
            color: root.seen ? Theme.good : Theme.textMuted
        }
        Label {
            Layout.fillWidth: true
            text: root.preview
            font: root.author === MessageModel.User ? Typography.bodyStrong : Typography.body
            color: root.seen ? Theme.text : Theme.textMuted
            Accessible.ignored: true
        }
        Label {
            text: root.tokens < 0 ? "" : root.tokens.toLocaleString(Qt.locale(), "f", 0)
            font: Typography.caption
            color: Theme.textMuted
            Accessible.ignored: true
        }
    }
}
