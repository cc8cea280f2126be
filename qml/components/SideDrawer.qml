// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The sidebar of a narrow window, sliding over the chat from the reading edge.
import QtQuick
import QtQuick.Templates as T
import Vibrant.Theme

T.Drawer {
    id: control

    height: parent ? parent.height : 0
    width: Metrics.sidebarWidth
    edge: Application.layoutDirection === Qt.RightToLeft ? Qt.RightEdge : Qt.LeftEdge
    dragMargin: Metrics.space8
    focus: true

    background: Rectangle {
        color: Theme.side
    }

    T.Overlay.modal: Rectangle {
        color: Theme.scrim
    }

    enter: Transition {
        SmoothedAnimation {
            duration: Metrics.durationSlide
        }
    }
    exit: Transition {
        SmoothedAnimation {
            duration: Metrics.durationSlide
        }
    }
}
