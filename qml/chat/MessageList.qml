// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The conversation. Only what is near the view exists; the view follows the tail only while the reader is there.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

Item {
    id: root

    required property ChatController chat
    required property StatusController status

    readonly property bool following: tail.following

    function jumpToEnd(): void {
        tail.jumpToEnd();
    }

    ListView {
        id: list

        anchors.fill: parent
        model: root.chat.messages
        topMargin: Metrics.space20
        boundsBehavior: Flickable.StopAtBounds
        activeFocusOnTab: true
        keyNavigationEnabled: false
        clip: true
        T.ScrollBar.vertical: ThinScrollBar {}

        Accessible.role: Accessible.List
        Accessible.name: qsTr("Messages", "accessible name of the conversation")

        Keys.onUpPressed: scrollBy(-48)
        Keys.onDownPressed: scrollBy(48)
        Keys.onPressed: event => {
            switch (event.key) {
            case Qt.Key_PageUp:
                scrollBy(-0.9 * height);
                break;
            case Qt.Key_PageDown:
            case Qt.Key_Space:
                scrollBy(0.9 * height);
                break;
            case Qt.Key_Home:
                positionViewAtBeginning();
                break;
            case Qt.Key_End:
                tail.jumpToEnd();
                break;
            default:
                return;
            }
            event.accepted = true;
        }

        function scrollBy(distance: real): void {
            const top = originY - topMargin;
            const bottom = Math.max(top, originY + contentHeight + bottomMargin - height);
            contentY = Math.max(top, Math.min(bottom, contentY + distance));
        }

        delegate: MessageDelegate {
            width: ListView.view.width
            chat: root.chat
            status: root.status
        }
    }
    FocusRing {
        anchors.margins: Metrics.focusWidth
        control: list
        controlRadius: 0
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
