// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// After a chat was deleted, for a few seconds: what happened, and the way back.
import QtQuick
import QtQuick.Layouts
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

Card {
    id: root

    required property ChatsController chats

    padding: Metrics.space8
    visible: chats.undoText.length > 0
    Accessible.role: Accessible.AlertMessage
    Accessible.name: chats.undoText
    onVisibleChanged: {
        if (visible)
            Accessible.announce(chats.undoText, Accessible.Polite);
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Metrics.space4

        Label {
            Layout.fillWidth: true
            Layout.leftMargin: Metrics.space4
            text: root.chats.undoText
            font: Typography.caption
            wrapMode: Text.Wrap
            maximumLineCount: 3
        }
        TextButton {
            iconPath: Icons.undo
            text: qsTr("Undo", "button: the chat comes back from the trash")
            ink: Theme.accent
            onClicked: root.chats.undo()
        }
    }
}
