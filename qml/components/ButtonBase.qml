// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What every push button shares: optional icon, text, optional key hint, focus ring, Enter as well as Space.
// Buttons take focus by Tab only, so that a click never pulls the caret out of the composer.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Vibrant.Theme

T.Button {
    id: control

    property string iconPath
    property bool iconFilled: false
    property string hint
    property color ink: Theme.text
    property color iconInk: ink
    property color fill: "transparent"
    property color outline: "transparent"
    property real cornerRadius: Metrics.radiusControl

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: Metrics.controlHeight
    leftPadding: Metrics.space12
    rightPadding: Metrics.space12
    spacing: Metrics.space8
    font: Typography.control
    hoverEnabled: true
    focusPolicy: Qt.TabFocus
    opacity: enabled ? 1 : 0.45

    Accessible.name: text

    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()

    contentItem: Item {
        implicitWidth: row.implicitWidth
        implicitHeight: row.implicitHeight

        RowLayout {
            id: row

            anchors.centerIn: parent
            width: Math.min(implicitWidth, parent.width)
            spacing: control.spacing

            Icon {
                visible: control.iconPath.length > 0
                path: control.iconPath
                filled: control.iconFilled
                color: control.iconInk
            }
            Text {
                Layout.fillWidth: true
                visible: text.length > 0
                text: control.text
                textFormat: Text.PlainText
                font: control.font
                color: control.ink
                elide: Text.ElideRight
            }
            Text {
                visible: text.length > 0
                text: control.hint
                textFormat: Text.PlainText
                font: Typography.caption
                color: control.ink
                opacity: 0.8
            }
        }
    }

    background: Rectangle {
        radius: control.cornerRadius
        color: control.fill
        border.color: control.outline
        border.width: control.outline.a > 0 ? 1 : 0

        Rectangle {
            anchors.fill: parent
            radius: parent.radius
            color: control.down ? Theme.pressed : Theme.hover
            opacity: control.enabled && (control.hovered || control.down) ? 1 : 0

            Behavior on opacity {
                NumberAnimation {
                    duration: Metrics.durationFade
                }
            }
        }
        FocusRing {
            control: control
            shown: control.visualFocus
            controlRadius: control.cornerRadius
        }
    }
}
