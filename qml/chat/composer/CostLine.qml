// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What sending will cost, before it is sent; a hint about the keys while there is nothing to say.
import QtQuick
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

Label {
    required property DraftCost cost
    required property string hint

    objectName: "costLine"
    text: !cost.known ? hint : cost.fits ? cost.text
        : qsTr("%1 tokens, and the context has %2 with room for an answer: something must be left out", "the message does not fit")
              .arg(cost.promptTokens.toLocaleString(Qt.locale(), "f", 0)).arg(cost.contextSize.toLocaleString(Qt.locale(), "f", 0))
    font: Typography.caption
    color: cost.known && !cost.fits ? Theme.warning : Theme.textMuted
    wrapMode: Text.Wrap
    maximumLineCount: cost.known && !cost.fits ? 3 : 2
    Accessible.description: qsTr("cost of sending", "what a line of figures is")
}
