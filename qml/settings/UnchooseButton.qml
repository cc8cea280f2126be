// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Takes back what the user chose for a setting that has a default. It disappears with the choice, so the focus moves to
// `field`.
import QtQuick
import Vibrant.Components

IconButton {
    id: root

    required property string title // of the setting
    required property Item field

    signal unchosen

    iconPath: Icons.undo
    tip: qsTr("%1: back to the default", "button beside a setting").arg(title)
    onClicked: {
        field.forceActiveFocus();
        unchosen();
    }
}
