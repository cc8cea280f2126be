// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Everything about choosing a model: the page with all models, which takes the place of the chat, the quick picker, and
// what the window does about a load that failed.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Vibrant.Core

Item {
    id: root

    required property ModelController models
    required property ModelLibrary library
    required property LoadPlan plan
    required property ModelDetails details
    required property bool sidebarDocked

    property bool shown: false // the page
    readonly property bool blocked: picker.visible || ((page.item as LibraryPage)?.blocked ?? false) // a dialog is open

    signal sidebarRequested
    signal openRequested
    signal newChatRequested
    signal closed // the page: the chat is there again

    function show(): void {
        shown = true;
    }

    function close(): void {
        if (shown) {
            shown = false;
            closed();
        }
    }

    function pick(): void {
        picker.open();
    }

    function recover(action: int, path: string): void {
        switch (action) {
        case Recovery.ChooseFile:
            return openRequested();
        case Recovery.ShowLibrary:
            return show();
        case Recovery.PlanMemory:
            show();
            (page.item as LibraryPage).showPlan(path);
            return;
        case Recovery.StartNewChat:
            return newChatRequested();
        }
    }

    visible: shown

    Connections {
        target: root.models

        function onRecoveryWanted(action: int, path: string): void {
            root.models.dismissError();
            root.recover(action, path);
        }
    }
    Loader {
        id: page

        anchors.fill: parent
        active: root.shown
        sourceComponent: LibraryPage {
            models: root.models
            library: root.library
            plan: root.plan
            details: root.details
            sidebarDocked: root.sidebarDocked
            onSidebarRequested: root.sidebarRequested()
            onOpenRequested: root.openRequested()
            onCloseRequested: root.close()
        }
    }
    ModelPicker {
        id: picker

        parent: root.T.Overlay.overlay
        models: root.models
        library: root.library
        onLibraryRequested: root.show()
        onClosed: root.closed()
    }
}
