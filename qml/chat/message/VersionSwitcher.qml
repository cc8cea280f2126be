// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// "‹ 2 / 3 ›": which version of a message is shown, and the way to the others.
import QtQuick
import QtQuick.Layouts
import Vibrant.Components
import Vibrant.Theme

RowLayout {
    id: root

    required property int version
    required property int count

    signal chosen(version: int)

    spacing: 0
    visible: count > 1
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Version %1 of %2", "of a message").arg(version).arg(count)

    IconButton {
        implicitWidth: 24
        enabled: root.version > 1
        iconPath: Icons.chevronLeft
        tip: qsTr("Earlier version", "button on a message")
        onClicked: root.chosen(root.version - 1)
    }
    Label {
        text: qsTr("%1 / %2", "version of a message, and how many there are").arg(root.version).arg(root.count)
        font: Typography.caption
        color: Theme.textMuted
        Accessible.ignored: true
    }
    IconButton {
        implicitWidth: 24
        enabled: root.version < root.count
        iconPath: Icons.chevronRight
        tip: qsTr("Later version", "button on a message")
        onClicked: root.chosen(root.version + 1)
    }
}
