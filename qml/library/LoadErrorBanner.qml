// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Why the last file did not load, and the one thing to do about it. The model that was loaded stays in use.
import QtQuick
import Vibrant.Components
import Vibrant.Core

Banner {
    id: root

    required property ModelController models

    tone: Banner.Danger
    title: models.error.title
    text: models.error.text
    hint: models.error.hint
    dismissible: true
    onDismissed: models.dismissError()

    QuietButton {
        objectName: "recoverButton"
        visible: text.length > 0
        text: root.models.error.actionText
        onClicked: root.models.recover()
    }
}
