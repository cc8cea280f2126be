// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The line above code: its language, a warning where characters hide, and wrap, compare, save, copy.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

Rectangle {
    id: root

    required property string languageName
    required property bool suspicious
    required property bool wrapped

    signal copyRequested
    signal wrapToggled
    signal compareRequested
    signal saveRequested

    height: 32
    radius: Metrics.radiusCode - 1
    color: Theme.codeHeader

    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: parent.radius
        color: parent.color
    }
    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Metrics.space12
        anchors.rightMargin: Metrics.space4
        spacing: 0

        Label {
            text: root.languageName
            font: Typography.captionStrong
            Layout.fillWidth: !warning.visible
            Layout.maximumWidth: implicitWidth + 1
        }
        Label {
            id: warning

            Layout.fillWidth: true
            Layout.leftMargin: Metrics.space8
            visible: root.suspicious
            text: qsTr("contains invisible characters, shown as signs", "warning on a code block")
            font: Typography.caption
            color: Theme.warning
        }
        Item {
            Layout.fillWidth: !warning.visible
        }
        IconButton {
            iconPath: Icons.wrap
            ink: root.wrapped ? Theme.accent : hovered || visualFocus ? Theme.text : Theme.textMuted
            tip: root.wrapped ? qsTr("Do not wrap %1 lines", "button; %1 is a programming language").arg(root.languageName)
                              : qsTr("Wrap %1 lines", "button; %1 is a programming language").arg(root.languageName)
            onClicked: root.wrapToggled()
        }
        IconButton {
            iconPath: Icons.compare
            tip: qsTr("Compare %1 code", "button; %1 is a programming language").arg(root.languageName)
            onClicked: root.compareRequested()
        }
        IconButton {
            iconPath: Icons.save
            tip: qsTr("Save %1 code as a file", "button; %1 is a programming language").arg(root.languageName)
            onClicked: root.saveRequested()
        }
        TextButton {
            id: copy

            property bool done: false

            Layout.preferredWidth: Math.max(implicitWidth, 76)
            iconPath: done ? Icons.check : Icons.copy
            iconInk: done ? Theme.good : ink
            text: done ? qsTr("Copied", "feedback after copying code") : qsTr("Copy", "button that copies code")
            Accessible.name: done ? text : qsTr("Copy %1 code", "%1 is a programming language").arg(root.languageName)
            onClicked: {
                root.copyRequested();
                done = true;
                feedback.restart();
                Accessible.announce(qsTr("Copied", "feedback after copying code"));
            }

            Timer {
                id: feedback

                interval: Metrics.durationFeedback
                onTriggered: copy.done = false
            }
        }
    }
}
