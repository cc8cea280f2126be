// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What the user chose, handed to the theme.
import QtQuick
import Vibrant.Core
import Vibrant.Theme

Item {
    id: root

    required property Settings settings

    readonly property bool highContrast: settings.contrast === Settings.SystemContrast ? DesktopContrast.high : settings.contrast === Settings.HighContrast

    Binding {
        target: Theme
        property: "scheme"
        value: root.settings.colorScheme === Settings.Dark ? Qt.ColorScheme.Dark
             : root.settings.colorScheme === Settings.Light ? Qt.ColorScheme.Light : Qt.ColorScheme.Unknown
    }
    Binding {
        target: Theme
        property: "highContrast"
        value: root.highContrast
    }
    Binding {
        target: CodeThemes
        property: "highContrast"
        value: root.highContrast
    }
    Binding {
        target: Typography
        property: "chosenTextFamily"
        value: root.settings.textFamily
    }
    Binding {
        target: Typography
        property: "chosenCodeFamily"
        value: root.settings.codeFamily
    }
    Binding {
        target: Typography
        property: "textSize"
        value: root.settings.textSize
    }
    Binding {
        target: Typography
        property: "codeSize"
        value: root.settings.codeSize
    }
    Binding {
        target: CodeThemes
        property: "light"
        value: root.settings.lightCodeTheme
    }
    Binding {
        target: CodeThemes
        property: "dark"
        value: root.settings.darkCodeTheme
    }
    Binding {
        target: Metrics
        property: "reducedMotion"
        value: root.settings.reducedMotion
    }
}
