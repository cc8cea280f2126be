// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// A chat in the sidebar. Enter opens it, F2 renames it in place, Delete moves it to the trash, the menu key has the rest.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

T.ItemDelegate {
    id: control

    required property int index
    required property real chatId
    required property string title
    required property bool pinned
    required property bool current
    required property bool busy
    required property bool unread

    property bool renaming: false

    signal opened
    signal renamed(title: string)
    signal menuRequested(place: Item)
    signal deleted

    function rename(): void {
        renaming = true;
        field.text = title;
        field.selectAll();
        field.forceActiveFocus(Qt.OtherFocusReason);
    }

    function endRename(keep: bool): void {
        if (!renaming)
            return;
        renaming = false;
        if (keep && field.text.trim().length > 0 && field.text !== title)
            renamed(field.text);
        forceActiveFocus(Qt.OtherFocusReason);
    }

    implicitHeight: Metrics.controlHeight
    leftPadding: mirrored ? Metrics.space4 : Metrics.space8
    rightPadding: mirrored ? Metrics.space8 : Metrics.space4
    hoverEnabled: true
    focusPolicy: Qt.TabFocus
    Accessible.role: Accessible.Button
    Accessible.name: title
    Accessible.description: busy ? qsTr("an answer is being written", "state of a chat") : unread ? qsTr("a new answer", "state of a chat")
                                 : pinned ? qsTr("pinned", "state of a chat") : ""

    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()
    Keys.onDeletePressed: deleted()
    Keys.onMenuPressed: menuRequested(control)
    Keys.onPressed: event => {
        event.accepted = true;
        if (event.key === Qt.Key_F2)
            rename();
        else if (event.key === Qt.Key_F10 && event.modifiers & Qt.ShiftModifier)
            menuRequested(control);
        else
            event.accepted = false;
    }
    onClicked: opened()
    onDoubleClicked: rename()

    TapHandler {
        acceptedButtons: Qt.RightButton
        onTapped: control.menuRequested(control)
    }

    contentItem: RowLayout {
        spacing: Metrics.space8

        Rectangle {
            Layout.leftMargin: 1
            visible: control.busy
            implicitWidth: 7
            implicitHeight: 7
            radius: 3.5
            color: Theme.accent
        }
        Rectangle {
            objectName: "unreadMark"
            Layout.leftMargin: 1
            visible: control.unread && !control.busy
            implicitWidth: 7
            implicitHeight: 7
            radius: 3.5
            color: Theme.good
        }
        Label {
            Layout.fillWidth: true
            visible: !control.renaming
            text: control.title
            font: control.current || control.unread ? Typography.controlStrong : Typography.control
            Accessible.ignored: true
        }
        LineField {
            id: field

            Layout.fillWidth: true
            objectName: "renameField"
            visible: control.renaming
            implicitHeight: Metrics.iconTarget
            leftPadding: Metrics.space4
            rightPadding: Metrics.space4
            Accessible.name: qsTr("New name of the chat", "accessible name of a field")
            Keys.onReturnPressed: control.endRename(true)
            Keys.onEnterPressed: control.endRename(true)
            Keys.onEscapePressed: control.endRename(false)
            onActiveFocusChanged: {
                if (!activeFocus)
                    control.endRename(true);
            }
        }
        IconButton {
            id: more

            visible: !control.renaming && (control.hovered || control.visualFocus || activeFocus)
            implicitHeight: 24
            iconPath: Icons.more
            tip: qsTr("More about %1", "button that opens the menu of a chat").arg(control.title)
            onClicked: control.menuRequested(more)
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
}
