// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Where the time of an answer goes, operation by operation.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

Card {
    id: root

    required property StatusController status

    SectionLabel {
        text: qsTr("Where the time goes", "title of a card")
    }
    Repeater {
        model: root.status.hotPath

        RowLayout {
            id: line

            required property hotPathLine modelData

            Layout.fillWidth: true
            spacing: Metrics.space8
            Accessible.role: Accessible.StaticText
            Accessible.name: qsTr("%1: %2 %3", "read out: an operation, its share of the time, its speed").arg(modelData.operation).arg(modelData.shareText).arg(modelData.speedText)

            Label {
                Layout.fillWidth: true
                Layout.minimumWidth: 24
                text: line.modelData.operation
                font: Typography.caption
                color: Theme.textMuted
                Accessible.ignored: true
            }
            Label {
                text: line.modelData.speedText
                font: Typography.caption
                color: Theme.textMuted
                Accessible.ignored: true
            }
            Label {
                Layout.minimumWidth: 36
                horizontalAlignment: Text.AlignRight
                text: line.modelData.shareText
                font: Typography.caption
                Accessible.ignored: true
            }
        }
    }
}
