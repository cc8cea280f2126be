// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The line above the library: its name, what the search is doing, and the ways on.
import QtQuick
import QtQuick.Layouts
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

Rectangle {
    id: root

    required property ActionModel actions
    required property ModelLibrary library
    required property bool sidebarDocked
    required property bool back // one model is shown in the place of the list

    readonly property bool roomy: width >= 640

    signal foldersRequested
    signal backRequested

    implicitHeight: Metrics.headerHeight
    color: Theme.window

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: root.sidebarDocked ? Metrics.space16 : Metrics.space12
        anchors.rightMargin: Metrics.space12
        spacing: Metrics.space8

        IconButton {
            visible: !root.sidebarDocked && !root.back
            iconPath: Icons.menu
            tip: qsTr("Models and chats", "button that opens the sidebar in a narrow window")
            onClicked: root.actions.trigger(ActionModel.ShowSidebar)
        }
        IconButton {
            visible: root.back
            iconPath: Application.layoutDirection === Qt.RightToLeft ? Icons.forward : Icons.back
            tip: qsTr("Back to the list", "button")
            onClicked: root.backRequested()
        }
        Label {
            text: qsTr("Models", "title of the page with all models")
            font: Typography.title
            Accessible.role: Accessible.Heading
        }
        Label {
            Layout.fillWidth: true
            text: root.library.searching ? qsTr("Looking… %1", "a search for models is running; %1 is how many were found").arg(root.library.total)
                                         : root.library.total === 1 ? qsTr("1 on this computer", "how many models there are") : qsTr("%1 on this computer", "how many models there are").arg(root.library.total)
            font: Typography.caption
            color: Theme.textMuted
        }
        IconButton {
            framed: true
            iconPath: root.library.searching ? Icons.close : Icons.refresh
            tip: root.library.searching ? qsTr("Stop looking", "button") : qsTr("Look again", "button that searches for models")
            onClicked: root.library.searching ? root.library.stop() : root.library.refresh()
        }
        IconButton {
            framed: true
            iconPath: Icons.folder
            tip: qsTr("Where models are looked for", "button")
            onClicked: root.foldersRequested()
        }
        QuietButton {
            visible: root.roomy
            implicitHeight: Metrics.iconTarget
            text: qsTr("Open a file…", "button that opens the file dialog")
            onClicked: root.actions.trigger(ActionModel.OpenModel)
        }
        IconButton {
            framed: true
            iconPath: Icons.close
            tip: qsTr("Back to the chat", "button")
            onClicked: root.actions.trigger(ActionModel.ShowLibrary, false)
        }
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 1
        color: Theme.border
    }
}
