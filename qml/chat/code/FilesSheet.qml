// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Every code block of this chat as a file: its name, a look at it, and saving one or all that are ticked.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import QtQuick.Templates as T
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

Sheet {
    id: root

    required property ChatFilesModel files

    readonly property bool wide: width > 640
    readonly property int current: list.currentIndex

    function show(): void {
        files.refresh();
        saver.question = [];
        saver.notice = "";
        list.currentIndex = files.count > 0 ? 0 : -1;
        open();
    }

    objectName: "filesSheet"
    title: qsTr("Files in this chat", "title of a dialog")
    width: Math.min(1080, parent ? parent.width - 2 * Metrics.space16 : 1080)
    height: parent ? Math.min(parent.height - 2 * Metrics.space16, 760) : 760

    contentItem: ColumnLayout {
        spacing: Metrics.space12

        Label {
            Layout.fillWidth: true
            Layout.fillHeight: root.files.count === 0
            visible: root.files.count === 0
            text: qsTr("No answer in this chat has code in it yet.", "in place of a list of files")
            color: Theme.textMuted
            verticalAlignment: Text.AlignTop
        }
        GridLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: root.files.count > 0
            columns: root.wide ? 2 : 1
            columnSpacing: Metrics.space12
            rowSpacing: Metrics.space12

            ListView {
                id: list

                objectName: "filesList"

                Layout.preferredWidth: root.wide ? 300 : -1
                Layout.fillWidth: !root.wide
                Layout.fillHeight: root.wide
                Layout.preferredHeight: root.wide ? -1 : Math.min(contentHeight, 180)
                model: root.files
                clip: true
                activeFocusOnTab: true
                keyNavigationEnabled: true
                boundsBehavior: Flickable.StopAtBounds
                spacing: 2
                T.ScrollBar.vertical: ThinScrollBar {}
                Accessible.role: Accessible.List
                Accessible.name: qsTr("Files", "accessible name of a list")
                Keys.onSpacePressed: root.files.toggle(currentIndex)
                Keys.onReturnPressed: one.save(root.files.name(currentIndex), root.files.text(currentIndex))

                delegate: FileRow {
                    width: ListView.view.width
                    current: ListView.isCurrentItem
                    focused: list.activeFocus && current
                    onChosen: list.currentIndex = index
                    onTickToggled: root.files.toggle(index)
                }
            }
            Rectangle {
                Layout.fillWidth: true
                Layout.fillHeight: true
                radius: Metrics.radiusCode
                color: Theme.code
                border.width: 1
                border.color: Theme.border

                // Not in the layouts around: there they would take the space between two rows.
                SaveFiles {
                    id: saver

                    files: root.files
                }
                SaveFile {
                    id: one

                    onNoticeChanged: saver.notice = notice
                }
                Flickable {
                    anchors.fill: parent
                    anchors.margins: 1
                    contentHeight: preview.implicitHeight
                    boundsBehavior: Flickable.StopAtBounds
                    clip: true
                    T.ScrollBar.vertical: ThinScrollBar {}

                    CodeView {
                        id: preview

                        width: parent.width
                        text: root.current >= 0 ? root.files.text(root.current) : ""
                        fileName: root.current >= 0 ? root.files.name(root.current) : ""
                        name: qsTr("Preview of %1", "%1 is a file name").arg(fileName)
                    }
                }
            }
        }
        SaveQuestion {
            Layout.fillWidth: true
            visible: saver.question.length > 0
            names: saver.question
            onReplaceChosen: saver.go(FileSaver.Replace)
            onKeepChosen: saver.go(FileSaver.KeepBoth)
            onCancelled: saver.question = []
        }
        RowLayout {
            Layout.fillWidth: true
            Layout.fillHeight: false
            spacing: Metrics.space8

            Label {
                Layout.fillWidth: true
                text: saver.notice
                font: Typography.caption
                color: saver.failed || one.failed ? Theme.danger : Theme.textMuted
                elide: Text.ElideMiddle
            }
            QuietButton {
                visible: root.files.count > 0
                enabled: root.current >= 0
                text: qsTr("Save this one…", "button")
                onClicked: one.save(root.files.name(root.current), root.files.text(root.current))
            }
            PrimaryButton {
                visible: root.files.count > 0
                enabled: root.files.ticked > 0
                text: qsTr("Save %n file(s)…", "button; to a folder", root.files.ticked)
                onClicked: saver.ask()
            }
        }
    }
}
