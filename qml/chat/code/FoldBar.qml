// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The bar below long code that shows all of it, or only its beginning again.
import QtQuick
import QtQuick.Layouts
import Vibrant.Components
import Vibrant.Theme

Rectangle {
    id: root

    required property bool folded
    required property int lineCount

    signal clicked

    implicitHeight: 34
    radius: Metrics.radiusCode - 1
    color: Theme.code

    Rectangle {
        width: parent.width
        height: 1
        color: Theme.border
    }
    TextButton {
        anchors.centerIn: parent
        iconPath: root.folded ? Icons.arrowDown : Icons.arrowUp
        text: root.folded ? qsTr("Show all %n line(s)", "button below long code", root.lineCount) : qsTr("Show less", "button below long code")
        onClicked: root.clicked()
    }
}
