// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// On or off. Its text is its accessible name and is not drawn: the row around it does that.
import QtQuick
import QtQuick.Templates as T
import Vibrant.Theme

T.Switch {
    id: control

    implicitWidth: 40
    implicitHeight: 24
    hoverEnabled: true
    focusPolicy: Qt.TabFocus
    opacity: enabled ? 1 : 0.45

    Accessible.name: text
    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()

    indicator: Rectangle {
        anchors.fill: parent
        radius: height / 2
        color: control.checked ? Theme.accent : Theme.sunken
        border.width: 1
        border.color: control.checked ? Theme.accent : Theme.textMuted

        Rectangle {
            x: (control.mirrored ? 1 - control.position : control.position) * (parent.width - width - 6) + 3
            anchors.verticalCenter: parent.verticalCenter
            width: 16
            height: 16
            radius: 8
            color: control.checked ? Theme.accentInk : Theme.textMuted

            Behavior on x {
                NumberAnimation {
                    duration: Metrics.durationSlide
                }
            }
        }
        FocusRing {
            control: control
            shown: control.visualFocus
            controlRadius: parent.height / 2
        }
    }
}
