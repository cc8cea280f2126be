// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What the model thought before it answered, in one line that unfolds: how long it took, and counting while it lasts.
import QtQuick
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

Item {
    id: root

    required property BlockModel blocks

    readonly property bool ongoing: blocks.thinkingOngoing
    property int seconds: blocks.thinkingSeconds

    implicitHeight: head.implicitHeight

    TextButton {
        id: head

        anchors.left: parent.left
        leftPadding: mirrored ? Metrics.space8 : 0
        rightPadding: mirrored ? 0 : Metrics.space8
        iconPath: root.blocks.thinkingShown ? Icons.chevronDown : Icons.chevronRight
        text: root.ongoing ? (root.seconds > 0 ? qsTr("Thinking… %1 s", "%1 seconds so far").arg(root.seconds) : qsTr("Thinking…", "before the answer"))
                           : root.seconds > 0 ? qsTr("Thought for %1 s", "%1 seconds").arg(root.seconds)
                                              : qsTr("Thoughts", "what the model thought before its answer, time unknown")
        Accessible.name: text
        Accessible.description: root.blocks.thinkingShown ? qsTr("shown", "state of what can be folded") : qsTr("hidden", "state of what can be folded")
        onClicked: root.blocks.thinkingShown = !root.blocks.thinkingShown
    }
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
