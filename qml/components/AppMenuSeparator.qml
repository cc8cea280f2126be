// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

import QtQuick
import QtQuick.Templates as T
import Vibrant.Theme

T.MenuSeparator {
    implicitWidth: 120
    implicitHeight: 9
    padding: Metrics.space4

    contentItem: Rectangle {
        implicitHeight: 1
        color: Theme.border
    }
}
