// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// A 16 px icon in a 28 px target. Its tooltip is also its accessible name, so neither can be forgotten.
import QtQuick
import QtQuick.Templates as T
import Vibrant.Theme

T.Button {
    id: control

    required property string iconPath
    required property string tip
    property bool framed: false
    property color ink: hovered || visualFocus ? Theme.text : Theme.textMuted

    implicitWidth: Metrics.iconTarget
    implicitHeight: Metrics.iconTarget
    hoverEnabled: true
    focusPolicy: Qt.TabFocus
    display: T.AbstractButton.IconOnly
    opacity: enabled ? 1 : 0.45

    Accessible.name: tip

    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()

    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            path: control.iconPath
            color: control.ink
        }
    }

    background: Rectangle {
        radius: Metrics.radiusControl
        color: control.down ? Theme.pressed : control.hovered ? Theme.hover : control.framed ? Theme.surface : "transparent"
        border.width: control.framed ? 1 : 0
        border.color: Theme.border

        FocusRing {
            control: control
            shown: control.visualFocus
        }
    }

    Tip {
        shown: control.hovered || control.visualFocus
        text: control.tip
    }
}
