// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Lengths in device-independent pixels on a 4 px grid, and durations in milliseconds.
pragma Singleton

import QtQuick

QtObject {
    // Set by the window from the user's settings: every duration becomes zero.
    property bool reducedMotion: false

    readonly property int space4: 4
    readonly property int space8: 8
    readonly property int space12: 12
    readonly property int space16: 16
    readonly property int space20: 20
    readonly property int space28: 28

    readonly property int radiusSmall: 4
    readonly property int radiusControl: 8
    readonly property int radiusCode: 10
    readonly property int radiusCard: 12
    readonly property int radiusComposer: 14

    readonly property int controlHeight: 32
    readonly property int controlHeightLarge: 36
    readonly property int iconSize: 16
    readonly property int iconTarget: 28
    readonly property int barHeight: 8
    readonly property int focusWidth: 2
    readonly property int caretWidth: 2

    readonly property int sidebarWidth: 264
    readonly property int panelWidth: 288
    readonly property int columnWidth: 720
    readonly property int headerHeight: 52
    readonly property int windowMinimumWidth: 420
    readonly property int windowMinimumHeight: 480
    readonly property int panelBreakpoint: 1100
    readonly property int sidebarBreakpoint: 760

    readonly property int durationFade: reducedMotion ? 0 : 120
    readonly property int durationSlide: reducedMotion ? 0 : 120
    readonly property int durationFeedback: 1600
    readonly property int tooltipDelay: 600
    // Half of the 1 Hz blink of the stream cursor; it stays lit with reduced motion.
    readonly property int blinkHalf: 500
}
