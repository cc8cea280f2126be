// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Deleted chats, in the place of the list: back with one click, or deleted for good.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

ColumnLayout {
    id: root

    required property ChatsController chats

    signal closed

    spacing: Metrics.space8
    Component.onCompleted: {
        chats.trash.active = true;
        back.forceActiveFocus(Qt.OtherFocusReason);
    }
    Component.onDestruction: chats.trash.active = false
    Keys.onEscapePressed: closed()

    RowLayout {
        Layout.fillWidth: true

        IconButton {
            id: back

            iconPath: Icons.chevronLeft
            tip: qsTr("Back to the chats", "button")
            onClicked: root.closed()
        }
        Label {
            Layout.fillWidth: true
            text: qsTr("Trash", "heading")
            font: Typography.title
            Accessible.role: Accessible.Heading
        }
        TextButton {
            id: empty

            property bool asked: false

            visible: root.chats.trash.count > 0
            text: asked ? qsTr("Really?", "button: asks once more before the trash is emptied") : qsTr("Empty", "button that empties the trash")
            Accessible.name: asked ? qsTr("Delete all for good", "accessible name of a button") : qsTr("Empty the trash", "accessible name of a button")
            ink: asked ? Theme.danger : Theme.textMuted
            onActiveFocusChanged: asked = asked && activeFocus
            onClicked: {
                if (asked)
                    root.chats.emptyTrash();
                else
                    forceActiveFocus(Qt.MouseFocusReason);
                asked = !asked;
            }
        }
    }
    Label {
        Layout.fillWidth: true
        Layout.leftMargin: Metrics.space8
        text: root.chats.trash.count > 0 ? qsTr("Chats are deleted for good after 30 days.", "in the trash") : qsTr("The trash is empty.", "in the trash")
        font: Typography.caption
        color: Theme.textMuted
        wrapMode: Text.Wrap
    }
    ListView {
        Layout.fillWidth: true
        Layout.fillHeight: true
        model: root.chats.trash
        spacing: 1
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        T.ScrollBar.vertical: ThinScrollBar {}

        Accessible.role: Accessible.List
        Accessible.name: qsTr("Deleted chats", "accessible name of a list")

        delegate: RowLayout {
            id: row

            required property real chatId
            required property string title
            required property string timeLeft

            width: ListView.view.width
            height: 44
            spacing: 0

            ColumnLayout {
                Layout.fillWidth: true
                Layout.leftMargin: Metrics.space8
                spacing: 0

                Label {
                    Layout.fillWidth: true
                    text: row.title
                    font: Typography.control
                }
                Label {
                    Layout.fillWidth: true
                    text: row.timeLeft
                    font: Typography.caption
                    color: Theme.textMuted
                }
            }
            IconButton {
                iconPath: Icons.undo
                tip: qsTr("Restore %1", "button; %1 is the title of a chat").arg(row.title)
                onClicked: root.chats.restore(row.chatId)
            }
            IconButton {
                iconPath: Icons.close
                tip: qsTr("Delete %1 for good", "button; %1 is the title of a chat").arg(row.title)
                onClicked: root.chats.remove(row.chatId)
            }
        }
    }
}
