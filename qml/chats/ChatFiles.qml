// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Where a chat is saved to, or chats are read from: the file dialogs, made when they are needed.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Dialogs
import Vibrant.Core

Item {
    id: root

    required property ChatsController chats

    function exportChat(chatId: real, format: int): void {
        saving.chatId = chatId;
        saving.format = format;
        saving.active = true;
        const dialog = saving.item as FileDialog;
        dialog.currentFile = Qt.resolvedUrl(dialog.currentFolder + "/" + encodeURIComponent(chats.fileName(chatId, format)));
        dialog.open();
    }

    function exportAll(): void {
        saving.chatId = 0;
        saving.active = true;
        const dialog = saving.item as FileDialog;
        dialog.currentFile = Qt.resolvedUrl(dialog.currentFolder + "/vibrant-chats.json");
        dialog.open();
    }

    function importFile(): void {
        reading.active = true;
        (reading.item as FileDialog).open();
    }

    Loader {
        id: saving

        property real chatId: 0
        property int format: ChatsController.Markdown

        active: false
        sourceComponent: FileDialog {
            objectName: "exportDialog"
            title: saving.chatId === 0 ? qsTr("Export all chats", "title of the file dialog") : qsTr("Export this chat", "title of the file dialog")
            fileMode: FileDialog.SaveFile
            onAccepted: saving.chatId === 0 ? root.chats.exportAll(selectedFile) : root.chats.exportChat(saving.chatId, saving.format, selectedFile)
        }
    }
    Loader {
        id: reading

        active: false
        sourceComponent: FileDialog {
            objectName: "importDialog"
            title: qsTr("Import chats", "title of the file dialog")
            nameFilters: [qsTr("Exported chats (*.json)", "in the file dialog"), qsTr("All files (*)", "in the file dialog")]
            onAccepted: root.chats.importFile(selectedFile)
        }
    }
}
