// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The models on this computer: the list, and beside it the one that is chosen. In a narrow window one after the other.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Vibrant.Core
import Vibrant.Theme

Rectangle {
    id: root

    required property ActionModel actions
    required property ModelController models
    required property ModelLibrary library
    required property LoadPlan plan
    required property ModelDetails details
    required property bool sidebarDocked

    readonly property bool wide: width >= 760
    readonly property bool paneShown: plan.state !== LoadPlan.Nothing
    readonly property bool blocked: places.visible || metadata.visible // a dialog of the page is open

    function focusFilter(): void {
        tools.focusFilter();
    }

    function showPlan(path: string): void {
        plan.show(path);
        list.select(path);
    }

    function close(): void {
        actions.trigger(ActionModel.ShowLibrary, false);
    }

    function followPlan(): void {
        if (!list.chosenOne && plan.path.length > 0)
            list.select(plan.path);
    }

    // Enter on a model: load it if it fits, otherwise show what stands against it.
    function take(path: string): void {
        if (plan.path !== path)
            plan.show(path);
        if (plan.state === LoadPlan.Ready && plan.fit === LoadPlan.Fits && !plan.loaded) {
            plan.load();
            close();
        } else {
            pane.focusMain();
        }
    }

    color: Theme.window
    Component.onCompleted: {
        library.refresh();
        if (plan.state === LoadPlan.Nothing && models.filePath.length > 0)
            plan.show(models.filePath);
        else
            plan.refresh();
        focusFilter();
    }
    Component.onDestruction: plan.clear()
    Keys.onEscapePressed: close()

    Timer {
        interval: 2000
        running: root.plan.state === LoadPlan.Ready
        repeat: true
        onTriggered: root.plan.follow()
    }
    // The cursor comes to the model shown as soon as both are there.
    Connections {
        target: root.library.view

        function onCountChanged(): void {
            root.followPlan();
        }
    }
    Connections {
        target: root.plan

        function onChanged(): void {
            root.followPlan();
        }
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        LibraryHeader {
            Layout.fillWidth: true
            actions: root.actions
            library: root.library
            sidebarDocked: root.sidebarDocked
            back: !root.wide && root.paneShown
            onFoldersRequested: places.open()
            onBackRequested: {
                root.plan.clear();
                list.focusList();
            }
        }
        LibraryNotices {
            Layout.fillWidth: true
            Layout.leftMargin: Metrics.space16
            Layout.rightMargin: Metrics.space16
            Layout.topMargin: visible ? Metrics.space12 : 0
            models: root.models
        }
        RowLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            spacing: 0

            ColumnLayout {
                Layout.fillWidth: !root.wide
                Layout.fillHeight: true
                Layout.preferredWidth: Math.min(600, 0.5 * root.width)
                Layout.leftMargin: Metrics.space16
                Layout.rightMargin: Metrics.space4
                visible: root.wide || !root.paneShown
                spacing: Metrics.space8

                LibraryTools {
                    id: tools

                    Layout.fillWidth: true
                    Layout.topMargin: Metrics.space12
                    Layout.rightMargin: Metrics.space12
                    library: root.library
                    onListRequested: list.focusList()
                }
                LibraryList {
                    id: list

                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    library: root.library
                    onChosen: path => {
                        if (root.wide && root.plan.path !== path)
                            root.plan.show(path);
                    }
                    onOpened: path => {
                        if (root.plan.path !== path)
                            root.plan.show(path);
                    }
                    onTaken: path => root.take(path)
                    onFoldersRequested: places.open()
                }
            }
            Rectangle {
                Layout.fillHeight: true
                implicitWidth: 1
                visible: root.wide
                color: Theme.border
            }
            ModelPane {
                id: pane

                Layout.fillWidth: true
                Layout.fillHeight: true
                visible: root.wide || root.paneShown
                models: root.models
                library: root.library
                plan: root.plan
                onLoaded: root.close()
                onMetadataRequested: {
                    root.details.show(root.plan.path);
                    metadata.open();
                }
            }
        }
    }
    PlacesSheet {
        id: places

        parent: root.T.Overlay.overlay
        library: root.library
    }
    MetadataSheet {
        id: metadata

        parent: root.T.Overlay.overlay
        details: root.details
    }
}
