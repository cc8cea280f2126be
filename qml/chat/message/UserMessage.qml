// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What the user wrote, word for word, on the soft accent, and below it its versions and what can be done with it. A long
// paste is folded, so that its answer stays near.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

Item {
    id: root

    required property ChatController chat
    required property int row
    required property int version
    required property int versionCount
    required property string text
    required property list<string> attachments
    required property bool hidesText

    readonly property int foldedHeight: 264
    // The leading below the last line, so that the text stands in the middle of its bubble.
    readonly property real trailing: Math.round(Typography.bodyMetrics.lineSpacing * (Typography.bodyLineHeight - 1))
    readonly property bool foldable: content.implicitHeight > 1.25 * foldedHeight
    property bool folded: true
    readonly property int foundAt: ChatFinder.row === row && ChatFinder.block < 0 ? ChatFinder.offset : -1
    property bool editing: false

    onFoundAtChanged: folded = folded && foundAt < 0

    implicitHeight: (editing ? editor.height : bubble.height) + Metrics.space4 + (hidden.visible ? hidden.height : 0) + actions.height

    HoverHandler {
        id: hover
    }
    Loader {
        id: editor

        width: parent.width
        active: root.editing
        visible: active
        sourceComponent: MessageEditor {
            original: root.text
            acceptText: qsTr("Send", "button that sends the message")
            onAccepted: text => {
                root.editing = false;
                root.chat.editQuestion(root.row, text);
            }
            onCancelled: root.editing = false
        }
    }
    Rectangle {
        id: bubble

        anchors.right: parent.right
        visible: !root.editing
        width: Math.min(Math.floor(root.width * 0.84), Math.ceil(Math.max(content.implicitWidth, files.implicitWidth, root.foldable ? fold.implicitWidth : 0)) + 2 * Metrics.space16)
        height: clipped.height + 2 * Metrics.space12 + (root.foldable ? fold.height : 0) + (files.visible ? files.height + Metrics.space8 : 0)
        radius: Metrics.radiusCard
        color: Theme.accentSoft

        Rectangle {
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            width: parent.radius
            height: parent.radius
            radius: Metrics.radiusSmall
            color: parent.color
        }
        Flow {
            id: files

            x: Metrics.space16
            y: Metrics.space12
            width: bubble.width - 2 * Metrics.space16
            visible: root.attachments.length > 0
            spacing: Metrics.space4

            Repeater {
                model: root.attachments

                Badge {
                    required property string modelData

                    text: modelData
                }
            }
        }
        Item {
            id: clipped

            x: Metrics.space16
            y: Metrics.space12 + (files.visible ? files.height + Metrics.space8 : 0)
            width: bubble.width - 2 * Metrics.space16
            height: root.foldable && root.folded ? root.foldedHeight : Math.round(content.implicitHeight - root.trailing)
            clip: root.foldable && root.folded

            TextBlock {
                id: content

                width: parent.width
                source: root.text
                plain: true
                foundAt: root.foundAt
                Accessible.name: qsTr("You wrote: %1", "read out before the user's own message").arg(root.text)
            }
        }
        TextButton {
            id: fold

            anchors.bottom: parent.bottom
            anchors.bottomMargin: Metrics.space4
            x: Metrics.space8
            visible: root.foldable
            text: root.folded ? qsTr("Show all", "button that unfolds a long message") : qsTr("Show less", "button that folds a long message")
            iconPath: root.folded ? Icons.arrowDown : Icons.arrowUp
            ink: Theme.text
            onClicked: root.folded = !root.folded
        }
    }
    HiddenNotice {
        id: hidden

        anchors.right: parent.right
        y: bubble.height + Metrics.space4
        width: Math.min(implicitWidth, root.width)
        visible: root.hidesText && !root.editing
    }
    RowLayout {
        id: actions

        // There at all times for the keyboard, seen when the pointer is near.
        readonly property real shade: hover.hovered || edit.activeFocus || copy.activeFocus ? 1 : 0

        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: Metrics.iconTarget
        visible: !root.editing
        spacing: 0

        IconButton {
            id: copy

            opacity: actions.shade
            iconPath: Icons.copy
            tip: qsTr("Copy the message", "button below the user's message")
            onClicked: root.chat.current.copyMessage(root.row)
        }
        IconButton {
            id: edit

            opacity: actions.shade
            enabled: root.chat.canRegenerate
            iconPath: Icons.edit
            tip: qsTr("Edit and send again", "button below the user's message")
            onClicked: root.editing = true
        }
        VersionSwitcher {
            version: root.version
            count: root.versionCount
            onChosen: version => root.chat.current.showVersion(root.row, version)
        }
    }
}
