// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// A model is there and nothing has been said: what to ask, to begin with.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

ColumnLayout {
    id: root

    objectName: "emptyChat"

    required property ChatController chat
    required property ModelController models

    signal promptChosen

    // Three that the starter model knows, in the one language that it knows.
    readonly property list<string> starterPrompts: ["Write a function in C++ that reverses a string.", "How do I stage all changes in git?",
        "Write a Python function that checks whether a number is a prime."]

    spacing: Metrics.space8

    function choose(prompt: string): void {
        chat.composer.text = prompt;
        promptChosen();
    }

    Wordmark {
        Layout.alignment: Qt.AlignHCenter
        Layout.bottomMargin: Metrics.space8
        size: 44
    }
    Label {
        Layout.fillWidth: true
        horizontalAlignment: Text.AlignHCenter
        text: qsTr("What shall we work on?", "invitation in an empty chat")
        font: Typography.hero
        wrapMode: Text.Wrap
        Accessible.role: Accessible.Heading
    }
    Label {
        Layout.fillWidth: true
        Layout.bottomMargin: Metrics.space20
        horizontalAlignment: Text.AlignHCenter
        text: qsTr("%1 runs on this computer. Nothing you write leaves it.", "%1 is the name of a model").arg(root.models.name)
        color: Theme.textMuted
        wrapMode: Text.Wrap
        maximumLineCount: 3
    }
    GridLayout {
        Layout.fillWidth: true
        columns: root.width >= 560 ? 3 : 1
        columnSpacing: Metrics.space12
        rowSpacing: Metrics.space8
        uniformCellWidths: true

        ExamplePrompt {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            iconPath: Icons.code
            text: qsTr("Write", "title of an example prompt")
            prompt: root.models.starter ? root.starterPrompts[0] : qsTr("Write a C++ ring buffer of fixed capacity with push, pop and a range-for iterator.", "example prompt")
            onClicked: root.choose(prompt)
        }
        ExamplePrompt {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            iconPath: Icons.book
            text: root.models.starter ? qsTr("Ask", "title of an example prompt") : qsTr("Explain", "title of an example prompt")
            prompt: root.models.starter ? root.starterPrompts[1] : qsTr("Explain when a Python generator is better than a list, with a short example of each.", "example prompt")
            onClicked: root.choose(prompt)
        }
        ExamplePrompt {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            iconPath: Icons.flask
            text: root.models.starter ? qsTr("Try", "title of an example prompt") : qsTr("Test", "title of an example prompt")
            prompt: root.models.starter ? root.starterPrompts[2] : qsTr("Write unit tests for a function that parses ISO 8601 dates, edge cases first.", "example prompt")
            onClicked: root.choose(prompt)
        }
    }
}
