// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The chats under headings of the day. Only the rows that are seen exist; Up and Down walk through them.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

ListView {
    id: root

    required property ActionModel actions
    required property ChatController chat
    required property ChatsController chats

    signal chosen

    function openMenu(row: ChatRow, place: Item): void {
        menu.chatId = row.chatId;
        menu.pinned = row.pinned;
        menu.row = row.index;
        const below = place.mapToItem(root, 0, place.height);
        menu.x = below.x;
        menu.y = below.y;
        menu.open();
    }

    // The list is by activity: a new answer brings its chat to the top and must not carry the reader along.
    model: chats.list
    spacing: 1
    boundsBehavior: Flickable.StopAtBounds
    clip: true
    keyNavigationEnabled: false
    T.ScrollBar.vertical: ThinScrollBar {}

    Accessible.role: Accessible.List
    Accessible.name: qsTr("Chats", "accessible name of the list of chats")

    section.property: "group"
    section.delegate: SectionLabel {
        required property string section

        width: ListView.view.width
        leftPadding: Metrics.space8
        topPadding: Metrics.space12
        bottomPadding: Metrics.space4
        text: section
    }

    delegate: ChatRow {
        id: row

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
        onOpened: {
            root.chat.open(chatId);
            root.chosen();
        }
        onRenamed: title => root.chats.rename(chatId, title)
        onDeleted: root.chats.moveToTrash(chatId)
        onMenuRequested: place => root.openMenu(row, place)
    }

    ChatMenu {
        id: menu

        property int row: -1

        actions: root.actions
        chats: root.chats
        onRenameRequested: (root.itemAtIndex(row) as ChatRow)?.rename()
    }
    Label {
        anchors.horizontalCenter: parent.horizontalCenter
        y: Metrics.space28
        width: parent.width - 2 * Metrics.space16
        visible: root.chats.list.loaded && root.chats.list.count === 0
        horizontalAlignment: Text.AlignHCenter
        text: qsTr("Your chats will be listed here", "in the sidebar, before there is a chat")
        font: Typography.caption
        color: Theme.textMuted
        wrapMode: Text.Wrap
    }
}
