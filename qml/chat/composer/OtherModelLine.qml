// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// In a chat that another model answered: which one, and the way back to it. It is never opened by itself.
import QtQuick
import QtQuick.Layouts
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

RowLayout {
    id: root

    required property ChatController chat
    required property ModelController models

    visible: chat.otherModel.length > 0
    spacing: Metrics.space8

    Label {
        Layout.fillWidth: true
        Layout.leftMargin: Metrics.space4
        text: qsTr("%1 answered here so far", "%1 is the name of a model that is not open").arg(root.chat.otherModel)
        font: Typography.caption
        color: Theme.textMuted
        wrapMode: Text.Wrap
        maximumLineCount: 2
    }
    TextButton {
        text: root.models.ready ? qsTr("Switch to it", "button: opens the model that answered this chat") : qsTr("Open it", "button: opens the model that answered this chat")
        Accessible.name: qsTr("Open %1", "accessible name of a button; %1 is the name of a model").arg(root.chat.otherModel)
        onClicked: root.chat.openOtherModel()
    }
}
