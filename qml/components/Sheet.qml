// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// A modal card in the middle of the window; Escape or a click outside closes it.
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Vibrant.Theme

T.Dialog {
    id: control

    x: parent ? Math.round((parent.width - width) / 2) : 0
    y: parent ? Math.round((parent.height - height) / 2) : 0
    width: Math.min(480, parent ? parent.width - 2 * Metrics.space16 : 480)
    height: Math.min(implicitHeight, parent ? parent.height - 2 * Metrics.space16 : implicitHeight)
    implicitHeight: implicitHeaderHeight + implicitContentHeight + topPadding + bottomPadding
    padding: Metrics.space20
    topPadding: Metrics.space8
    modal: true
    focus: true

    header: RowLayout {
        spacing: Metrics.space8

        Label {
            Layout.fillWidth: true
            Layout.leftMargin: Metrics.space20
            Layout.topMargin: Metrics.space16
            text: control.title
            font: Typography.title
            Accessible.role: Accessible.Heading
        }
        IconButton {
            Layout.topMargin: Metrics.space12
            Layout.rightMargin: Metrics.space12
            iconPath: Icons.close
            tip: qsTr("Close", "button that closes a dialog")
            onClicked: control.close()
        }
    }

    background: Rectangle {
        radius: Metrics.radiusComposer
        color: Theme.surface
        border.width: 1
        border.color: Theme.border
    }

    T.Overlay.modal: Rectangle {
        color: Theme.scrim
    }

    enter: Transition {
        NumberAnimation {
            property: "opacity"
            from: 0
            to: 1
            duration: Metrics.durationFade
        }
    }
    exit: Transition {
        NumberAnimation {
            property: "opacity"
            to: 0
            duration: Metrics.durationFade
        }
    }
}
