// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// A load under way: what, how far, and the way out.
import QtQuick
import QtQuick.Layouts
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

ColumnLayout {
    id: root

    required property ModelController models
    property bool compact: false // the button below the text

    spacing: Metrics.space8

    Label {
        Layout.fillWidth: true
        text: qsTr("Opening %1", "%1 is the name of a model").arg(root.models.loadingName)
        font: Typography.control
        wrapMode: Text.WrapAtWordBoundaryOrAnywhere
        maximumLineCount: 2
    }
    GaugeBar {
        Layout.fillWidth: true
        name: qsTr("Loading %1", "accessible name of the progress; %1 is the name of a model").arg(root.models.loadingName)
        value: root.models.loadProgress
    }
    GridLayout {
        Layout.fillWidth: true
        columns: root.compact ? 1 : 2
        columnSpacing: Metrics.space8
        rowSpacing: Metrics.space8

        Label {
            Layout.fillWidth: true
            text: root.models.loadText
            font: Typography.caption
            color: Theme.textMuted
            wrapMode: Text.Wrap
        }
        QuietButton {
            objectName: "cancelLoadButton"
            Layout.fillWidth: root.compact
            implicitHeight: root.compact ? Metrics.controlHeight : Metrics.iconTarget
            text: qsTr("Cancel", "button that cancels loading a model")
            onClicked: root.models.cancelLoad()
        }
    }
}
