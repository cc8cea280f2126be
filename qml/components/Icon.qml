// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// One line icon. Decorative by definition: the control around it carries the name.
import QtQuick
import Vibrant.Theme

StrokedPath {
    property real size: Metrics.iconSize

    implicitWidth: size
    implicitHeight: size
    color: Theme.textMuted
    Accessible.ignored: true
}
