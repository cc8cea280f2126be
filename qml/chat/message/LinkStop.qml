// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The keyboard's and the screen reader's way to a link in running text: nothing to see until it has the focus.
import QtQuick
import Vibrant.Components

Item {
    id: root

    required property int index
    required property string text
    required property string host
    required property rect first // of the characters at both ends
    required property rect last
    required property real lineEnd

    signal opened

    x: first.x
    y: first.y
    // Of a link that continues in the next line, the part in its first.
    width: Math.max(4, (last.y > first.y ? lineEnd : last.x) - first.x)
    height: first.height
    activeFocusOnTab: true

    Accessible.role: Accessible.Link
    Accessible.name: text
    Accessible.description: host
    Accessible.focusable: true
    Accessible.onPressAction: root.opened()

    Keys.onReturnPressed: root.opened()
    Keys.onEnterPressed: root.opened()
    Keys.onSpacePressed: root.opened()

    FocusRing {
        control: root
        controlRadius: 2
    }
}
