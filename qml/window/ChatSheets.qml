// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What actions on chats do, and their dialogs: how this one is answered, and files. Made when first needed.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Vibrant.Core

Item {
    id: root

    required property ActionModel actions
    required property ChatController chat
    required property ChatsController chats
    required property ModelController models

    readonly property bool open: (settings.item as ChatSettingsSheet)?.visible ?? false

    function showSettings(): void {
        settings.active = true;
        (settings.item as ChatSettingsSheet).open();
    }

    Connections {
        target: root.actions

        function onTriggered(action: int, payload: var): void {
            switch (action) {
            case ActionModel.NextChat:
                return root.chats.openNeighbour(1);
            case ActionModel.PreviousChat:
                return root.chats.openNeighbour(-1);
            case ActionModel.DeleteChat:
                return root.chats.moveToTrash(root.chat.current.chatId);
            case ActionModel.PinChat:
                return root.chats.setPinned(root.chat.current.chatId, !root.chats.isPinned(root.chat.current.chatId));
            case ActionModel.DuplicateChat:
                return root.chats.duplicate(root.chat.current.chatId);
            case ActionModel.ExportMarkdown:
                return files.exportChat(payload ?? root.chat.current.chatId, ChatsController.Markdown);
            case ActionModel.ExportHtml:
                return files.exportChat(payload ?? root.chat.current.chatId, ChatsController.Html);
            case ActionModel.ExportJson:
                return files.exportChat(payload ?? root.chat.current.chatId, ChatsController.Json);
            case ActionModel.ShowChatSettings:
                return root.showSettings();
            case ActionModel.ImportChats:
                return files.importFile();
            case ActionModel.ExportChats:
                return files.exportAll();
            }
        }
    }
    ChatFiles {
        id: files

        chats: root.chats
    }
    Loader {
        id: settings

        active: false
        sourceComponent: ChatSettingsSheet {
            objectName: "chatSettingsSheet"
            parent: root.T.Overlay.overlay
            chat: root.chat
            chats: root.chats
            models: root.models
        }
    }
}
