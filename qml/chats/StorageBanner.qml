// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Chats cannot be kept on disk, or something was imported, exported or rescued.
import QtQuick
import QtQuick.Layouts
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

ColumnLayout {
    id: root

    required property ChatsController chats

    signal exportRequested

    spacing: Metrics.space8
    visible: chats.hasProblem || chats.notice.length > 0

    Banner {
        Layout.fillWidth: true
        visible: root.chats.hasProblem
        tone: Banner.Danger
        title: root.chats.problem.title
        text: root.chats.problem.text
        hint: root.chats.problem.hint

        QuietButton {
            text: qsTr("Try again", "button: to keep conversations on disk")
            iconPath: Icons.refresh
            onClicked: root.chats.retry()
        }
        QuietButton {
            text: qsTr("Export all…", "button: all conversations into a file")
            iconPath: Icons.save
            onClicked: root.exportRequested()
        }
    }
    Banner {
        Layout.fillWidth: true
        visible: root.chats.notice.length > 0
        text: root.chats.notice
        dismissible: true
        onDismissed: root.chats.dismissNotice()
    }
}
