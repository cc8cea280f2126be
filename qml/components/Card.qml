// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// A surface with one hairline. Children stack in a column.
import QtQuick
import QtQuick.Layouts
import Vibrant.Theme

Rectangle {
    id: root

    default property alias content: column.data
    property real padding: Metrics.space16
    property alias spacing: column.spacing

    implicitWidth: column.implicitWidth + 2 * padding
    implicitHeight: column.implicitHeight + 2 * padding
    radius: Metrics.radiusCard
    color: Theme.surface
    border.color: Theme.border
    border.width: 1

    ColumnLayout {
        id: column

        anchors.fill: parent
        anchors.margins: root.padding
        spacing: Metrics.space8
    }
}
