// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Plain text in the theme's ink. Names of models and files come from strangers, so nothing here is ever markup.
import QtQuick
import Vibrant.Theme

Text {
    color: Theme.text
    font: Typography.body
    textFormat: Text.PlainText
    elide: Text.ElideRight
    horizontalAlignment: Text.AlignLeft
    verticalAlignment: Text.AlignVCenter
    Accessible.role: Accessible.StaticText
    Accessible.name: text
}
