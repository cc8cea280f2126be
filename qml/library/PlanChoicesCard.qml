// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What the user may choose for this file; kept for every later load of it.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

Card {
    id: root

    required property LoadPlan plan

    // The last step that is not larger than the context.
    readonly property int step: Math.max(0, plan.steps.filter(size => size <= plan.choices.contextSize).length - 1)

    spacing: Metrics.space12

    RowLayout {
        Layout.fillWidth: true
        spacing: Metrics.space8

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 2

            Label {
                Layout.fillWidth: true
                text: qsTr("Context: %1", "choice for a model; %1 is a number of tokens").arg(root.plan.contextText)
                font: Typography.control
            }
            Label {
                Layout.fillWidth: true
                text: root.plan.choices.automatic ? qsTr("Chosen for you: enough for code, and never more than half of the free memory.", "explanation of the automatic context")
                                          : qsTr("How much of the conversation and its files the model can look at.", "explanation of the context")
                font: Typography.caption
                color: Theme.textMuted
                wrapMode: Text.Wrap
            }
        }
        Toggle {
            objectName: "planAutomatic"
            text: qsTr("Choose the context automatically", "accessible name of a switch")
            checked: root.plan.choices.automatic
            onToggled: root.plan.choices.automatic = checked
        }
    }
    StepSlider {
        id: slider

        objectName: "planContext"
        Layout.fillWidth: true
        visible: root.plan.steps.length > 1
        name: qsTr("Context", "accessible name of a slider")
        valueText: root.plan.contextText
        to: Math.max(1, root.plan.steps.length - 1)
        color: root.plan.choices.automatic ? Theme.textMuted : Theme.accent
        onMoved: root.plan.choices.contextSize = root.plan.steps[Math.round(value)]

        Binding {
            target: slider
            property: "value"
            value: Math.min(root.step, slider.to)
        }
    }
    QuietButton {
        Layout.fillWidth: true
        visible: root.plan.largestContext > 0 && root.plan.largestContext !== root.plan.choices.contextSize
        text: qsTr("Use the largest that fits: %1", "button; %1 is a number of tokens").arg(root.plan.largestText)
        onClicked: root.plan.useLargest()
    }
    RowLayout {
        Layout.fillWidth: true
        visible: root.plan.cacheTypes.length > 1
        spacing: Metrics.space8

        Label {
            Layout.fillWidth: true
            text: qsTr("Context in memory", "choice for a model: the type of the cache")
            font: Typography.control
        }
        ChoiceBox {
            objectName: "planCacheType"
            name: qsTr("Context in memory", "choice for a model: the type of the cache")
            model: root.plan.cacheTypes
            currentIndex: root.plan.choices.cacheType
            onActivated: index => root.plan.choices.cacheType = index
        }
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Metrics.space8

        Label {
            Layout.fillWidth: true
            text: qsTr("Threads", "choice for a model")
            font: Typography.control
        }
        NumberField {
            objectName: "planThreads"
            name: qsTr("Threads", "choice for a model")
            zeroText: qsTr("Automatic", "choice of a setting")
            from: 0
            to: root.plan.mostThreads
            value: root.plan.choices.threads
            onValueModified: root.plan.choices.threads = value
        }
    }
    TextButton {
        Layout.alignment: Qt.AlignRight
        visible: root.plan.chosen
        text: qsTr("Back to automatic", "button: forgets the choices for a model")
        onClicked: root.plan.reset()
    }
}
