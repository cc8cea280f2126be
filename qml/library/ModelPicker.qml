// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Another model for the chat: type a part of its name, Enter loads it. The list follows the field; the field keeps the
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

    required property ModelController models
    required property ModelLibrary library

    signal libraryRequested

    function take(path: string): void {
        if (path.length === 0)
            return;
        close();
        if (path !== models.filePath || models.asleep)
            models.openPath(path);
    }

    objectName: "modelPicker"
    y: parent ? Math.round(Math.min(parent.height / 8, (parent.height - height) / 2)) : 0
    title: qsTr("Answer with another model", "title of a dialog")
    onAboutToShow: library.refreshOnce()
    onOpened: field.forceActiveFocus(Qt.PopupFocusReason)
    onClosed: field.clear()

    contentItem: ColumnLayout {
        spacing: Metrics.space8

        LineField {
            id: field

            objectName: "pickerField"
            Layout.fillWidth: true
            iconPath: Icons.search
            placeholderText: qsTr("Which model?", "placeholder of the field of a dialog")
            onTextChanged: {
                root.library.picker.words = text;
                list.currentIndex = 0;
            }
            onAccepted: root.take((list.currentItem as LibraryRow)?.path ?? "")
            Keys.onUpPressed: list.decrementCurrentIndex()
            Keys.onDownPressed: list.incrementCurrentIndex()
        }
        ListView {
            id: list

            objectName: "pickerList"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredHeight: 360
            model: root.library.picker
            spacing: 2
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            currentIndex: 0
            keyNavigationWraps: true
            highlightMoveDuration: 0
            T.ScrollBar.vertical: ThinScrollBar {}

            Accessible.role: Accessible.List
            Accessible.name: root.title

            delegate: LibraryRow {
                width: ListView.view.width - Metrics.space12
                highlighted: ListView.isCurrentItem
                onClicked: root.take(path)
            }
        }
        Label {
            Layout.fillWidth: true
            visible: list.count === 0
            text: root.library.searching ? qsTr("Looking for models…", "empty list") : qsTr("No such model was found on this computer.", "empty list")
            color: Theme.textMuted
            wrapMode: Text.Wrap
        }
        QuietButton {
            Layout.alignment: Qt.AlignLeft
            iconPath: Icons.cube
            text: qsTr("All models, and what they need", "button that opens the page with all models")
            onClicked: {
                root.close();
                root.libraryRequested();
            }
        }
    }
}
