// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What a screen reader announces unasked: once per answer, also of a chat that is not shown, and once per failed
// load, never per token.
import QtQuick
import Vibrant.Core

Item {
    id: root

    required property ChatController chat
    required property ModelController models

    function announce(message: string, politeness: int): void {
        Accessible.announce(message, politeness);
    }

    Connections {
        target: root.chat

        function onAnswerFinished(summary: string): void {
            root.announce(summary, Accessible.Polite);
        }
        function onFinishedInBackground(chat: real, title: string, summary: string): void {
            root.announce(qsTr("%1: %2", "read out; the title of a chat that is not shown, then how its answer ended").arg(title).arg(summary), Accessible.Polite);
        }
    }
    Connections {
        target: root.models

        function onErrorChanged(): void {
            if (root.models.hasError)
                root.announce(root.models.error.title, Accessible.Assertive);
        }
        function onModelChanged(): void {
            if (root.models.ready)
                root.announce(qsTr("%1 is ready", "read out; %1 is the name of a model").arg(root.models.name), Accessible.Polite);
        }
    }
}
