// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The chat. Only what is near the view exists; the view follows the tail only while the reader is there.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

Item {
    id: root

    required property ActionModel actions
    required property ChatController chat
    required property StatusController status

    readonly property bool following: tail.following

    // Typing goes to the message field wherever the reader clicked.
    signal typed(text: string)

    function jumpToEnd(): void {
        tail.jumpToEnd();
    }

    // Brings a message to the top of the view and marks it.
    function showRow(row: int): void {
        list.markedRow = row;
        tail.scrolling = true;
        list.positionViewAtIndex(row, ListView.Beginning);
        tail.scrolling = false;
    }

    // Brings the place that the search is at into view.
    function showFound(): void {
        list.markedRow = ChatFinder.row;
        approach.begin();
    }

    function unmark(): void {
        list.markedRow = -1;
    }

    // A new question is always in view, and a chat opens at its end.
    Connections {
        target: root.chat.current.messages

        function onCountChanged(): void {
            if (root.chat.current.busy)
                tail.jumpToEnd();
        }
    }
    Connections {
        target: root.chat

        function onCurrentChanged(): void {
            list.markedRow = -1;
            tail.jumpToEnd();
        }
        function onRevealed(message: real): void {
            root.showRow(root.chat.current.messages.rowOf(message));
        }
    }
    ListView {
        id: list

        property bool focusedByMouse: false
        property int markedRow: -1

        anchors.fill: parent
        model: root.chat.current.messages
        topMargin: Metrics.space20
        boundsBehavior: Flickable.StopAtBounds
        activeFocusOnTab: true
        keyNavigationEnabled: false
        clip: true
        // Neighbours above and below stay, so that short turns of the wheel build nothing.
        cacheBuffer: 1200
        T.ScrollBar.vertical: ThinScrollBar {
            onPressedChanged: tail.scrolling = pressed
        }

        onActiveFocusChanged: focusedByMouse = focusedByMouse && activeFocus

        Accessible.role: Accessible.List
        Accessible.name: qsTr("Messages", "accessible name of the conversation")

        Keys.onUpPressed: scrollTo(contentY - 48)
        Keys.onDownPressed: scrollTo(contentY + 48)
        Keys.onPressed: event => {
            switch (event.key) {
            case Qt.Key_PageUp:
                scrollTo(contentY - 0.9 * height);
                break;
            case Qt.Key_PageDown:
            case Qt.Key_Space:
                scrollTo(contentY + 0.9 * height);
                break;
            case Qt.Key_Home:
                positionViewAtBeginning();
                scrollTo(originY - topMargin);
                break;
            case Qt.Key_End:
                tail.jumpToEnd();
                break;
            default:
                if (event.text < " " || event.text === "\u007F" || event.modifiers & (Qt.ControlModifier | Qt.AltModifier | Qt.MetaModifier))
                    return;
                root.typed(event.text);
            }
            event.accepted = true;
        }

        function scrollTo(y: real): void {
            const top = originY - topMargin;
            const bottom = Math.max(top, originY + contentHeight + bottomMargin - height);
            tail.scrolling = true;
            contentY = Math.max(top, Math.min(bottom, y));
            tail.scrolling = false;
        }

        delegate: MessageDelegate {
            width: ListView.view.width
            actions: root.actions
            chat: root.chat
            status: root.status
            marked: index === list.markedRow
            onPressed: {
                list.focusedByMouse = true;
                list.forceActiveFocus(Qt.MouseFocusReason);
            }
        }
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Metrics.space16
        gradient: Gradient {
            GradientStop {
                position: 0
                color: Qt.alpha(Theme.window, 0)
            }
            GradientStop {
                position: 1
                color: Theme.window
            }
        }
    }
    FocusRing {
        anchors.margins: Metrics.focusWidth
        control: list
        shown: Window.activeFocusItem === list && !list.focusedByMouse
        controlRadius: 0
    }
    FoundApproach {
        id: approach

        list: list
        tail: tail
    }
    FollowTail {
        id: tail

        view: list
    }
    QuietButton {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Metrics.space12
        visible: !tail.following && list.contentHeight > list.height
        cornerRadius: height / 2
        iconPath: Icons.arrowDown
        text: qsTr("Jump to newest", "button that scrolls to the end of the conversation")
        onClicked: tail.jumpToEnd()
    }
}
