// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Asks where, then saves one text there. The dialog exists only while it is needed; its system asks before it replaces.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Dialogs
import Vibrant.Components
import Vibrant.Core

Item {
    id: root

    objectName: "saveFile"

    property string notice // what became of it
    property bool failed: false

    function save(name: string, text: string): void {
        dialog.name = name.slice(name.lastIndexOf("/") + 1);
        dialog.text = text;
        dialog.active = true;
        (dialog.item as FileDialog).open();
    }

    function saveAs(file: url, text: string): void {
        saver.saveAs(file, text);
    }

    function report(text: string, isProblem: bool): void {
        failed = isProblem;
        notice = text;
        Accessible.announce(text, isProblem ? Accessible.Assertive : Accessible.Polite);
    }

    FileSaver {
        id: saver

        onSaved: (count, where) => root.report(qsTr("Saved as %1", "%1 is the path of a file").arg(where), false)
        onFailed: reason => root.report(reason, true)
    }
    Loader {
        id: dialog

        property string name
        property string text

        active: false
        sourceComponent: FileDialog {
            objectName: "saveFileDialog"
            title: qsTr("Save code", "title of the file dialog")
            fileMode: FileDialog.SaveFile
            currentFile: Qt.resolvedUrl(currentFolder + "/" + encodeURIComponent(dialog.name))
            onAccepted: root.saveAs(selectedFile, dialog.text)
        }
    }
}
