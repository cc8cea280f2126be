// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// One of the three suggestions of an empty chat; choosing it fills the composer and leaves sending to the user.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Vibrant.Components
import Vibrant.Theme

T.Button {
    id: control

    required property string iconPath
    required property string prompt

    implicitHeight: Math.max(96, contentItem.implicitHeight + topPadding + bottomPadding)
    padding: Metrics.space16
    hoverEnabled: true
    focusPolicy: Qt.TabFocus
    Accessible.name: text
    Accessible.description: prompt

    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()

    contentItem: ColumnLayout {
        spacing: Metrics.space8

        RowLayout {
            spacing: Metrics.space8

            Icon {
                path: control.iconPath
                color: Theme.accent
            }
            Label {
                Layout.fillWidth: true
                text: control.text
                font: Typography.bodyStrong
            }
        }
        Label {
            Layout.fillWidth: true
            Layout.fillHeight: true
            text: control.prompt
            font: Typography.caption
            color: Theme.textMuted
            wrapMode: Text.Wrap
            lineHeight: 1.35
            maximumLineCount: 4
            verticalAlignment: Text.AlignTop
        }
    }
    background: Rectangle {
        radius: Metrics.radiusCard
        color: Theme.surface
        border.width: 1
        border.color: control.hovered ? Qt.alpha(Theme.accent, 0.5) : Theme.border

        FocusRing {
            control: control
            shown: control.visualFocus
            controlRadius: Metrics.radiusCard
        }
    }
}
