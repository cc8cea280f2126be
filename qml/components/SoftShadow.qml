// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The one shadow of the design: a few translucent rounded rectangles, which every scene graph back end can draw.
pragma ComponentBehavior: Bound

import QtQuick
import Vibrant.Theme

Item {
    id: root

    property real radius: Metrics.radiusComposer
    property int spread: 9
    property int offset: 3

    Repeater {
        model: root.spread

        Rectangle {
            required property int index

            x: -index
            y: root.offset - index
            width: root.width + 2 * index
            height: root.height + 2 * index
            radius: root.radius + index
            color: Theme.shadow
        }
    }
}
