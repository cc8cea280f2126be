// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// A setting: what it is, what it does, and its control on the right; below them where there is no room.
import QtQuick
import QtQuick.Layouts
import Vibrant.Components
import Vibrant.Theme

GridLayout {
    id: root

    default property alias control: place.data
    required property string title
    property string explanation
    readonly property bool narrow: width < 420

    Layout.fillWidth: true
    columns: narrow ? 1 : 2
    columnSpacing: Metrics.space16
    rowSpacing: Metrics.space4

    ColumnLayout {
        Layout.fillWidth: true
        Layout.minimumHeight: Metrics.controlHeight
        spacing: 0

        Label {
            Layout.fillWidth: true
            text: root.title
            wrapMode: Text.Wrap
            Accessible.name: "" // the control says it
            Accessible.ignored: true
        }
        Label {
            Layout.fillWidth: true
            visible: text.length > 0
            text: root.explanation
            font: Typography.caption
            color: Theme.textMuted
            wrapMode: Text.Wrap
        }
    }
    RowLayout {
        id: place

        Layout.fillWidth: false
        Layout.alignment: root.narrow ? Qt.AlignLeft | Qt.AlignTop : Qt.AlignRight | Qt.AlignTop
        Layout.bottomMargin: root.narrow ? Metrics.space8 : 0
        Layout.maximumWidth: root.width
    }
}
