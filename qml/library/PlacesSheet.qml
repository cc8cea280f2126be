// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Where models are looked for: the user's folders, and the caches of other programs that there are.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import QtQuick.Templates as T
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

Sheet {
    id: root

    required property ModelLibrary library

    objectName: "placesSheet"
    title: qsTr("Where models are looked for", "title of a dialog")
    onOpened: addButton.forceActiveFocus(Qt.PopupFocusReason)

    contentItem: ColumnLayout {
        spacing: Metrics.space12

        Label {
            Layout.fillWidth: true
            text: qsTr("Models are opened where they are. Nothing is copied, moved or changed, and nothing is downloaded.", "explanation")
            font: Typography.caption
            color: Theme.textMuted
            wrapMode: Text.Wrap
        }
        ListView {
            id: list

            Layout.fillWidth: true
            Layout.fillHeight: true
            implicitHeight: contentHeight
            visible: count > 0
            model: root.library.places
            spacing: Metrics.space4
            boundsBehavior: Flickable.StopAtBounds
            interactive: contentHeight > height
            clip: true
            T.ScrollBar.vertical: ThinScrollBar {}

            Accessible.role: Accessible.List
            Accessible.name: root.title

            delegate: RowLayout {
                id: place

                required property placeInfo modelData

                width: ListView.view.width
                height: Math.max(implicitHeight, 44)
                spacing: Metrics.space8

                Icon {
                    path: place.modelData.removable ? Icons.folder : Icons.cube
                    color: Theme.textMuted
                }
                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: 1

                    Label {
                        Layout.fillWidth: true
                        text: place.modelData.name
                        font: Typography.controlStrong
                    }
                    Label {
                        Layout.fillWidth: true
                        text: place.modelData.path
                        font: Typography.caption
                        color: Theme.textMuted
                        elide: Text.ElideMiddle
                    }
                }
                Label {
                    Layout.maximumWidth: 150
                    text: place.modelData.note
                    font: Typography.caption
                    color: place.modelData.troubled ? Theme.danger : Theme.textMuted
                    wrapMode: Text.Wrap
                    horizontalAlignment: Text.AlignRight
                }
                IconButton {
                    visible: place.modelData.removable
                    iconPath: Icons.close
                    tip: qsTr("Do not look in %1 any more", "button; the folder stays").arg(place.modelData.name)
                    onClicked: root.library.removeFolder(place.modelData.path)
                }
            }
        }
        QuietButton {
            id: addButton

            objectName: "addFolderButton"
            Layout.alignment: Qt.AlignLeft
            iconPath: Icons.plus
            text: qsTr("Add a folder…", "button")
            onClicked: {
                dialog.active = true;
                (dialog.item as FolderDialog).open();
            }
        }
    }

    Loader {
        id: dialog

        active: false
        sourceComponent: FolderDialog {
            objectName: "addFolderDialog"
            title: qsTr("A folder with models", "title of the folder dialog")
            onAccepted: root.library.addFolder(selectedFolder)
        }
    }
}
