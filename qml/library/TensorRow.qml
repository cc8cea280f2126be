// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// A tensor of a model file: name, type, shape, size.
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Vibrant.Components
import Vibrant.Theme

T.ItemDelegate {
    id: control

    required property int index
    required property string name
    required property string type
    required property string shape
    required property string size

    readonly property bool current: ListView.isCurrentItem && (ListView.view?.activeFocus ?? false)

    implicitHeight: Metrics.iconTarget
    leftPadding: Metrics.space8
    rightPadding: Metrics.space12
    hoverEnabled: true
    focusPolicy: Qt.NoFocus
    Accessible.role: Accessible.ListItem
    Accessible.name: name
    Accessible.description: [type, shape, size].join(", ")
    onClicked: ListView.view.currentIndex = index

    contentItem: RowLayout {
        spacing: Metrics.space12

        Label {
            Layout.fillWidth: true
            text: control.name
            font: Typography.code
            elide: Text.ElideMiddle
            Accessible.ignored: true
        }
        Label {
            Layout.preferredWidth: 56
            text: control.type
            font: Typography.code
            color: Theme.textMuted
            Accessible.ignored: true
        }
        Label {
            Layout.preferredWidth: 120
            text: control.shape
            font: Typography.code
            horizontalAlignment: Text.AlignRight
            Accessible.ignored: true
        }
        Label {
            Layout.preferredWidth: 72
            text: control.size
            font: Typography.caption
            color: Theme.textMuted
            horizontalAlignment: Text.AlignRight
            Accessible.ignored: true
        }
    }

    background: Rectangle {
        radius: Metrics.radiusControl - 2
        color: control.current ? Theme.surface : control.hovered ? Theme.hover : "transparent"
        border.width: control.current ? 1 : 0
        border.color: Theme.accent
    }
}
