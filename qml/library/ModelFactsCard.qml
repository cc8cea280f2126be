// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What the header of a file says about it.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Vibrant.Components
import Vibrant.Core

Card {
    id: root

    required property LoadPlan plan

    readonly property list<string> facts: [
        qsTr("Name", "fact about a model"), plan.facts.name,
        qsTr("Architecture", "fact about a model"), plan.facts.architecture,
        qsTr("Quantisation", "fact about a model: how its numbers are stored"), plan.facts.quantisation,
        qsTr("Parameters", "fact about a model"), plan.facts.parametersText,
        qsTr("Size", "fact about a model"), plan.facts.filesText,
        qsTr("Trained context", "fact about a model: tokens"), plan.facts.trainedContextText,
        qsTr("Chat template", "fact about a model"), plan.state === LoadPlan.Ready ? plan.facts.templateText : "",
        qsTr("Licence", "fact about a model"), plan.facts.licence,
        qsTr("File", "fact about a model: where it is"), plan.path
    ]

    Repeater {
        model: root.facts.length / 2

        FigureRow {
            id: fact

            required property int index

            Layout.fillWidth: true
            visible: value.length > 0
            label: root.facts[2 * index]
            value: root.facts[2 * index + 1]

            HoverHandler {
                id: hover
            }
            Tip {
                shown: hover.hovered && fact.value.length > 24
                text: fact.value
            }
        }
    }
}
