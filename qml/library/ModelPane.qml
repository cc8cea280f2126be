// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// One model: what it needs and whether there is room, the choices for it, what it is; and the button that loads it.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

Rectangle {
    id: root

    required property ModelController models
    required property ModelLibrary library
    required property LoadPlan plan

    readonly property bool ready: plan.state === LoadPlan.Ready
    readonly property string mainText: plan.loaded ? plan.differs ? qsTr("Load again with these choices", "button") : qsTr("Loaded", "button of the model in use")
                                                   : plan.fit === LoadPlan.Fits ? qsTr("Load", "button") : plan.fit === LoadPlan.FitsAfterUnload ? qsTr("Unload the other and load", "button") : qsTr("Load anyway", "button")

    signal metadataRequested
    signal loaded // or rather: the load has begun

    function focusMain(): void {
        main.forceActiveFocus(Qt.TabFocusReason);
    }

    color: Theme.side

    Label {
        anchors.centerIn: parent
        visible: root.plan.state === LoadPlan.Nothing
        text: qsTr("Choose a model from the list", "empty pane")
        color: Theme.textMuted
    }
    ColumnLayout {
        anchors.fill: parent
        visible: root.plan.state !== LoadPlan.Nothing
        spacing: 0

        Flickable {
            id: flick

            Layout.fillWidth: true
            Layout.fillHeight: true
            contentHeight: column.height + 2 * Metrics.space16
            boundsBehavior: Flickable.StopAtBounds
            interactive: contentHeight > height
            clip: true
            T.ScrollBar.vertical: ThinScrollBar {}

            ColumnLayout {
                id: column

                x: Metrics.space16
                y: Metrics.space16
                width: flick.width - 2 * Metrics.space16
                spacing: Metrics.space12

                Label {
                    Layout.fillWidth: true
                    text: root.plan.title
                    font: Typography.heading2
                    wrapMode: Text.WrapAnywhere
                    maximumLineCount: 3
                    Accessible.role: Accessible.Heading
                }
                RowLayout {
                    Layout.fillWidth: true
                    spacing: Metrics.space8

                    QuietButton {
                        Layout.maximumWidth: implicitWidth
                        Layout.fillWidth: true
                        iconPath: Icons.folder
                        text: qsTr("Show the folder", "button: in the file manager")
                        onClicked: root.library.showInFolder(root.plan.path)
                    }
                    QuietButton {
                        Layout.maximumWidth: implicitWidth
                        Layout.fillWidth: true
                        iconPath: Icons.info
                        text: qsTr("Metadata…", "button: all keys and tensors of a model")
                        onClicked: root.metadataRequested()
                    }
                }
                Label {
                    Layout.fillWidth: true
                    visible: root.plan.state === LoadPlan.Reading
                    text: qsTr("Reading…", "a model whose header is being read")
                    color: Theme.textMuted
                }
                Banner {
                    Layout.fillWidth: true
                    visible: root.plan.state === LoadPlan.Broken
                    tone: Banner.Danger
                    title: root.plan.problem.title
                    text: root.plan.problem.text
                    hint: root.plan.problem.hint
                }
                PlanMemoryCard {
                    Layout.fillWidth: true
                    visible: root.ready
                    plan: root.plan
                }
                PlanChoicesCard {
                    Layout.fillWidth: true
                    visible: root.ready
                    plan: root.plan
                }
                ModelFactsCard {
                    Layout.fillWidth: true
                    visible: root.plan.state !== LoadPlan.Reading
                    plan: root.plan
                }
            }
        }
        Rectangle {
            Layout.fillWidth: true
            implicitHeight: 1
            color: Theme.border
        }
        RowLayout {
            Layout.fillWidth: true
            Layout.margins: Metrics.space12
            visible: root.ready
            spacing: Metrics.space8

            PrimaryButton {
                id: main

                objectName: "planLoadButton"
                Layout.fillWidth: true
                enabled: !root.models.loading && (!root.plan.loaded || root.plan.differs)
                text: root.mainText
                onClicked: {
                    root.plan.load();
                    root.loaded();
                }
            }
            QuietButton {
                visible: root.plan.loaded
                implicitHeight: Metrics.controlHeightLarge
                text: qsTr("Unload", "button that frees the model's memory")
                onClicked: root.models.unload()
            }
        }
    }
}
