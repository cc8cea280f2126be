// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Every shortcut of the window by group, straight from the table that defines them.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

Sheet {
    id: root

    required property ActionModel actions

    title: qsTr("Keyboard shortcuts", "title of a dialog")

    contentItem: ListView {
        id: list

        objectName: "shortcutsList"
        implicitHeight: contentHeight
        model: root.actions
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentHeight > height
        clip: true
        focus: true
        section.property: "group"
        T.ScrollBar.vertical: ThinScrollBar {}
        Keys.onUpPressed: flick(0, 600)
        Keys.onDownPressed: flick(0, -600)

        Accessible.role: Accessible.List
        Accessible.name: root.title

        section.delegate: SectionLabel {
            required property string section

            width: ListView.view.width
            height: implicitHeight + Metrics.space16
            verticalAlignment: Text.AlignBottom
            bottomPadding: Metrics.space4
            text: section
        }
        delegate: Item {
            id: entry

            required property string title
            required property string keys

            width: ListView.view.width
            height: visible ? row.implicitHeight + Metrics.space4 : 0
            visible: keys.length > 0

            Accessible.role: Accessible.StaticText
            Accessible.name: qsTr("%1: %2", "a label and its figure, read out together").arg(keys).arg(title)

            RowLayout {
                id: row

                anchors.left: parent.left
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                anchors.rightMargin: Metrics.space12
                spacing: Metrics.space12

                Label {
                    Layout.fillWidth: true
                    text: entry.title
                    wrapMode: Text.Wrap
                    Accessible.ignored: true
                }
                KeyCap {
                    text: entry.keys
                }
            }
        }
    }
}
