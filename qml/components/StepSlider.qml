// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// A slider over a few steps: Left and Right, Home and End, the mouse. `valueText` is what a screen reader says of the step.
import QtQuick
import QtQuick.Templates as T
import Vibrant.Theme

T.Slider {
    id: control

    required property string name // accessible
    property string valueText
    property color color: Theme.accent

    implicitWidth: 200
    implicitHeight: Metrics.iconTarget
    from: 0
    stepSize: 1
    snapMode: T.Slider.SnapAlways
    hoverEnabled: true
    focusPolicy: Qt.TabFocus
    opacity: enabled ? 1 : 0.45

    Accessible.name: name
    Accessible.description: valueText

    Keys.onPressed: event => {
        if (event.key === Qt.Key_Home || event.key === Qt.Key_End) {
            value = event.key === Qt.Key_Home ? from : to;
            moved();
            event.accepted = true;
        }
    }

    background: Rectangle {
        x: control.leftPadding
        y: (control.height - height) / 2
        width: control.availableWidth
        height: 6
        radius: 3
        color: Theme.sunken
        border.width: 1
        border.color: Theme.border

        Rectangle {
            x: control.mirrored ? parent.width - width : 0
            width: control.position * parent.width
            height: parent.height
            radius: 3
            color: control.color
        }
    }

    handle: Rectangle {
        x: control.leftPadding + control.visualPosition * (control.availableWidth - width)
        y: (control.height - height) / 2
        width: 18
        height: 18
        radius: 9
        color: Theme.surface
        border.width: 2
        border.color: control.color

        FocusRing {
            control: control
            shown: control.visualFocus
            controlRadius: 9
        }
    }
}
