// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// One row of a comparison: a line and its counterpart beside it, or below it where there is no room.
pragma ComponentBehavior: Bound

import QtQuick
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

Item {
    id: root

    required property int index
    required property int kind
    required property int leftNumber
    required property int rightNumber
    required property string leftText
    required property string rightText
    required property list<int> leftMarks
    required property list<int> rightMarks
    required property int hidden
    required property bool beside
    required property real gutter // px

    signal gapOpened

    readonly property bool isSame: kind === DiffModel.Same
    readonly property bool isGap: kind === DiffModel.Gap

    implicitHeight: isGap ? 34 : beside ? Math.max(left.implicitHeight, right.implicitHeight) : left.shownHeight + right.shownHeight

    DiffSide {
        id: left

        readonly property real shownHeight: visible ? implicitHeight : 0

        visible: !root.isGap && (root.beside || root.leftNumber > 0)
        width: root.beside ? root.width / 2 : root.width
        height: root.beside ? root.height : shownHeight
        gutter: root.gutter
        number: root.leftNumber
        text: root.leftText
        marks: root.leftMarks
        ground: root.isSame ? "transparent" : root.leftNumber > 0 ? Theme.dangerSoft : Theme.sunken
        markColor: Qt.alpha(Theme.danger, 0.28)
        sign: root.isSame || root.leftNumber === 0 ? "" : "−"
        meaning: qsTr("removed", "a line of a comparison, read out")
    }
    DiffSide {
        id: right

        readonly property real shownHeight: visible ? implicitHeight : 0

        visible: !root.isGap && (root.beside || (root.rightNumber > 0 && !root.isSame))
        x: root.beside ? root.width / 2 : 0
        y: root.beside ? 0 : left.shownHeight
        width: left.width
        height: root.beside ? root.height : shownHeight
        gutter: root.gutter
        number: root.rightNumber
        text: root.rightText
        marks: root.rightMarks
        ground: root.isSame ? "transparent" : root.rightNumber > 0 ? Theme.goodSoft : Theme.sunken
        markColor: Qt.alpha(Theme.good, 0.32)
        sign: root.isSame || root.rightNumber === 0 ? "" : "+"
        meaning: qsTr("added", "a line of a comparison, read out")
    }
    Rectangle {
        visible: root.beside && !root.isGap
        x: root.width / 2
        width: 1
        height: parent.height
        color: Theme.border
    }
    Loader {
        anchors.fill: parent
        active: root.isGap
        sourceComponent: Rectangle {
            color: Theme.sunken

            TextButton {
                anchors.centerIn: parent
                iconPath: Icons.unfold
                text: qsTr("%n unchanged line(s)", "button that shows them", root.hidden)
                onClicked: root.gapOpened()
            }
        }
    }
}
