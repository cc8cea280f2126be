// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// A thematic break.
import QtQuick
import Vibrant.Theme

Item {
    implicitHeight: Metrics.space16
    Accessible.role: Accessible.Separator

    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width
        height: 1
        color: Theme.border
    }
}
