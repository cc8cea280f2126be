// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The command palette: type a few letters of what to do, Enter does it. The list follows the field; the field keeps the
// keyboard all the time.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

Sheet {
    id: root

    required property CommandPalette commands

    function run(row: int): void {
        close();
        commands.run(row);
    }

    y: parent ? Math.round(Math.min(parent.height / 8, (parent.height - height) / 2)) : 0
    title: qsTr("All commands", "title of a dialog")
    onAboutToShow: field.clear()
    onOpened: field.forceActiveFocus(Qt.PopupFocusReason)

    contentItem: ColumnLayout {
        spacing: Metrics.space8

        LineField {
            id: field

            objectName: "paletteField"
            Layout.fillWidth: true
            iconPath: Icons.search
            placeholderText: qsTr("What shall be done?", "placeholder of the field of the command palette")
            onTextChanged: {
                root.commands.query = text;
                list.currentIndex = 0;
            }
            onAccepted: root.run(list.currentIndex)
            Keys.onUpPressed: list.decrementCurrentIndex()
            Keys.onDownPressed: list.incrementCurrentIndex()
        }
        ListView {
            id: list

            objectName: "paletteList"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredHeight: 360
            model: root.commands
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            currentIndex: 0
            keyNavigationWraps: true
            highlightMoveDuration: 0
            cacheBuffer: 0 // rows beyond the edge are made later, when the list may have become shorter
            T.ScrollBar.vertical: ThinScrollBar {}
            onCountChanged: currentIndex = 0

            Accessible.role: Accessible.List
            Accessible.name: root.title

            delegate: PaletteRow {
                width: ListView.view.width - Metrics.space12
                current: ListView.isCurrentItem
                onChosen: root.run(index)
            }
        }
        Label {
            Layout.fillWidth: true
            visible: root.commands.count === 0
            text: qsTr("No command is called that.", "empty list of the command palette")
            color: Theme.textMuted
        }
    }
}
