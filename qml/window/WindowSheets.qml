// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The dialogs of the window that are opened by a key: at most one at a time.
import QtQuick
import QtQuick.Templates as T
import Vibrant.Core

Item {
    id: root

    required property ActionModel actions
    required property CommandPalette commands

    readonly property bool open: shortcuts.visible || palette.visible

    function toggleShortcuts(): void {
        palette.close();
        shortcuts.visible ? shortcuts.close() : shortcuts.open();
    }

    function showPalette(): void {
        palette.open();
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
}
