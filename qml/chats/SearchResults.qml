// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What the search over all chats found.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

ListView {
    id: root

    required property ChatController chat
    required property ChatSearchModel search

    signal chosen

    model: search
    spacing: 1
    boundsBehavior: Flickable.StopAtBounds
    clip: true
    keyNavigationEnabled: false
    T.ScrollBar.vertical: ThinScrollBar {}

    Accessible.role: Accessible.List
    Accessible.name: qsTr("Search results", "accessible name of a list")

    delegate: SearchHitRow {
        width: ListView.view.width - (root.contentHeight > root.height ? Metrics.space12 : 0) // beside the scroll bar
        Keys.onUpPressed: {
            root.decrementCurrentIndex();
            root.currentItem.forceActiveFocus(Qt.TabFocusReason);
        }
        Keys.onDownPressed: {
            root.incrementCurrentIndex();
            root.currentItem.forceActiveFocus(Qt.TabFocusReason);
        }
        onActiveFocusChanged: {
            if (activeFocus)
                root.currentIndex = index;
        }
        onClicked: {
            root.chat.openAt(chatId, messageId);
            root.chosen();
        }
    }

    Label {
        anchors.horizontalCenter: parent.horizontalCenter
        y: Metrics.space28
        width: parent.width - 2 * Metrics.space16
        visible: !root.search.searching && root.search.count === 0
        horizontalAlignment: Text.AlignHCenter
        text: qsTr("Nothing found for “%1”", "%1 is what was searched for").arg(root.search.query.trim())
        font: Typography.caption
        color: Theme.textMuted
        wrapMode: Text.Wrap
        maximumLineCount: 4
    }
}
