// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The rows of a comparison, how many lines differ, and steps from one change to the next (F7 and Shift+F7, as diff tools
// have them).
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

Rectangle {
    id: root

    required property DiffModel diff
    required property bool beside

    function step(row: int): void {
        if (row >= 0) {
            list.currentIndex = row;
            list.positionViewAtIndex(row, ListView.Center);
        }
    }

    radius: Metrics.radiusCode
    color: Theme.code
    border.width: 1
    border.color: Theme.border

    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true

    Shortcut {
        sequence: "F7"
        onActivated: root.step(root.diff.nextChange(list.currentIndex))
    }
    Shortcut {
        sequence: "Shift+F7"
        onActivated: root.step(root.diff.previousChange(list.currentIndex))
    }
    TextMetrics {
        id: digits

        font: Typography.code
        text: "00000"
    }
    ColumnLayout {
        anchors.fill: parent
        anchors.margins: 1
        spacing: 0

        Rectangle {
            Layout.fillWidth: true
            implicitHeight: 32
            color: Theme.codeHeader
            radius: Metrics.radiusCode - 1

            RowLayout {
                anchors.fill: parent
                anchors.leftMargin: Metrics.space12
                anchors.rightMargin: Metrics.space4
                spacing: Metrics.space8

                Label {
                    text: qsTr("%n line(s) added", "summary of a comparison", root.diff.added)
                    font: Typography.caption
                    color: Theme.good
                }
                Label {
                    Layout.fillWidth: true
                    text: qsTr("%n line(s) removed", "summary of a comparison", root.diff.removed)
                    font: Typography.caption
                    color: Theme.danger
                }
                IconButton {
                    iconPath: Icons.arrowUp
                    tip: qsTr("Previous change (Shift+F7)", "button")
                    enabled: root.diff.count > 0 && root.diff.previousChange(list.currentIndex) >= 0
                    onClicked: root.step(root.diff.previousChange(list.currentIndex))
                }
                IconButton {
                    iconPath: Icons.arrowDown
                    tip: qsTr("Next change (F7)", "button")
                    enabled: root.diff.count > 0 && root.diff.nextChange(list.currentIndex) >= 0
                    onClicked: root.step(root.diff.nextChange(list.currentIndex))
                }
            }
        }
        ListView {
            id: list

            objectName: "diffList"

            Layout.fillWidth: true
            Layout.fillHeight: true
            model: root.diff
            currentIndex: -1
            clip: true
            activeFocusOnTab: true
            boundsBehavior: Flickable.StopAtBounds
            T.ScrollBar.vertical: ThinScrollBar {}
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Differences", "accessible name of a comparison")

            delegate: DiffRow {
                width: ListView.view.width
                beside: root.beside
                gutter: digits.advanceWidth + Metrics.space8
                onGapOpened: root.diff.open(index)
            }
        }
    }
}
