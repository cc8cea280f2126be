// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// No model yet: one clear thing to do, and the quick ways to it.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

ColumnLayout {
    id: root

    required property ActionModel actions
    required property ModelController models
    required property ModelLibrary library
    property bool compact: false // a low window

    Component.onCompleted: library.refreshOnce()
    spacing: Metrics.space8

    Wordmark {
        Layout.alignment: Qt.AlignHCenter
        Layout.bottomMargin: Metrics.space8
        visible: !root.compact
        size: 52
    }
    Label {
        Layout.fillWidth: true
        horizontalAlignment: Text.AlignHCenter
        text: qsTr("Open a model to begin", "invitation at the first start")
        font: Typography.hero
        wrapMode: Text.Wrap
        Accessible.role: Accessible.Heading
    }
    Label {
        Layout.fillWidth: true
        Layout.maximumWidth: 460
        Layout.alignment: Qt.AlignHCenter
        Layout.bottomMargin: Metrics.space16
        horizontalAlignment: Text.AlignHCenter
        text: qsTr("Vibrant answers with coder models in GGUF files, straight from where they are. Everything happens on this computer.",
                   "explanation at the first start")
        color: Theme.textMuted
        lineHeight: 1.35
        wrapMode: Text.Wrap
    }
    Rectangle {
        Layout.fillWidth: true
        Layout.maximumWidth: 460
        Layout.alignment: Qt.AlignHCenter
        implicitHeight: inside.implicitHeight + 2 * (root.compact ? Metrics.space16 : Metrics.space28)
        radius: Metrics.radiusComposer
        color: Theme.surface
        border.width: 1
        border.color: Theme.border

        ColumnLayout {
            id: inside

            anchors.centerIn: parent
            width: parent.width - 2 * Metrics.space20
            spacing: Metrics.space12

            LoadProgress {
                Layout.fillWidth: true
                visible: root.models.loading
                models: root.models
            }
            PrimaryButton {
                objectName: "firstOpenButton"
                Layout.alignment: Qt.AlignHCenter
                visible: !root.models.loading
                iconPath: Icons.folder
                text: qsTr("Open model…", "button that opens the file dialog")
                hint: qsTr("Ctrl+O", "shortcut shown in a button")
                onClicked: root.actions.trigger(ActionModel.OpenModel)
            }
            RowLayout {
                Layout.alignment: Qt.AlignHCenter
                visible: !root.models.loading
                spacing: Metrics.space8

                Icon {
                    path: Icons.drop
                }
                Label {
                    text: qsTr("or drop a .gguf file anywhere in this window", "hint at the first start")
                    font: Typography.caption
                    color: Theme.textMuted
                }
            }
        }
    }
    QuietButton {
        Layout.topMargin: Metrics.space4
        Layout.alignment: Qt.AlignHCenter
        visible: root.library.total > 0 && !root.models.loading
        iconPath: Icons.cube
        text: root.library.total === 1 ? qsTr("One model is on this computer already", "button that shows the models that were found")
                                       : qsTr("%1 models are on this computer already", "button that shows the models that were found").arg(root.library.total)
        onClicked: root.actions.trigger(ActionModel.ShowLibrary, true)
    }
    SectionLabel {
        Layout.topMargin: Metrics.space12
        Layout.fillWidth: true
        Layout.maximumWidth: 460
        Layout.alignment: Qt.AlignHCenter
        visible: recent.visible
        text: qsTr("Opened before", "heading of a list of models")
    }
    Column {
        id: recent

        Layout.fillWidth: true
        Layout.maximumWidth: 460
        Layout.alignment: Qt.AlignHCenter
        visible: rows.count > 0 && !root.models.loading

        Repeater {
            id: rows

            model: root.models.recentFiles

            RecentFileRow {
                width: recent.width
                visible: index < 4
                height: visible ? implicitHeight : 0
                onOpened: path => root.models.openPath(path)
                onRemoved: row => root.models.recentFiles.remove(row)
            }
        }
    }
}
