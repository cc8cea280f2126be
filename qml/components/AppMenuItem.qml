// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// A line of AppMenu: icon, text, key hint, and a tick when checked.
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Vibrant.Theme

T.MenuItem {
    id: control

    property string iconPath
    property string hint

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: Metrics.controlHeight
    leftPadding: Metrics.space8
    rightPadding: Metrics.space8
    font: Typography.control
    opacity: enabled ? 1 : 0.45

    Accessible.name: text

    contentItem: RowLayout {
        spacing: Metrics.space8

        Icon {
            path: control.iconPath
            color: control.checked ? Theme.accent : Theme.textMuted
        }
        Text {
            Layout.fillWidth: true
            text: control.text
            textFormat: Text.PlainText
            font: control.font
            color: Theme.text
            elide: Text.ElideRight
        }
        Text {
            Layout.leftMargin: Metrics.space12
            visible: text.length > 0
            text: control.hint
            textFormat: Text.PlainText
            font: Typography.caption
            color: Theme.textMuted
        }
        Icon {
            visible: control.checkable
            opacity: control.checked ? 1 : 0
            path: Icons.check
            color: Theme.accent
        }
    }

    background: Rectangle {
        radius: Metrics.radiusControl - 2
        color: control.highlighted ? Theme.hover : "transparent"
        border.width: control.visualFocus ? Metrics.focusWidth : 0
        border.color: Theme.accent
    }
}
