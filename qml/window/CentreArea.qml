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

    function showChat(): void {
        modelArea.close();
        page.focusComposer();
    }

    function carryOut(action: int, payload: var): void {
        switch (action) {
        case ActionModel.NewChat:
            chat.newChat();
            return showChat();
        case ActionModel.NewTemporaryChat:
            chat.newTemporaryChat();
            return showChat();
        case ActionModel.FocusComposer:
            return showChat();
        case ActionModel.FindInChat:
            modelArea.close();
            return page.find();
        case ActionModel.RenameChat:
            modelArea.close();
            return page.renameChat();
        case ActionModel.JumpToEnd:
            return page.jumpToEnd();
        case ActionModel.OpenModel:
            dialog.active = true;
            return (dialog.item as OpenModelDialog).open();
        case ActionModel.ShowLibrary:
            return payload ?? !modelArea.shown ? modelArea.show() : modelArea.close();
        case ActionModel.ChooseModel:
            return modelArea.pick();
        }
    }

    Connections {
        target: root.actions

        function onTriggered(action: int, payload: var): void {
            root.carryOut(action, payload);
        }
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
    }
    LibraryArea {
        id: modelArea

        anchors.fill: parent
        models: root.models
        library: root.library
        plan: root.plan
        details: root.details
        actions: root.actions
        sidebarDocked: root.sidebarDocked
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
