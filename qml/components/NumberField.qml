// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// A whole number between two limits: typed, stepped with Up and Down, or with the buttons at its end. `zeroText` stands
// for 0 where that means "automatic".
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Vibrant.Theme

T.SpinBox {
    id: control

    required property string name // accessible
    property string zeroText

    implicitWidth: 140
    implicitHeight: Metrics.controlHeight
    leftPadding: Metrics.space12 + (mirrored ? 2 * Metrics.iconTarget : 0)
    rightPadding: Metrics.space12 + (mirrored ? 0 : 2 * Metrics.iconTarget)
    font: Typography.control
    editable: true
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    opacity: enabled ? 1 : 0.45

    textFromValue: (value, locale) => value === 0 && control.zeroText.length > 0 ? control.zeroText : Number(value).toLocaleString(locale, "f", 0)
    valueFromText: (text, locale) => {
        const digits = text.replace(/[^0-9]/g, "");
        return digits.length > 0 ? parseInt(digits) : 0;
    }

    Accessible.name: name

    contentItem: TextInput {
        text: control.displayText
        font: control.font
        color: Theme.text
        selectionColor: Theme.selection
        selectedTextColor: Theme.text
        horizontalAlignment: TextInput.AlignLeft
        verticalAlignment: TextInput.AlignVCenter
        readOnly: !control.editable
        selectByMouse: true
        inputMethodHints: Qt.ImhDigitsOnly
        Accessible.ignored: true
        onActiveFocusChanged: {
            if (activeFocus)
                selectAll();
        }
    }

    down.indicator: StepButton {
        x: control.mirrored ? Metrics.iconTarget : control.width - 2 * Metrics.iconTarget
        height: control.height
        pressed: control.down.pressed
        hovered: control.down.hovered
        path: Icons.minus
    }
    up.indicator: StepButton {
        x: control.mirrored ? 0 : control.width - Metrics.iconTarget
        height: control.height
        pressed: control.up.pressed
        hovered: control.up.hovered
        path: Icons.plus
    }

    background: Rectangle {
        radius: Metrics.radiusControl
        color: Theme.surface
        border.width: 1
        border.color: control.activeFocus ? Theme.accent : Theme.border
    }

    component StepButton: Rectangle {
        id: step

        required property bool pressed
        required property bool hovered
        required property string path

        implicitWidth: Metrics.iconTarget
        radius: Metrics.radiusControl
        color: pressed ? Theme.pressed : hovered ? Theme.hover : "transparent"

        Icon {
            anchors.centerIn: parent
            path: step.path
        }
    }
}
