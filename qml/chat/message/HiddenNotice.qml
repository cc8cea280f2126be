// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Below a message: not everything that is in it can be seen.
import QtQuick
import Vibrant.Components
import Vibrant.Theme

Label {
    text: qsTr("contains invisible characters", "warning below a message")
    font: Typography.caption
    color: Theme.warning
    wrapMode: Text.Wrap
    maximumLineCount: 2
}
