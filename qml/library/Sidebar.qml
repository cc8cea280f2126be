// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The left column: the mark, a new chat, models opened before, and the model in use.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

Rectangle {
    id: root

    required property ChatController chat
    required property ModelController models

    signal openRequested
    signal libraryRequested
    signal shortcutsRequested
    signal chosen

    color: Theme.side

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Metrics.space12
        spacing: Metrics.space8

        RowLayout {
            Layout.leftMargin: Metrics.space4 + 2
            Layout.preferredHeight: Metrics.controlHeightLarge
            spacing: Metrics.space8

            Wordmark {}
            Label {
                Layout.fillWidth: true
                text: qsTr("Vibrant", "name of the app")
                font: Typography.title
                Accessible.role: Accessible.Heading
            }
            IconButton {
                framed: true
                iconPath: Icons.keyboard
                tip: qsTr("Keyboard shortcuts (F1)", "button")
                onClicked: root.shortcutsRequested()
            }
        }
        PrimaryButton {
            objectName: "newChatButton"
            Layout.fillWidth: true
            iconPath: Icons.plus
            text: qsTr("New chat", "button")
            onClicked: {
                root.chat.newChat();
                root.chosen();
            }
        }
        SectionLabel {
            Layout.leftMargin: Metrics.space8
            Layout.topMargin: Metrics.space12
            visible: recent.count > 0
            text: qsTr("Recent models", "heading of a list")
        }
        ListView {
            id: recent

            Layout.fillWidth: true
            Layout.fillHeight: true
            model: root.models.recentFiles
            spacing: 2
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            T.ScrollBar.vertical: ThinScrollBar {}

            Accessible.role: Accessible.List
            Accessible.name: qsTr("Recent models", "heading of a list")

            delegate: RecentFileRow {
                width: ListView.view.width
                onOpened: path => {
                    root.models.openPath(path);
                    root.chosen();
                }
                onRemoved: row => root.models.recentFiles.remove(row)
            }
        }
        ModelCard {
            Layout.fillWidth: true
            models: root.models
            onOpenRequested: root.openRequested()
            onLibraryRequested: root.libraryRequested()
        }
    }
}
