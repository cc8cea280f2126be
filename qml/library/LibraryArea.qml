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

    required property ActionModel actions
    required property ModelController models
    required property ModelLibrary library
    required property LoadPlan plan
    required property ModelDetails details
    required property bool sidebarDocked

    property bool shown: false // the page
    readonly property bool blocked: picker.visible || ((page.item as LibraryPage)?.blocked ?? false) // a dialog is open

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
            return actions.trigger(ActionModel.OpenModel);
        case Recovery.ShowLibrary:
            return show();
        case Recovery.PlanMemory:
            show();
            (page.item as LibraryPage).showPlan(path);
            return;
        case Recovery.StartNewChat:
            return actions.trigger(ActionModel.NewChat);
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
            actions: root.actions
            sidebarDocked: root.sidebarDocked
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
