// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The line in the chat above which the model no longer sees anything.
import QtQuick
import QtQuick.Layouts
import Vibrant.Components
import Vibrant.Theme

RowLayout {
    spacing: Metrics.space12
    Accessible.role: Accessible.Separator
    Accessible.name: label.text

    Rectangle {
        Layout.fillWidth: true
        implicitHeight: 1
        color: Theme.warning
    }
    Label {
        id: label

        text: qsTr("The model sees from here on", "a line across the chat")
        font: Typography.caption
        color: Theme.warning
        Accessible.ignored: true
    }
    Rectangle {
        Layout.fillWidth: true
        implicitHeight: 1
        color: Theme.warning
    }
}
