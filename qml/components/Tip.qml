// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// A tooltip; `shown` is the wish, it appears after a moment.
import QtQuick
import QtQuick.Templates as T
import Vibrant.Theme

T.ToolTip {
    id: tip

    required property bool shown

    objectName: "tip"

    x: parent ? Math.round((parent.width - implicitWidth) / 2) : 0
    y: parent ? parent.height + Metrics.space4 + 2 : 0
    implicitWidth: Math.min(contentItem.implicitWidth + leftPadding + rightPadding, 320)
    implicitHeight: contentItem.implicitHeight + topPadding + bottomPadding
    margins: Metrics.space8
    leftPadding: Metrics.space8
    rightPadding: Metrics.space8
    topPadding: Metrics.space4 + 1
    bottomPadding: Metrics.space4 + 1
    delay: Metrics.tooltipDelay
    visible: shown && text.length > 0
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutsideParent | T.Popup.CloseOnReleaseOutsideParent

    contentItem: Text {
        text: tip.text
        textFormat: Text.PlainText
        font: Typography.caption
        color: Theme.window
        wrapMode: Text.Wrap
        maximumLineCount: 6
        elide: Text.ElideRight
    }

    background: Rectangle {
        radius: Metrics.radiusSmall + 2
        color: Theme.text
    }
}
