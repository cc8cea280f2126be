// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// A model of the library: what it is called, what it is, where it lies; or why it cannot be loaded.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Vibrant.Components
import Vibrant.Theme

T.ItemDelegate {
    id: control

    required property int index
    required property string path
    required property string title
    required property string facts
    required property string place
    required property string origin
    required property string size
    required property string context
    required property bool reading
    required property bool usable
    required property string problem
    required property bool current

    readonly property string details: [facts, context.length > 0 ? qsTr("%1 context", "tokens a model can look at").arg(context) : "", place].filter(part => part.length > 0).join(" · ")
    readonly property string standing: !usable ? problem : current ? qsTr("loaded", "state of a model") : ""

    implicitHeight: layout.implicitHeight + topPadding + bottomPadding
    topPadding: Metrics.space8
    bottomPadding: Metrics.space8
    leftPadding: Metrics.space12
    rightPadding: Metrics.space12
    hoverEnabled: true
    focusPolicy: Qt.NoFocus // the list has the keyboard
    Accessible.role: Accessible.ListItem
    Accessible.name: title
    Accessible.description: [standing, details, size].filter(part => part.length > 0).join(", ")

    contentItem: RowLayout {
        id: layout

        spacing: Metrics.space12

        Icon {
            Layout.alignment: Qt.AlignTop
            Layout.topMargin: 2
            path: control.usable ? Icons.cube : Icons.warning
            color: !control.usable ? Theme.danger : control.current ? Theme.accent : Theme.textMuted
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 2

            Label {
                Layout.fillWidth: true
                text: control.title
                font: Typography.controlStrong
                color: control.usable ? Theme.text : Theme.textMuted
                elide: Text.ElideMiddle
                Accessible.ignored: true
            }
            Label {
                Layout.fillWidth: true
                text: control.reading ? qsTr("Reading…", "a model whose header is being read") : control.usable ? control.details : control.problem
                font: Typography.caption
                color: control.usable ? Theme.textMuted : Theme.danger
                wrapMode: Text.Wrap
                maximumLineCount: 2
                Accessible.ignored: true
            }
            Label {
                Layout.fillWidth: true
                text: control.origin
                font: Typography.caption
                color: Theme.textMuted
                elide: Text.ElideMiddle
                Accessible.ignored: true
            }
        }
        ColumnLayout {
            Layout.alignment: Qt.AlignTop
            spacing: Metrics.space4

            Label {
                Layout.alignment: Qt.AlignRight
                text: control.size
                font: Typography.control
                color: Theme.textMuted
                Accessible.ignored: true
            }
            Badge {
                Layout.alignment: Qt.AlignRight
                visible: control.current
                text: qsTr("loaded", "state of a model")
                ink: Theme.accent
            }
        }
    }

    background: Rectangle {
        radius: Metrics.radiusControl
        color: control.highlighted ? Theme.surface : control.hovered ? Theme.hover : "transparent"
        border.width: control.highlighted ? 1 : 0
        border.color: control.ListView.view?.activeFocus ? Theme.accent : Theme.border
    }
}
