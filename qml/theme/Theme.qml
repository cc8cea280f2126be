// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Every colour of the window by its meaning, light and dark side by side. No other file names a colour value (tested),
// and every text pair used here keeps at least 4.5 : 1 in both schemes (tests/qml/tst_Theme.qml).
pragma Singleton

import QtQuick

QtObject {
    id: root

    // What the user chose; Unknown follows the system.
    property int scheme: Qt.ColorScheme.Unknown
    readonly property bool dark: (scheme === Qt.ColorScheme.Unknown ? Application.styleHints.colorScheme : scheme) === Qt.ColorScheme.Dark

    // grounds
    readonly property color window: dark ? "#16171B" : "#FBFAF8"
    readonly property color side: dark ? "#121317" : "#F4F2EE"
    readonly property color surface: dark ? "#1E2026" : "#FFFFFF"
    readonly property color sunken: dark ? "#191B20" : "#F1EEE9"
    readonly property color border: dark ? "#2D3037" : "#E3DFD8"

    // ink; textFaint is for large or decorative text only (>= 3 : 1)
    readonly property color text: dark ? "#ECE9E4" : "#1C1B19"
    readonly property color textMuted: dark ? "#A49F96" : "#69645C"
    readonly property color textFaint: dark ? "#807B73" : "#8B857B"

    // the one warm accent, and the ink on it (a QML property cannot be called onAccent)
    readonly property color accent: dark ? "#FF8B52" : "#C2410C"
    readonly property color accentStrong: dark ? "#FFA070" : "#A8370A"
    readonly property color accentInk: dark ? "#1B0E07" : "#FFFFFF"
    readonly property color accentSoft: dark ? "#3A241A" : "#FBE9DF"

    // code
    readonly property color code: dark ? "#1A1C22" : "#F6F4F0"
    readonly property color codeHeader: dark ? "#22252C" : "#EDEAE4"

    // gauges and banners; the soft ones are the banner's ground
    readonly property color good: dark ? "#6CC18D" : "#2F7D4F"
    readonly property color warning: dark ? "#E3B341" : "#9A6700"
    readonly property color danger: dark ? "#FF8A80" : "#B3261E"
    readonly property color warningSoft: dark ? "#2C2617" : "#FDF8EA"
    readonly property color dangerSoft: dark ? "#33201F" : "#FCECEA"
    readonly property color goodSoft: dark ? "#1A2A21" : "#E9F5ED"

    // the memory bar
    readonly property color memoryWeights: dark ? "#6F88A3" : "#7A8FA6"
    readonly property color memoryAbsent: dark ? "#333B46" : "#D5DBE2"
    readonly property color memoryKv: dark ? "#FF8B52" : "#C2410C"
    readonly property color memoryBuffers: dark ? "#C9763F" : "#E08A4B"
    readonly property color memoryApp: dark ? "#454952" : "#C9C2B8"

    // washes over any ground
    readonly property color hover: dark ? "#12FFFFFF" : "#0D1C1B19"
    readonly property color pressed: dark ? "#20FFFFFF" : "#1A1C1B19"
    readonly property color found: dark ? "#48E3B341" : "#48E0A800" // by a search
    readonly property color foundCurrent: dark ? "#A0FF8B52" : "#8CFF8B3D"
    readonly property color selection: dark ? "#70FF8B52" : "#40C2410C"
    readonly property color shadow: dark ? "#0C000000" : "#041C1B19"
    readonly property color scrim: dark ? "#99000000" : "#661C1B19"
}
