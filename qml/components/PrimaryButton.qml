// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The one main action of a place.
import QtQuick
import Vibrant.Theme

ButtonBase {
    implicitHeight: Metrics.controlHeightLarge
    leftPadding: Metrics.space16
    rightPadding: Metrics.space16
    font.weight: Font.DemiBold
    opacity: 1
    ink: enabled ? Theme.accentInk : Theme.textMuted
    fill: !enabled ? Theme.sunken : down ? Theme.accentStrong : Theme.accent
    outline: enabled ? "transparent" : Theme.border
}
