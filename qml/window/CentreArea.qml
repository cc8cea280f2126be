// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The middle of the window: the chat, or the models in its place.
pragma ComponentBehavior: Bound

import QtQuick
import Vibrant.Core

Item {
    id: root

    required property ModelController models
    required property ModelLibrary library
    required property ModelDetails details
    required property LoadPlan plan
    required property ChatController chat
    required property ChatsController chats
    required property ActionModel actions
    required property StatusController status
    required property Settings settings
    required property bool sidebarDocked
    required property bool panelDocked
    required property bool panelFits

    readonly property bool modelsShown: modelArea.shown
    readonly property bool blocked: modelArea.blocked // a dialog is open

    signal sidebarRequested
    signal openRequested
    signal settingsRequested
    signal shortcutsRequested
    signal quitRequested

    function showChat(): void {
        modelArea.close();
        page.focusComposer();
    }

    function find(): void {
        modelArea.close();
        page.find();
    }

    function renameChat(): void {
        modelArea.close();
        page.renameChat();
    }

    function jumpToEnd(): void {
        page.jumpToEnd();
    }

    function openModel(): void {
        dialog.active = true;
        (dialog.item as OpenModelDialog).open();
    }

    function showModels(): void {
        modelArea.show();
    }

    function toggleModels(): void {
        modelArea.shown ? modelArea.close() : modelArea.show();
    }

    function pickModel(): void {
        modelArea.pick();
    }

    ChatPage {
        id: page

        anchors.fill: parent
        visible: !modelArea.shown
        models: root.models
        library: root.library
        chat: root.chat
        chats: root.chats
        actions: root.actions
        status: root.status
        settings: root.settings
        sidebarDocked: root.sidebarDocked
        panelDocked: root.panelDocked
        panelFits: root.panelFits
        onSidebarRequested: root.sidebarRequested()
        onOpenRequested: root.openRequested()
        onLibraryRequested: modelArea.show()
        onPickerRequested: modelArea.pick()
        onSettingsRequested: root.settingsRequested()
        onShortcutsRequested: root.shortcutsRequested()
        onQuitRequested: root.quitRequested()
    }
    LibraryArea {
        id: modelArea

        anchors.fill: parent
        models: root.models
        library: root.library
        plan: root.plan
        details: root.details
        sidebarDocked: root.sidebarDocked
        onSidebarRequested: root.sidebarRequested()
        onOpenRequested: root.openRequested()
        onNewChatRequested: root.chat.newChat()
        onClosed: page.focusComposer()
    }
    Loader {
        id: dialog

        active: false
        sourceComponent: OpenModelDialog {
            models: root.models
        }
    }
}
