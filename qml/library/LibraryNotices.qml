// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The state of models: why the last one did not load, how far the next one is.
import QtQuick
import QtQuick.Layouts
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

ColumnLayout {
    id: root

    required property ModelController models

    visible: models.hasError || models.loading
    spacing: Metrics.space8

    LoadErrorBanner {
        Layout.fillWidth: true
        visible: root.models.hasError
        models: root.models
    }
    Card {
        Layout.fillWidth: true
        visible: root.models.loading
        padding: Metrics.space12

        LoadProgress {
            Layout.fillWidth: true
            models: root.models
        }
    }
}
