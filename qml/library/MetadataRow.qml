// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// A key of a model file and its value; Enter or a click shows all of a long one, C copies it.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

T.ItemDelegate {
    id: control

    required property string key
    required property string type
    required property string value
    required property string full
    required property bool isLong

    readonly property bool current: ListView.isCurrentItem
    property bool open: false

    ListView.onReused: open = false

    function copy(): void {
        Clipboard.copy(full);
    }

    implicitHeight: layout.implicitHeight + Metrics.space8
    leftPadding: Metrics.space8
    rightPadding: Metrics.space8
    hoverEnabled: true
    focusPolicy: Qt.NoFocus
    Accessible.role: Accessible.ListItem
    Accessible.name: key
    Accessible.description: value

    onClicked: {
        ListView.view.currentIndex = index;
        open = isLong && !open;
    }
    Keys.onReturnPressed: open = isLong && !open
    Keys.onPressed: event => {
        if (event.key === Qt.Key_C) {
            copy();
            event.accepted = true;
        }
    }

    required property int index

    contentItem: RowLayout {
        id: layout

        spacing: Metrics.space12

        Label {
            Layout.alignment: Qt.AlignTop
            Layout.topMargin: Metrics.space4
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.horizontalStretchFactor: 3
            text: control.key
            font: Typography.code
            elide: Text.ElideMiddle
            Accessible.ignored: true
        }
        ColumnLayout {
            Layout.alignment: Qt.AlignTop
            Layout.topMargin: Metrics.space4
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.horizontalStretchFactor: 4
            spacing: 2

            Label {
                Layout.fillWidth: true
                text: control.open ? control.full : control.value
                font: Typography.code
                wrapMode: control.open ? Text.WrapAnywhere : Text.NoWrap
                maximumLineCount: control.open ? 400 : 1
                verticalAlignment: Text.AlignTop
                Accessible.ignored: true
            }
            Label {
                text: control.isLong && !control.open ? qsTr("%1 · shortened", "type of a value of which not all is shown").arg(control.type) : control.type
                font: Typography.caption
                color: Theme.textMuted
                Accessible.ignored: true
            }
        }
        IconButton {
            Layout.alignment: Qt.AlignTop
            iconPath: Icons.copy
            tip: qsTr("Copy the value of %1", "button; %1 is a key").arg(control.key)
            opacity: control.hovered || control.current || activeFocus ? 1 : 0
            onClicked: control.copy()
        }
    }

    background: Rectangle {
        radius: Metrics.radiusControl - 2
        color: control.current && control.ListView.view.activeFocus ? Theme.surface : control.hovered ? Theme.hover : "transparent"
        border.width: control.current && control.ListView.view.activeFocus ? 1 : 0
        border.color: Theme.accent
    }
}
