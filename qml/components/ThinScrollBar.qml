// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// A scroll bar that is a hint at rest and a handle under the pointer.
import QtQuick
import QtQuick.Templates as T
import Vibrant.Theme

T.ScrollBar {
    id: control

    readonly property bool prominent: hovered || pressed

    implicitWidth: orientation === Qt.Vertical ? 12 : 48
    implicitHeight: orientation === Qt.Vertical ? 48 : 12
    padding: 3
    minimumSize: 0.06
    hoverEnabled: true
    visible: policy === T.ScrollBar.AlwaysOn || (policy !== T.ScrollBar.AlwaysOff && size < 1)

    contentItem: Rectangle {
        radius: Math.min(width, height) / 2
        color: control.prominent ? Theme.textMuted : Theme.textFaint
        opacity: control.prominent ? 0.8 : control.active ? 0.55 : 0.3

        Behavior on opacity {
            NumberAnimation {
                duration: Metrics.durationFade
            }
        }
    }
}
