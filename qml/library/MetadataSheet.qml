// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// All that stands in a model file beside its numbers: every key, every tensor, searchable, to copy.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

Sheet {
    id: root

    required property ModelDetails details

    property bool tensors: false // which of the two tables is shown

    objectName: "metadataSheet"
    width: Math.min(860, parent ? parent.width - 2 * Metrics.space16 : 860)
    height: parent ? Math.min(720, parent.height - 2 * Metrics.space16) : 720
    title: details.name
    onOpened: search.forceActiveFocus(Qt.PopupFocusReason)
    onClosed: {
        search.clear();
        tensors = false;
        details.clear();
    }

    contentItem: ColumnLayout {
        spacing: Metrics.space12

        GridLayout {
            Layout.fillWidth: true
            columns: root.width < 620 ? 1 : 2
            columnSpacing: Metrics.space8
            rowSpacing: Metrics.space8

            LineField {
                id: search

                objectName: "metadataSearch"
                Layout.fillWidth: true
                implicitHeight: Metrics.controlHeight
                iconPath: Icons.search
                placeholderText: qsTr("Search keys, values and tensors", "placeholder of the filter field")
                onTextChanged: root.details.words = text
                Keys.onDownPressed: (root.tensors ? tensorList : keyList).forceActiveFocus(Qt.TabFocusReason)
            }
            RowLayout {
                spacing: Metrics.space8

                TabButton {
                    text: qsTr("Metadata (%1)", "table; %1 is the number of its rows").arg(root.details.metadata.count)
                    on: !root.tensors
                    onClicked: root.tensors = false
                }
                TabButton {
                    text: qsTr("Tensors (%1)", "table; %1 is the number of its rows").arg(root.details.tensors.count)
                    on: root.tensors
                    onClicked: root.tensors = true
                }
                IconButton {
                    framed: true
                    iconPath: Icons.copy
                    tip: qsTr("Copy all of it", "button")
                    onClicked: Clipboard.copy(root.details.text())
                }
            }
        }
        Label {
            Layout.fillWidth: true
            visible: text.length > 0
            text: root.details.reading ? qsTr("Reading…", "a model whose header is being read") : root.details.problem
            color: root.details.reading ? Theme.textMuted : Theme.danger
            wrapMode: Text.Wrap
        }
        Rectangle {
            Layout.fillWidth: true
            Layout.fillHeight: true
            radius: Metrics.radiusControl
            color: Theme.sunken
            border.width: 1
            border.color: Theme.border

            TableList {
                id: keyList

                visible: !root.tensors
                objectName: "metadataList"
                model: root.details.metadata
                Accessible.name: qsTr("Metadata", "name of a list")
                delegate: MetadataRow {
                    width: ListView.view.width
                }
            }
            TableList {
                id: tensorList

                visible: root.tensors
                objectName: "tensorList"
                model: root.details.tensors
                Accessible.name: qsTr("Tensors", "name of a list")
                delegate: TensorRow {
                    width: ListView.view.width
                }
            }
        }
    }

    component TabButton: QuietButton {
        required property bool on

        fill: on ? Theme.accentSoft : Theme.surface
        Accessible.role: Accessible.PageTab
        Accessible.selectable: true
        Accessible.selected: on
    }

    component TableList: ListView {
        anchors.fill: parent
        anchors.margins: Metrics.space4
        boundsBehavior: Flickable.StopAtBounds
        highlightMoveDuration: 0
        currentIndex: -1
        cacheBuffer: 0 // rows still being made when the words change would be asked for again, beyond the end
        reuseItems: true
        activeFocusOnTab: true
        clip: true
        T.ScrollBar.vertical: ThinScrollBar {}
        onActiveFocusChanged: {
            if (activeFocus && currentIndex < 0)
                currentIndex = 0;
        }
        Accessible.role: Accessible.List
    }
}
