// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// A label on the left, its figure on the right; the figure wins when room is short.
import QtQuick
import QtQuick.Layouts
import Vibrant.Theme

RowLayout {
    id: root

    required property string label
    required property string value
    property color swatch: "transparent"

    spacing: Metrics.space8
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("%1: %2", "a label and its figure, read out together").arg(label).arg(value)

    Rectangle {
        visible: root.swatch.a > 0
        implicitWidth: 8
        implicitHeight: 8
        radius: 2
        color: root.swatch
    }
    Label {
        Layout.fillWidth: true
        Layout.minimumWidth: 72
        text: root.label
        font: Typography.caption
        color: Theme.textMuted
        wrapMode: Text.Wrap
        Accessible.ignored: true
    }
    Label {
        Layout.fillWidth: true
        Layout.maximumWidth: Math.ceil(implicitWidth)
        horizontalAlignment: Text.AlignRight
        text: root.value
        wrapMode: Text.Wrap
        font: Typography.caption
        Accessible.ignored: true
    }
}
