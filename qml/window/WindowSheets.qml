// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The dialogs of the window that are opened by a key: at most one at a time.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Vibrant.Core

Item {
    id: root

    required property ActionModel actions
    required property CommandPalette commands
    required property Settings settings
    required property ModelController models
    required property ModelLibrary library
    required property ModelStore modelStore
    required property StorageModel storage

    readonly property bool open: shortcuts.visible || palette.visible || settingsSheet.visible || ((places.item as PlacesSheet)?.visible ?? false)

    Connections {
        target: root.actions

        function onTriggered(action: int, payload: var): void {
            switch (action) {
            case ActionModel.ShowShortcuts:
                palette.close();
                settingsSheet.close();
                return shortcuts.visible ? shortcuts.close() : shortcuts.open();
            case ActionModel.ShowPalette:
                return palette.open();
            case ActionModel.ShowSettings:
                return settingsSheet.open();
            case ActionModel.ShowPlaces:
                places.active = true;
                return (places.item as PlacesSheet).open();
            }
        }
    }

    ShortcutsSheet {
        id: shortcuts

        objectName: "shortcutsSheet"
        parent: root.T.Overlay.overlay
        actions: root.actions
    }
    PaletteSheet {
        id: palette

        objectName: "paletteSheet"
        parent: root.T.Overlay.overlay
        commands: root.commands
    }
    SettingsSheet {
        id: settingsSheet

        objectName: "settingsSheet"
        parent: root.T.Overlay.overlay
        actions: root.actions
        settings: root.settings
        models: root.models
        modelStore: root.modelStore
        storage: root.storage
    }
    Loader {
        id: places

        active: false
        sourceComponent: PlacesSheet {
            parent: root.T.Overlay.overlay
            library: root.library
        }
    }
}
