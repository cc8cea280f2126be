// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The dialogs about what was read in this chat: its files, comparing two versions of one, and what the model may forget. Made
// when first needed.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Vibrant.Core

Item {
    id: root

    required property ActionModel actions
    required property ChatController chat

    readonly property bool open: ((filesLoader.item as FilesSheet)?.visible ?? false) || ((compareLoader.item as CompareSheet)?.visible ?? false)
                                || ((fitLoader.item as FitSheet)?.visible ?? false)

    function showFiles(): void {
        filesLoader.active = true;
        (filesLoader.item as FilesSheet).show();
    }

    function showFit(): void {
        fitLoader.active = true;
        (fitLoader.item as FitSheet).show();
    }

    Connections {
        target: root.chat

        function onFitWanted(): void {
            root.showFit();
        }
    }
    Connections {
        target: root.actions

        function onTriggered(action: int, payload: var): void {
            switch (action) {
            case ActionModel.ShowChatFiles:
                return root.showFiles();
            case ActionModel.ChooseWhatFits:
                return root.showFit();
            case ActionModel.CompareCode:
                compareLoader.active = true;
                return (compareLoader.item as CompareSheet).compare(payload.name, payload.text);
            }
        }
    }
    Loader {
        id: filesLoader

        active: false
        sourceComponent: FilesSheet {
            parent: root.T.Overlay.overlay
            files: ChatFilesModel {
                messages: root.chat.current.messages
            }
        }
    }
    Loader {
        id: fitLoader

        active: false
        sourceComponent: FitSheet {
            parent: root.T.Overlay.overlay
            chat: root.chat
        }
    }
    Loader {
        id: compareLoader

        active: false
        sourceComponent: CompareSheet {
            parent: root.T.Overlay.overlay
            files: ChatFilesModel {
                messages: root.chat.current.messages
                everything: true
            }
        }
    }
}
