// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Saves what is ticked to a folder: asks for the folder, and once more before anything there would be replaced.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Dialogs
import Vibrant.Components
import Vibrant.Core

Item {
    id: root

    required property ChatFilesModel files

    objectName: "saveFiles"

    property list<string> question // names that exist already; empty = none
    property string notice // what became of it
    property bool failed: false
    property url folder

    function ask(): void {
        dialog.active = true;
        (dialog.item as FolderDialog).open();
    }

    function saveTo(place: url): void {
        folder = place;
        go(FileSaver.Refuse);
    }

    function go(existing: int): void {
        question = [];
        saver.saveAll(folder, files.tickedNames(), files.tickedTexts(), existing);
    }

    function report(text: string, isProblem: bool): void {
        failed = isProblem;
        notice = text;
        Accessible.announce(text, isProblem ? Accessible.Assertive : Accessible.Polite);
    }

    FileSaver {
        id: saver

        onExists: names => root.question = names
        onSaved: (count, where) => root.report(qsTr("%n file(s) saved to %1", "%1 is a folder", count).arg(where), false)
        onFailed: reason => root.report(reason, true)
    }
    Loader {
        id: dialog

        active: false
        sourceComponent: FolderDialog {
            objectName: "saveFolderDialog"
            title: qsTr("Save to which folder?", "title of the folder dialog")
            onAccepted: root.saveTo(selectedFolder)
        }
    }
}
