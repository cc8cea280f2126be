// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Above the chat: what needs attention.
import QtQuick
import QtQuick.Layouts
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

ColumnLayout {
    id: root

    required property ActionModel actions
    required property ModelController models
    required property ChatsController chats
    required property bool empty // no message yet
    required property bool sidebarDocked

    Layout.topMargin: children.some(child => (child as Item)?.visible) ? Metrics.space12 : 0
    Layout.bottomMargin: Layout.topMargin // what scrolls ends before the card, not at its edge
    spacing: Metrics.space8

    StorageBanner {
        Layout.fillWidth: true
        chats: root.chats
        onExportRequested: root.actions.trigger(ActionModel.ExportChats)
    }
    LoadErrorBanner {
        Layout.fillWidth: true
        visible: root.models.hasError
        models: root.models
    }
    Banner {
        Layout.fillWidth: true
        visible: root.models.notice.length > 0 && root.empty
        tone: root.models.starter ? Banner.Notice : Banner.Warning
        text: root.models.notice

        QuietButton {
            visible: root.models.starter
            text: qsTr("Open model…", "button that opens the file dialog")
            onClicked: root.actions.trigger(ActionModel.OpenModel)
        }
    }
    Card {
        Layout.fillWidth: true
        visible: root.models.loading && !root.sidebarDocked && !(root.empty && !root.models.ready)
        padding: Metrics.space12

        LoadProgress {
            Layout.fillWidth: true
            models: root.models
        }
    }
}
