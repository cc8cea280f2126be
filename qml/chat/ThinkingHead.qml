// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What the model thought before it answered, in one line that unfolds: how long it took, and counting while it lasts.
import QtQuick
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

TextButton {
    id: root

    required property BlockModel blocks

    readonly property bool ongoing: blocks.thinkingOngoing
    property int seconds: blocks.thinkingSeconds

    leftPadding: 0
    anchors.left: parent?.left
    iconPath: blocks.thinkingShown ? Icons.chevronDown : Icons.chevronRight
    text: ongoing ? (seconds > 0 ? qsTr("Thinking… %1 s", "%1 seconds so far").arg(seconds) : qsTr("Thinking…", "before the answer"))
                  : seconds > 0 ? qsTr("Thought for %1 s", "%1 seconds").arg(seconds) : qsTr("Thoughts", "what the model thought before its answer, time unknown")
    Accessible.name: text
    Accessible.description: blocks.thinkingShown ? qsTr("shown", "state of what can be folded") : qsTr("hidden", "state of what can be folded")
    onClicked: blocks.thinkingShown = !blocks.thinkingShown

    Timer {
        interval: 1000
        repeat: true
        running: root.ongoing
        onTriggered: root.seconds = root.blocks.thinkingSeconds
    }
    Connections {
        target: root.blocks

        function onThinkingChanged(): void {
            root.seconds = root.blocks.thinkingSeconds;
        }
    }
}
