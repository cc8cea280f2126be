// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// A drop-down menu on a card.
import QtQuick
import QtQuick.Templates as T
import Vibrant.Theme

T.Menu {
    id: control

    implicitWidth: Math.max(220, contentWidth + leftPadding + rightPadding)
    implicitHeight: contentHeight + topPadding + bottomPadding
    padding: Metrics.space4
    margins: Metrics.space8
    overlap: 1

    delegate: AppMenuItem {}

    contentItem: ListView {
        // A view is as wide as it is made: as its widest line.
        implicitWidth: {
            let widest = 0;
            for (let i = 0; i < control.count; ++i)
                widest = Math.max(widest, control.itemAt(i)?.implicitWidth ?? 0);
            return Math.ceil(widest);
        }
        implicitHeight: contentHeight
        model: control.contentModel
        interactive: contentHeight > height
        clip: interactive
        currentIndex: control.currentIndex
    }

    background: Item {
        SoftShadow {
            anchors.fill: parent
            radius: Metrics.radiusControl + 2
        }
        Rectangle {
            anchors.fill: parent
            radius: Metrics.radiusControl + 2
            color: Theme.surface
            border.width: 1
            border.color: Theme.border
        }
    }

    enter: Transition {
        NumberAnimation {
            property: "opacity"
            from: 0
            to: 1
            duration: Metrics.durationFade
        }
    }
}
