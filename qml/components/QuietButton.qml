// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// An ordinary action: outlined, on any ground.
import Vibrant.Theme

ButtonBase {
    fill: Theme.surface
    outline: Theme.border
    iconInk: Theme.textMuted
}
