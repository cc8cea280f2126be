// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The box of a task in a list, with a tick when it is done. It shows, and cannot be changed.
import QtQuick
import Vibrant.Components
import Vibrant.Theme

Item {
    id: root

    required property bool done

    implicitWidth: box.width
    implicitHeight: Typography.bodyMetrics.height

    Rectangle {
        id: box

        anchors.centerIn: parent
        width: 14
        height: 14
        radius: Metrics.radiusSmall
        color: root.done ? Theme.good : "transparent"
        border.width: 1
        border.color: root.done ? Theme.good : Theme.textMuted
        Accessible.role: Accessible.CheckBox
        Accessible.name: qsTr("task", "a check box in an answer")
        Accessible.checked: root.done

        Icon {
            anchors.centerIn: parent
            visible: root.done
            size: 11
            strokeWidth: 2.4
            path: Icons.check
            color: Theme.window
        }
    }
}
