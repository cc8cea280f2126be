// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The small heading above a group of rows.
import QtQuick
import Vibrant.Theme

Label {
    color: Theme.textMuted
    font: Typography.caption
    Accessible.role: Accessible.Heading
}
