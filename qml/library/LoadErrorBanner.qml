// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Why the last file did not load and what to do about it. The model that was loaded goes on working.
import QtQuick
import Vibrant.Components
import Vibrant.Core

Banner {
    id: root

    required property ModelController models

    signal openRequested

    tone: Banner.Danger
    title: models.errorTitle
    text: models.errorText
    hint: models.errorHint
    dismissible: true
    onDismissed: models.dismissError()

    QuietButton {
        iconPath: Icons.folder
        text: qsTr("Choose another file…", "button below a load error")
        onClicked: root.openRequested()
    }
    QuietButton {
        iconPath: Icons.refresh
        text: qsTr("Try again", "button below a load error")
        onClicked: root.models.retry()
    }
}
