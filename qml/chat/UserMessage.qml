// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What the user wrote, word for word, on the soft accent. A long paste is folded, so that its answer stays near.
import QtQuick
import Vibrant.Components
import Vibrant.Theme

Item {
    id: root

    required property string text

    readonly property int foldedHeight: 264
    // The leading below the last line, so that the text stands in the middle of its bubble.
    readonly property real trailing: Math.round(Typography.bodyMetrics.lineSpacing * (Typography.bodyLineHeight - 1))
    readonly property bool foldable: content.implicitHeight > 1.25 * foldedHeight
    property bool folded: true

    implicitHeight: bubble.height

    Rectangle {
        id: bubble

        anchors.right: parent.right
        width: Math.min(Math.floor(root.width * 0.84), Math.ceil(Math.max(content.implicitWidth, root.foldable ? fold.implicitWidth : 0)) + 2 * Metrics.space16)
        height: clipped.height + 2 * Metrics.space12 + (root.foldable ? fold.height : 0)
        radius: Metrics.radiusCard
        color: Theme.accentSoft

        Rectangle {
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            width: parent.radius
            height: parent.radius
            radius: Metrics.radiusSmall
            color: parent.color
        }
        Item {
            id: clipped

            x: Metrics.space16
            y: Metrics.space12
            width: bubble.width - 2 * Metrics.space16
            height: root.foldable && root.folded ? root.foldedHeight : Math.round(content.implicitHeight - root.trailing)
            clip: root.foldable && root.folded

            TextBlock {
                id: content

                width: parent.width
                source: root.text
                plain: true
                Accessible.name: qsTr("You wrote: %1", "read out before the user's own message").arg(root.text)
            }
        }
        TextButton {
            id: fold

            anchors.bottom: parent.bottom
            anchors.bottomMargin: Metrics.space4
            x: Metrics.space8
            visible: root.foldable
            text: root.folded ? qsTr("Show all", "button that unfolds a long message") : qsTr("Show less", "button that folds a long message")
            iconPath: root.folded ? Icons.arrowDown : Icons.arrowUp
            ink: Theme.text
            onClicked: root.folded = !root.folded
        }
    }
}
