// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What the list shows, and in which order.
import QtQuick
import QtQuick.Layouts
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

RowLayout {
    id: root

    required property ModelLibrary library

    signal listRequested

    function focusFilter(): void {
        filter.forceActiveFocus(Qt.OtherFocusReason);
    }

    spacing: Metrics.space8
    Component.onDestruction: library.view.words = ""

    LineField {
        id: filter

        objectName: "libraryFilter"
        Layout.fillWidth: true
        implicitHeight: Metrics.controlHeight
        iconPath: Icons.search
        placeholderText: qsTr("Search models", "placeholder of the filter field")
        onTextChanged: root.library.view.words = text
        onAccepted: root.listRequested()
        Keys.onDownPressed: root.listRequested()
        Keys.onEscapePressed: event => {
            event.accepted = text.length > 0;
            clear();
        }
    }
    ChoiceBox {
        implicitWidth: 176
        name: qsTr("Order of the list", "accessible name of a choice")
        model: [qsTr("By name", "order of models"), qsTr("By size", "order of models"), qsTr("Recent first", "order of models")]
        currentIndex: root.library.order
        onActivated: index => root.library.order = index
    }
}
