// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Find in this chat: Enter and Shift+Enter walk through the places, Escape closes.
import QtQuick
import QtQuick.Layouts
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

Rectangle {
    id: root

    required property ChatController chat

    property bool open: false

    signal closed
    signal placeRequested

    function show(): void {
        open = true;
        field.forceActiveFocus(Qt.ShortcutFocusReason);
        field.selectAll();
    }

    function close(): void {
        open = false;
        closed();
    }

    implicitHeight: Metrics.controlHeightLarge + 2 * Metrics.space8
    visible: open
    color: Theme.window

    Binding {
        target: ChatFinder
        property: "messages"
        value: root.chat.current.messages
        restoreMode: Binding.RestoreNone // what was there before is another window's
    }
    Binding {
        target: ChatFinder
        property: "query"
        value: root.open ? field.text : ""
    }
    Connections {
        target: ChatFinder

        function onPlaceChanged(): void {
            if (ChatFinder.row >= 0)
                root.placeRequested();
        }
    }
    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Metrics.space12
        anchors.rightMargin: Metrics.space12
        spacing: Metrics.space4

        LineField {
            id: field

            objectName: "findField"
            Layout.fillWidth: true
            iconPath: Icons.search
            placeholderText: qsTr("Find in this chat", "placeholder of a field")
            Keys.onPressed: event => {
                event.accepted = true;
                if (event.key === Qt.Key_Escape)
                    root.close();
                else if (event.key === Qt.Key_Up || ((event.key === Qt.Key_Return || event.key === Qt.Key_Enter) && event.modifiers & Qt.ShiftModifier))
                    ChatFinder.previous();
                else if (event.key === Qt.Key_Down || event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
                    ChatFinder.next();
                else
                    event.accepted = false;
            }
        }
        Label {
            Layout.leftMargin: Metrics.space4
            text: field.text.length === 0 ? "" : ChatFinder.count > 0 ? qsTr("%1 of %2", "a place, and how many there are").arg(ChatFinder.current).arg(ChatFinder.count)
                                                                  : qsTr("Not found", "find in this chat")
            font: Typography.caption
            color: Theme.textMuted
        }
        IconButton {
            enabled: ChatFinder.count > 0
            iconPath: Icons.arrowUp
            tip: qsTr("Earlier place (Shift+Enter)", "button of find in this chat")
            onClicked: ChatFinder.previous()
        }
        IconButton {
            enabled: ChatFinder.count > 0
            iconPath: Icons.arrowDown
            tip: qsTr("Later place (Enter)", "button of find in this chat")
            onClicked: ChatFinder.next()
        }
        IconButton {
            iconPath: Icons.close
            tip: qsTr("Close the search", "button of find in this chat")
            onClicked: root.close()
        }
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 1
        color: Theme.border
    }
}
