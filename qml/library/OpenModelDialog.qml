// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The system's file dialog for a model.
import QtQuick.Dialogs
import Vibrant.Core

FileDialog {
    id: root

    required property ModelController models

    objectName: "openModelDialog"
    title: qsTr("Open model", "title of the file dialog")
    fileMode: FileDialog.OpenFile
    nameFilters: [qsTr("GGUF models (*.gguf)", "file dialog"), qsTr("All files (*)", "file dialog")]
    onAccepted: root.models.open(selectedFile)
}
