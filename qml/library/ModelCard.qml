// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The model in use and the one on its way, at the foot of the sidebar.
import QtQuick
import QtQuick.Layouts
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

Card {
    id: root

    required property ActionModel actions
    required property ModelController models

    readonly property bool known: models.ready || models.asleep // it has a name

    padding: Metrics.space12
    spacing: Metrics.space4

    Label {
        Layout.fillWidth: true
        visible: root.known || !root.models.loading
        text: root.known ? root.models.name : qsTr("No model", "the model card while nothing is loaded")
        font: Typography.controlStrong
        elide: Text.ElideMiddle
        wrapMode: Text.Wrap
        maximumLineCount: 2

        HoverHandler {
            id: hover
        }
        Tip {
            shown: hover.hovered && root.models.ready
            text: root.models.filePath
        }
    }
    Label {
        Layout.fillWidth: true
        visible: root.known || !root.models.loading
        text: root.models.asleep ? qsTr("Asleep; wakes with the next message", "the model card") : root.known ? root.models.details : qsTr("Open a GGUF file to begin", "the model card while nothing is loaded")
        font: Typography.caption
        color: Theme.textMuted
        wrapMode: Text.Wrap
    }
    Badge {
        Layout.topMargin: Metrics.space4
        visible: root.known && root.models.starter
        text: qsTr("Starter model", "mark on the model that comes with the program")
    }
    LoadProgress {
        Layout.fillWidth: true
        Layout.topMargin: root.models.ready ? Metrics.space8 : 0
        visible: root.models.loading
        compact: true
        models: root.models
    }
    QuietButton {
        objectName: "openModelButton"
        Layout.fillWidth: true
        Layout.topMargin: Metrics.space4
        visible: (!root.known || root.models.starter) && !root.models.loading
        text: qsTr("Open model…", "button that opens the file dialog")
        onClicked: root.actions.trigger(ActionModel.OpenModel)
    }
    RowLayout {
        Layout.fillWidth: true
        Layout.topMargin: Metrics.space4
        visible: !root.models.loading
        spacing: Metrics.space8

        QuietButton {
            Layout.fillWidth: true
            iconPath: Icons.cube
            text: qsTr("Models", "button that opens the page with all models")
            onClicked: root.actions.trigger(ActionModel.ShowLibrary, true)
        }
        IconButton {
            implicitWidth: Metrics.controlHeight
            implicitHeight: Metrics.controlHeight
            visible: root.known
            framed: true
            iconPath: Icons.eject
            tip: qsTr("Unload", "button that frees the model's memory")
            onClicked: root.models.unload()
        }
    }
}
