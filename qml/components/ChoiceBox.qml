// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// One of a list: a button with the current choice that drops the list down.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Vibrant.Theme

T.ComboBox {
    id: control

    required property string name // accessible

    implicitWidth: 200
    implicitHeight: Metrics.controlHeight
    leftPadding: Metrics.space12
    rightPadding: Metrics.space12 + Metrics.iconSize
    font: Typography.control
    hoverEnabled: true
    focusPolicy: Qt.TabFocus
    opacity: enabled ? 1 : 0.45

    Accessible.name: name

    contentItem: Label {
        text: control.displayText
        font: control.font
        Accessible.ignored: true
    }

    indicator: Icon {
        x: control.mirrored ? Metrics.space8 : control.width - width - Metrics.space8
        anchors.verticalCenter: parent.verticalCenter
        path: Icons.chevron
    }

    background: Rectangle {
        radius: Metrics.radiusControl
        color: control.down ? Theme.pressed : control.hovered ? Theme.hover : Theme.surface
        border.width: 1
        border.color: Theme.border

        FocusRing {
            control: control
            shown: control.visualFocus
        }
    }

    delegate: T.ItemDelegate {
        id: choice

        required property int index
        required property string modelData

        width: ListView.view.width
        height: Metrics.controlHeight
        text: modelData
        highlighted: control.highlightedIndex === index
        leftPadding: Metrics.space8
        rightPadding: Metrics.space8
        Accessible.name: modelData

        contentItem: Label {
            text: choice.text
            font: control.font
            color: control.currentIndex === choice.index ? Theme.accent : Theme.text
            Accessible.ignored: true
        }

        background: Rectangle {
            radius: Metrics.radiusControl - 2
            color: choice.highlighted ? Theme.hover : "transparent"
        }
    }

    popup: T.Popup {
        y: control.height + Metrics.space4
        width: control.width
        height: Math.min(contentItem.implicitHeight + 2 * padding, 320)
        padding: Metrics.space4
        margins: Metrics.space8

        contentItem: ListView {
            implicitHeight: contentHeight
            model: control.delegateModel
            currentIndex: control.highlightedIndex
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            T.ScrollBar.vertical: ThinScrollBar {}
        }

        background: Item {
            SoftShadow {
                anchors.fill: parent
                radius: Metrics.radiusControl + 2
            }
            Rectangle {
                anchors.fill: parent
                radius: Metrics.radiusControl + 2
                color: Theme.surface
                border.width: 1
                border.color: Theme.border
            }
        }
    }
}
