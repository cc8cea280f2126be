// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// A model file opened before. A file that is missing stays listed, muted, and can be removed.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Vibrant.Components
import Vibrant.Theme

T.ItemDelegate {
    id: control

    required property int index
    required property string path
    required property string name
    required property string folder
    required property string size
    required property bool available
    required property bool current

    signal opened(path: string)
    signal removed(row: int)

    implicitHeight: 48
    leftPadding: mirrored ? Metrics.space4 : Metrics.space12
    rightPadding: mirrored ? Metrics.space12 : Metrics.space4
    hoverEnabled: true
    focusPolicy: Qt.TabFocus
    Accessible.role: Accessible.Button
    Accessible.name: name
    Accessible.description: !available ? qsTr("the file is not there", "state of a recent model") : current ? qsTr("loaded", "state of a recent model") : folder

    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()
    Keys.onDeletePressed: removed(index)
    onClicked: opened(path)

    contentItem: RowLayout {
        spacing: Metrics.space8

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 1

            Label {
                Layout.fillWidth: true
                text: control.name
                font: control.current ? Typography.controlStrong : Typography.control
                color: control.available ? Theme.text : Theme.textMuted
                elide: Text.ElideMiddle
                Accessible.ignored: true
            }
            Label {
                Layout.fillWidth: true
                text: control.available ? qsTr("%1 · %2", "size of a file, then its folder").arg(control.size).arg(control.folder)
                                        : qsTr("Not found · %1", "%1 is a folder").arg(control.folder)
                font: Typography.caption
                color: Theme.textMuted
                elide: Text.ElideMiddle
                Accessible.ignored: true
            }
        }
        Rectangle {
            Layout.rightMargin: Metrics.space8
            visible: control.current
            implicitWidth: 7
            implicitHeight: 7
            radius: 3.5
            color: Theme.accent
        }
        IconButton {
            visible: !control.current && (control.hovered || control.visualFocus || activeFocus)
            iconPath: Icons.close
            tip: qsTr("Remove %1 from the list", "button beside a recent model; the file stays").arg(control.name)
            onClicked: control.removed(control.index)
        }
    }
    background: Rectangle {
        radius: Metrics.radiusControl
        color: control.current ? Theme.surface : control.down ? Theme.pressed : control.hovered ? Theme.hover : "transparent"
        border.width: control.current ? 1 : 0
        border.color: Theme.border

        FocusRing {
            anchors.margins: 0
            control: control
            shown: control.visualFocus
            controlRadius: Metrics.radiusControl - Metrics.focusWidth - 1
        }
    }
    Tip {
        shown: control.hovered
        text: control.path
    }
}
