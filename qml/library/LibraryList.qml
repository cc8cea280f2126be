// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The models that were found, to go through with Up and Down; Enter takes the one under the cursor.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

Item {
    id: root

    required property ModelLibrary library

    readonly property bool chosenOne: list.currentIndex >= 0 // the cursor is somewhere

    signal chosen(path: string) // the cursor came to it
    signal opened(path: string) // a click or Space: to be looked at
    signal taken(path: string) // Enter or a double click
    signal foldersRequested

    function focusList(): void {
        list.forceActiveFocus(Qt.TabFocusReason);
    }

    // Puts the cursor on the model of this path, if it is shown.
    function select(path: string): void {
        list.currentIndex = library.view.rowOf(path);
    }

    ListView {
        id: list

        readonly property string currentPath: (currentItem as LibraryRow)?.path ?? ""

        objectName: "libraryList"
        anchors.fill: parent
        visible: count > 0
        model: root.library.view
        spacing: 2
        currentIndex: -1
        boundsBehavior: Flickable.StopAtBounds
        highlightMoveDuration: 0
        keyNavigationEnabled: true
        activeFocusOnTab: true
        clip: true
        T.ScrollBar.vertical: ThinScrollBar {}
        onCurrentPathChanged: {
            if (currentPath.length > 0)
                root.chosen(currentPath);
        }
        onActiveFocusChanged: {
            if (activeFocus && currentIndex < 0)
                currentIndex = 0;
        }
        Keys.onReturnPressed: root.taken(currentPath)
        Keys.onEnterPressed: root.taken(currentPath)
        Keys.onSpacePressed: root.opened(currentPath)

        Accessible.role: Accessible.List
        Accessible.name: qsTr("Models", "heading of a list")

        delegate: LibraryRow {
            width: ListView.view.width - Metrics.space12
            highlighted: ListView.isCurrentItem
            onClicked: {
                ListView.view.currentIndex = index;
                ListView.view.forceActiveFocus(Qt.MouseFocusReason);
                root.opened(path);
            }
            onDoubleClicked: root.taken(path)
        }
    }
    ColumnLayout {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Metrics.space16, 380)
        visible: list.count === 0 && !root.library.searching
        spacing: Metrics.space12

        Label {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            text: root.library.total > 0 ? qsTr("No model has all these words.", "empty list of models, filtered") : qsTr("No models were found on this computer.", "empty list of models")
            font: Typography.title
            wrapMode: Text.Wrap
        }
        Label {
            Layout.fillWidth: true
            visible: root.library.total === 0
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("Vibrant looks in the folders you name and in the caches of Hugging Face, LM Studio, Ollama, llama.cpp and GPT4All.", "empty list of models")
            color: Theme.textMuted
            wrapMode: Text.Wrap
        }
        QuietButton {
            Layout.alignment: Qt.AlignHCenter
            visible: root.library.total === 0
            iconPath: Icons.folder
            text: qsTr("Add a folder…", "button")
            onClicked: root.foldersRequested()
        }
    }
}
