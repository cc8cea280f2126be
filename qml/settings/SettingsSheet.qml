// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// All settings on one page. They take effect at once; there is nothing to confirm.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

Sheet {
    id: root

    required property ActionModel actions
    required property Settings settings
    required property ModelController models
    required property ModelStore modelStore
    required property StorageModel storage

    // The control that gets the keyboard is scrolled into view.
    function follow(item: Item): void {
        if (!item || !visible)
            return;
        let inside = item;
        while (inside && inside !== column)
            inside = inside.parent;
        if (!inside)
            return;
        const top = item.mapToItem(column, 0, 0).y;
        const margin = Metrics.space28;
        flick.contentY = Math.max(0, Math.min(top - margin, Math.max(flick.contentY, top + item.height + margin - flick.height)));
    }

    title: qsTr("Settings", "title of a dialog")
    width: Math.min(640, parent ? parent.width - 2 * Metrics.space16 : 640)
    onAboutToShow: storage.refresh()

    contentItem: Flickable {
        id: flick

        readonly property Item focused: Window.activeFocusItem

        onFocusedChanged: root.follow(focused)
        objectName: "settingsPage"
        implicitHeight: column.height
        contentHeight: column.height
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentHeight > height
        clip: true
        T.ScrollBar.vertical: ThinScrollBar {}

        Loader {
            id: column

            x: root.mirrored ? Metrics.space16 - Metrics.focusWidth - 1 : Metrics.focusWidth + 1 // room for the focus ring
            width: flick.width - Metrics.space16
            active: root.visible // the lists of fonts and themes take a moment to put together
            sourceComponent: root.page
        }
    }
    readonly property Component page: Component {
        ColumnLayout {
            spacing: Metrics.space20

            AppearanceSettings {
                settings: root.settings
            }
            WritingSettings {
                settings: root.settings
            }
            NewChatSettings {
                settings: root.settings
                defaults: root.models.sampling
            }
            EngineSettings {
                settings: root.settings
                modelStore: root.modelStore
                onFoldersRequested: {
                    root.close();
                    root.actions.trigger(ActionModel.ShowPlaces);
                }
            }
            StorageSettings {
                storage: root.storage
            }
        }
    }
}
