// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The shortcuts that work wherever the keyboard is.
import QtQuick

Item {
    id: root

    required property bool busy
    required property bool blocked // a dialog is open and keeps its keys

    signal openRequested
    signal newChatRequested
    signal stopRequested
    signal composerRequested
    signal regenerateRequested
    signal endRequested
    signal panelToggled
    signal helpRequested
    signal quitRequested
    signal zoomRequested(step: int)

    Shortcut {
        sequences: [StandardKey.Open]
        enabled: !root.blocked
        onActivated: root.openRequested()
    }
    Shortcut {
        sequences: [StandardKey.New]
        enabled: !root.blocked
        onActivated: root.newChatRequested()
    }
    Shortcut {
        sequence: "Escape"
        enabled: root.busy && !root.blocked
        onActivated: root.stopRequested()
    }
    Shortcut {
        sequence: "Ctrl+L"
        enabled: !root.blocked
        onActivated: root.composerRequested()
    }
    Shortcut {
        sequence: "Ctrl+R"
        enabled: !root.blocked
        onActivated: root.regenerateRequested()
    }
    Shortcut {
        sequence: "Ctrl+End"
        enabled: !root.blocked
        onActivated: root.endRequested()
    }
    Shortcut {
        sequence: "F9"
        onActivated: root.panelToggled()
    }
    Shortcut {
        sequence: "F1"
        onActivated: root.helpRequested()
    }
    Shortcut {
        sequences: [StandardKey.Quit, "Ctrl+Q"]
        onActivated: root.quitRequested()
    }
    Shortcut {
        sequences: [StandardKey.ZoomIn, "Ctrl+="]
        onActivated: root.zoomRequested(1)
    }
    Shortcut {
        sequences: [StandardKey.ZoomOut]
        onActivated: root.zoomRequested(-1)
    }
    Shortcut {
        sequence: "Ctrl+0"
        onActivated: root.zoomRequested(0)
    }
}
