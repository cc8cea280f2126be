// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// A field for one line of text, with an icon in front if there is one.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Vibrant.Theme

T.TextField {
    id: control

    property string iconPath

    readonly property real iconSpace: iconPath.length > 0 ? Metrics.iconSize + Metrics.space8 : 0

    implicitWidth: 200
    implicitHeight: Metrics.controlHeightLarge
    leftPadding: Metrics.space12 + (LayoutMirroring.enabled ? 0 : iconSpace)
    rightPadding: Metrics.space12 + (LayoutMirroring.enabled ? iconSpace : 0)
    verticalAlignment: TextInput.AlignVCenter
    color: Theme.text
    font: Typography.control
    selectionColor: Theme.selection
    selectedTextColor: Theme.text
    placeholderTextColor: Theme.textMuted
    selectByMouse: true
    activeFocusOnTab: true

    Accessible.name: placeholderText

    cursorDelegate: Rectangle {
        width: Metrics.caretWidth
        color: Theme.accent
        visible: control.cursorVisible
    }

    background: Rectangle {
        radius: Metrics.radiusControl
        color: Theme.surface
        border.width: 1
        border.color: control.activeFocus ? Theme.accent : Theme.border

        Icon {
            anchors.left: parent.left
            anchors.leftMargin: Metrics.space12
            anchors.verticalCenter: parent.verticalCenter
            visible: control.iconPath.length > 0
            path: control.iconPath
        }
    }

    Text {
        x: control.leftPadding + Metrics.caretWidth // the caret stands before it
        width: control.width - x - control.rightPadding
        height: control.height
        visible: control.length === 0 && control.preeditText.length === 0
        text: control.placeholderText
        textFormat: Text.PlainText
        verticalAlignment: Text.AlignVCenter
        font: control.font
        color: control.placeholderTextColor
        elide: Text.ElideRight
        Accessible.ignored: true
    }
}
