// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// An action inside running content: no frame until the pointer or the keyboard is on it.
import Vibrant.Theme

ButtonBase {
    implicitHeight: Metrics.iconTarget
    leftPadding: Metrics.space8
    rightPadding: Metrics.space8
    spacing: Metrics.space4 + 2
    font: Typography.caption
    ink: hovered || visualFocus ? Theme.text : Theme.textMuted
    cornerRadius: Metrics.radiusControl - 2
}
