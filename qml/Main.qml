// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The window: three columns that fold as it narrows, the shortcuts, and what floats above them.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

T.ApplicationWindow {
    id: root

    required property ModelController models
    required property ModelStore modelStore
    required property ModelLibrary library
    required property ModelDetails details
    required property LoadPlan plan
    required property ChatController chat
    required property ChatsController chats
    required property StatusController status
    required property Settings settings
    required property ActionModel actions
    required property CommandPalette commands
    required property StorageModel storage

    readonly property bool sidebarDocked: width >= Metrics.sidebarBreakpoint
    readonly property bool panelFits: width >= Metrics.panelBreakpoint
    readonly property bool panelDocked: panelFits && settings.panelVisible && !centre.modelsShown

    // Where a note of the desktop leads.
    function showChat(chatId: real): void {
        drawer.close();
        root.chat.open(chatId);
        centre.showChat();
    }

    width: settings.windowWidth
    height: settings.windowHeight
    minimumWidth: Metrics.windowMinimumWidth
    minimumHeight: Metrics.windowMinimumHeight
    visible: true
    title: chat.current.title.length > 0 ? qsTr("%1 — Vibrant", "window title; %1 is the title of the conversation").arg(chat.current.title) : qsTr("Vibrant", "name of the app")
    color: Theme.window
    font: Typography.body
    palette: WindowPalette {}

    // On the window and not on an item in it, so that what floats above it is mirrored as well.
    LayoutMirroring.enabled: Application.layoutDirection === Qt.RightToLeft
    LayoutMirroring.childrenInherit: true

    onClosing: settings.rememberWindowSize(width, height)
    Component.onCompleted: centre.showChat()

    AppliedSettings {
        settings: root.settings
    }
    Announcements {
        anchors.fill: parent
        chat: root.chat
        models: root.models
    }
    RowLayout {
        anchors.fill: parent
        spacing: 0

        Loader {
            Layout.fillHeight: true
            Layout.preferredWidth: Metrics.sidebarWidth
            active: root.sidebarDocked
            visible: active
            sourceComponent: sidebar
        }
        CentreArea {
            id: centre

            Layout.fillWidth: true
            Layout.fillHeight: true
            models: root.models
            library: root.library
            details: root.details
            plan: root.plan
            chat: root.chat
            chats: root.chats
            status: root.status
            settings: root.settings
            sidebarDocked: root.sidebarDocked
            panelDocked: root.panelDocked
            panelFits: root.panelFits
            actions: root.actions
        }
        Loader {
            Layout.fillHeight: true
            Layout.preferredWidth: Metrics.panelWidth
            active: root.panelDocked
            visible: active
            sourceComponent: StatusPanel {
                chat: root.chat
                models: root.models
                status: root.status
            }
        }
    }
    DropOverlay {
        anchors.fill: parent
        chat: root.chat
        models: root.models
    }
    Component {
        id: sidebar

        Sidebar {
            actions: root.actions
            chat: root.chat
            chats: root.chats
            models: root.models
            onChosen: centre.showChat()
            onDeparted: drawer.close()
        }
    }
    SideDrawer {
        id: drawer

        objectName: "drawer"
        interactive: !root.sidebarDocked

        Loader {
            anchors.fill: parent
            active: !root.sidebarDocked
            sourceComponent: sidebar
        }
    }
    ChatSheets {
        id: chatSheets

        anchors.fill: parent
        actions: root.actions
        chat: root.chat
        chats: root.chats
        models: root.models
    }
    ReadingSheets {
        id: reading

        anchors.fill: parent
        actions: root.actions
        chat: root.chat
    }
    WindowSheets {
        id: sheets

        anchors.fill: parent
        actions: root.actions
        commands: root.commands
        library: root.library
        settings: root.settings
        models: root.models
        modelStore: root.modelStore
        storage: root.storage
    }
    WindowActions {
        actions: root.actions
        chat: root.chat
        models: root.models
        status: root.status
        settings: root.settings
        blocked: sheets.open || reading.open || chatSheets.open || centre.blocked
    }
    Connections {
        target: root.actions

        function onTriggered(action: int, payload: var): void {
            switch (action) {
            case ActionModel.ShowSidebar:
                return drawer.open();
            case ActionModel.SearchChats:
                if (!root.sidebarDocked)
                    drawer.open();
                return;
            case ActionModel.OpenModel:
                return drawer.close();
            case ActionModel.ShowLibrary:
                if (payload === true)
                    drawer.close();
                return;
            case ActionModel.Quit:
                root.close();
                return;
            }
        }
    }
}
