// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Attaches files or a folder. The dialogs exist only once they were asked for.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Dialogs
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

IconButton {
    id: root

    required property AttachmentsModel attachments

    objectName: "attachButton"
    iconPath: Icons.attach
    tip: qsTr("Attach files", "button that opens a menu")
    onClicked: menu.visible ? menu.close() : menu.open()
    Accessible.role: Accessible.ButtonMenu

    AppMenu {
        id: menu

        objectName: "attachMenu"
        y: -height - Metrics.space4

        AppMenuItem {
            iconPath: Icons.file
            text: qsTr("Files…", "menu: attach files")
            onTriggered: {
                fileDialog.active = true;
                (fileDialog.item as FileDialog).open();
            }
        }
        AppMenuItem {
            iconPath: Icons.folder
            text: qsTr("A folder…", "menu: attach all text files of a folder")
            onTriggered: {
                folderDialog.active = true;
                (folderDialog.item as FolderDialog).open();
            }
        }
        AppMenuSeparator {}
        AppMenuItem {
            iconPath: Icons.close
            text: qsTr("Remove all", "menu: attached files")
            enabled: root.attachments.count > 0
            onTriggered: root.attachments.clear()
        }
    }
    Loader {
        id: fileDialog

        active: false
        sourceComponent: FileDialog {
            objectName: "attachFileDialog"
            title: qsTr("Attach files", "title of the file dialog")
            fileMode: FileDialog.OpenFiles
            onAccepted: root.attachments.add(selectedFiles)
        }
    }
    Loader {
        id: folderDialog

        active: false
        sourceComponent: FolderDialog {
            title: qsTr("Attach a folder", "title of the folder dialog")
            onAccepted: root.attachments.add([selectedFolder])
        }
    }
}
