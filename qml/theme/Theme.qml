// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Every colour of the window by its meaning: light, dark, and both once more with high contrast where that differs. No other
// file names a colour value (tested), and every text pair used here keeps at least 4.5 : 1 in both schemes, 7 : 1 with high
// contrast (tests/qml/tst_Theme.qml).
pragma Singleton

import QtQuick

QtObject {
    id: root

    // What the user chose; Unknown follows the system.
    property int scheme: Qt.ColorScheme.Unknown
    property bool highContrast: false
    readonly property bool dark: (scheme === Qt.ColorScheme.Unknown ? Application.styleHints.colorScheme : scheme) === Qt.ColorScheme.Dark

    function pick(light: color, dark: color, highLight: color, highDark: color): color {
        return highContrast ? (root.dark ? highDark : highLight) : root.dark ? dark : light;
    }

    // grounds
    readonly property color window: pick("#FBFAF8", "#16171B", "#FFFFFF", "#000000")
    readonly property color side: pick("#F4F2EE", "#121317", "#F7F6F3", "#0A0A0C")
    readonly property color surface: pick("#FFFFFF", "#1E2026", "#FFFFFF", "#0E0F12")
    readonly property color sunken: pick("#F1EEE9", "#191B20", "#F1EEE9", "#16171B")
    readonly property color border: pick("#E3DFD8", "#2D3037", "#6B665E", "#9A958C")

    // ink; textFaint is for large or decorative text only (>= 3 : 1)
    readonly property color text: pick("#1C1B19", "#ECE9E4", "#000000", "#FFFFFF")
    readonly property color textMuted: pick("#69645C", "#A49F96", "#3A3732", "#D9D5CE")
    readonly property color textFaint: pick("#8B857B", "#807B73", "#4F4B45", "#BDB8AF")

    // the one warm accent, and the ink on it (a QML property cannot be called onAccent)
    readonly property color accent: pick("#C2410C", "#FF8B52", "#86290A", "#FFB187")
    readonly property color accentStrong: pick("#A8370A", "#FFA070", "#6E2002", "#FFC4A3")
    readonly property color accentInk: dark ? "#1B0E07" : "#FFFFFF"
    readonly property color accentSoft: dark ? "#3A241A" : "#FBE9DF"

    // code
    readonly property color code: pick("#F6F4F0", "#1A1C22", "#FAF9F7", "#08090B")
    readonly property color codeHeader: pick("#EDEAE4", "#22252C", "#EDEAE4", "#1B1D22")

    // gauges and banners; the soft ones are the banner's ground
    readonly property color good: pick("#2A7448", "#6CC18D", "#14532F", "#8FE0AE")
    readonly property color warning: pick("#905F00", "#E3B341", "#5E3F00", "#F2CC66")
    readonly property color danger: pick("#B3261E", "#FF8A80", "#8C1710", "#FFB3AB")
    readonly property color warningSoft: dark ? "#2C2617" : "#FDF8EA"
    readonly property color dangerSoft: dark ? "#33201F" : "#FCECEA"
    readonly property color goodSoft: dark ? "#1A2A21" : "#E9F5ED"

    // the memory bar
    readonly property color memoryWeights: pick("#7A8FA6", "#6F88A3", "#46586B", "#93AAC4")
    readonly property color memoryAbsent: dark ? "#333B46" : "#D5DBE2"
    readonly property color memoryKv: pick("#C2410C", "#FF8B52", "#86290A", "#FFB187")
    readonly property color memoryBuffers: dark ? "#C9763F" : "#E08A4B"
    readonly property color memoryApp: dark ? "#454952" : "#C9C2B8"

    // washes over any ground
    readonly property color hover: dark ? "#12FFFFFF" : "#0A1C1B19"
    readonly property color pressed: dark ? "#1AFFFFFF" : "#111C1B19"
    readonly property color found: dark ? "#2CE3B341" : "#38F0C000" // by a search
    readonly property color foundCurrent: dark ? "#34FF8B52" : "#44FF9A3D"
    readonly property color selection: dark ? "#70FF8B52" : "#40C2410C"
    readonly property color shadow: dark ? "#0C000000" : "#041C1B19"
    readonly property color scrim: dark ? "#99000000" : "#661C1B19"
}
