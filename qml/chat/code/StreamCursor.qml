// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Where the next token will appear. Blinks at 1 Hz, rests lit with reduced motion.
import QtQuick
import Vibrant.Theme

Rectangle {
    id: root

    implicitWidth: 8
    implicitHeight: 17
    radius: 2
    color: Theme.accent
    Accessible.ignored: true

    SequentialAnimation on opacity {
        running: root.visible && !Metrics.reducedMotion
        loops: Animation.Infinite

        PropertyAction {
            value: 1
        }
        PauseAnimation {
            duration: Metrics.blinkHalf
        }
        PropertyAction {
            value: 0.15
        }
        PauseAnimation {
            duration: Metrics.blinkHalf
        }
    }
}
