// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Every shortcut of the window, in one place.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Vibrant.Components
import Vibrant.Theme

Sheet {
    id: root

    readonly property list<string> entries: [
        qsTr("Enter", "a key"), qsTr("Send the message", "shortcut"),
        qsTr("Shift + Enter", "keys"), qsTr("New line in the message", "shortcut"),
        qsTr("Up · Down", "keys"), qsTr("Earlier and later messages", "shortcut"),
        qsTr("Esc", "name of the Escape key"), qsTr("Stop the answer, close what is open", "shortcut"),
        qsTr("Ctrl + O", "keys"), qsTr("Open a model", "shortcut"),
        qsTr("Ctrl + N", "keys"), qsTr("New chat", "shortcut"),
        qsTr("Ctrl + L", "keys"), qsTr("Go to the message field", "shortcut"),
        qsTr("Ctrl + R", "keys"), qsTr("Answer again", "shortcut"),
        qsTr("Ctrl + End", "keys"), qsTr("Jump to the newest text", "shortcut"),
        qsTr("Ctrl + Plus · Minus · 0", "keys"), qsTr("Larger, smaller, normal text", "shortcut"),
        qsTr("F9", "a key"), qsTr("Show or hide the figures", "shortcut"),
        qsTr("F1", "a key"), qsTr("This list", "shortcut"),
        qsTr("Ctrl + Q", "keys"), qsTr("Quit", "shortcut")
    ]

    title: qsTr("Keyboard shortcuts", "title of a dialog")

    contentItem: Flickable {
        implicitHeight: column.implicitHeight
        contentHeight: column.implicitHeight
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentHeight > height
        clip: true

        ColumnLayout {
            id: column

            width: parent.width
            spacing: Metrics.space8

            Repeater {
                model: root.entries.length / 2

                RowLayout {
                    required property int index

                    Layout.fillWidth: true
                    Accessible.role: Accessible.StaticText
                    Accessible.name: qsTr("%1: %2", "a label and its figure, read out together").arg(root.entries[2 * index]).arg(root.entries[2 * index + 1])

                    Label {
                        Layout.fillWidth: true
                        text: root.entries[2 * parent.index + 1]
                        Accessible.ignored: true
                    }
                    KeyCap {
                        text: root.entries[2 * parent.index]
                    }
                }
            }
        }
    }
}
