// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The action table at work in the window: a shortcut for every row that has keys, which rows make sense now, and what
// they do here; what belongs to a part of the window is done there.
pragma ComponentBehavior: Bound

import QtQuick
import Vibrant.Core
import Vibrant.Theme

Item {
    id: root

    required property ActionModel actions
    required property ChatController chat
    required property ModelController models
    required property StatusController status
    required property Settings settings
    required property bool blocked // a dialog is open and keeps its keys

    readonly property bool stored: chat.current.messages.count > 0 && !chat.current.temporary

    function zoom(step: int): void {
        Typography.scale = step === 0 ? 1 : Math.max(0.8, Math.min(2, Typography.scale + 0.1 * step));
    }

    function carryOut(action: int): void {
        switch (action) {
        case ActionModel.UnloadModel:
            return models.unload();
        case ActionModel.StopAnswer:
            return chat.current.stop();
        case ActionModel.Regenerate:
            return chat.regenerate();
        case ActionModel.TogglePanel:
            settings.panelVisible = !settings.panelVisible;
            return;
        case ActionModel.CopyReport:
            return Clipboard.copy(status.report());
        case ActionModel.UseSystemColors:
            settings.colorScheme = Settings.System;
            return;
        case ActionModel.UseLightColors:
            settings.colorScheme = Settings.Light;
            return;
        case ActionModel.UseDarkColors:
            settings.colorScheme = Settings.Dark;
            return;
        case ActionModel.ToggleMotion:
            settings.reducedMotion = !settings.reducedMotion;
            return;
        case ActionModel.ZoomIn:
            return zoom(1);
        case ActionModel.ZoomOut:
            return zoom(-1);
        case ActionModel.ZoomReset:
            return zoom(0);
        }
    }

    Instantiator {
        model: root.actions

        delegate: Shortcut {
            required property int action
            required property list<var> keySequences
            required property bool active
            required property bool always

            sequences: keySequences
            enabled: active && (always || !root.blocked)
            onActivated: root.actions.trigger(action)
        }
    }
    Connections {
        target: root.actions

        function onTriggered(action: int, payload: var): void {
            root.carryOut(action);
        }
    }

    component Condition: QtObject {
        required property int action
        required property bool active

        onActiveChanged: root.actions.setActive(action, active)
        Component.onCompleted: root.actions.setActive(action, active)
    }

    readonly property list<QtObject> conditions: [
        Condition {
            action: ActionModel.StopAnswer
            active: root.chat.current.busy
        },
        Condition {
            action: ActionModel.FindInChat
            active: root.chat.current.messages.count > 0
        },
        Condition {
            action: ActionModel.RenameChat
            active: root.stored
        },
        Condition {
            action: ActionModel.PinChat
            active: root.stored
        },
        Condition {
            action: ActionModel.DuplicateChat
            active: root.stored
        },
        Condition {
            action: ActionModel.DeleteChat
            active: root.stored
        },
        Condition {
            action: ActionModel.ExportMarkdown
            active: root.chat.current.messages.count > 0
        },
        Condition {
            action: ActionModel.ExportHtml
            active: root.chat.current.messages.count > 0
        },
        Condition {
            action: ActionModel.ExportJson
            active: root.chat.current.messages.count > 0
        },
        Condition {
            action: ActionModel.Regenerate
            active: root.chat.canRegenerate
        },
        Condition {
            action: ActionModel.UnloadModel
            active: root.models.ready
        }
    ]
}
