// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The theme for what is not drawn by our components: the file dialog where the desktop offers none.
import QtQuick
import Vibrant.Theme

Palette {
    window: Theme.window
    windowText: Theme.text
    base: Theme.surface
    alternateBase: Theme.sunken
    text: Theme.text
    button: Theme.surface
    buttonText: Theme.text
    brightText: Theme.accentInk
    placeholderText: Theme.textMuted
    highlight: Theme.accent
    highlightedText: Theme.accentInk
    light: Theme.surface
    midlight: Theme.border
    mid: Theme.border
    dark: Theme.textMuted
    shadow: Theme.border
    toolTipBase: Theme.text
    toolTipText: Theme.window
    link: Theme.accent
}
