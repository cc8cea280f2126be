// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The line below an answer: its versions, how it ended, its figures, and what can be done with it. In a narrow window the
// texts of the buttons go first, then what the menu has as well.
import QtQuick
import QtQuick.Layouts
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

RowLayout {
    id: root

    required property ChatController chat
    required property int row
    required property int messageState
    required property string footer
    required property string details
    required property bool last
    required property bool continuable
    required property int version
    required property int versionCount
    required property bool filled // there is text
    required property bool raw
    required property bool detailed

    readonly property bool narrow: width < 560

    signal rawToggled
    signal detailsToggled
    signal editRequested

    spacing: Metrics.space4

    VersionSwitcher {
        version: root.version
        count: root.versionCount
        onChosen: version => root.chat.current.showVersion(root.row, version)
    }
    Badge {
        visible: text.length > 0
        Layout.rightMargin: Metrics.space4
        text: root.messageState === MessageState.Stopped ? qsTr("Stopped", "mark on an answer that the user stopped")
            : root.messageState === MessageState.Interrupted ? qsTr("Interrupted", "mark on an answer: the program ended in the middle of it")
            : root.messageState === MessageState.Edited ? qsTr("Edited", "mark on an answer that the user changed") : ""
    }
    Label {
        Layout.fillWidth: true
        text: root.footer
        wrapMode: Text.Wrap
        font: Typography.caption
        color: Theme.textMuted
        Accessible.description: root.details

        HoverHandler {
            id: hover
        }
        Tip {
            shown: hover.hovered
            text: root.details
        }
    }
    TextButton {
        visible: root.continuable
        iconPath: Icons.play
        text: root.narrow ? "" : qsTr("Continue", "button: the model goes on with an answer that was cut")
        Accessible.name: qsTr("Continue the answer", "accessible name of a button below an answer")
        onClicked: root.chat.continueAnswer()
    }
    TextButton {
        id: copy

        property bool done: false

        iconPath: done ? Icons.check : Icons.copy
        iconInk: done ? Theme.good : ink
        text: root.narrow ? "" : done ? qsTr("Copied", "feedback after copying an answer") : qsTr("Copy", "button that copies an answer")
        Accessible.name: done ? qsTr("Copied", "feedback after copying an answer") : qsTr("Copy answer", "accessible name of the button that copies an answer")
        onClicked: {
            root.chat.current.copyMessage(root.row);
            done = true;
            feedback.restart();
            Accessible.announce(qsTr("Copied", "feedback after copying an answer"));
        }

        Timer {
            id: feedback

            interval: Metrics.durationFeedback
            onTriggered: copy.done = false
        }
    }
    TextButton {
        visible: root.messageState !== MessageState.Failed && root.messageState !== MessageState.TooLong
        enabled: root.chat.canRegenerate
        iconPath: Icons.refresh
        text: root.narrow || !root.last ? "" : qsTr("Regenerate", "button that asks for the answer once more")
        Accessible.name: root.last ? qsTr("Regenerate", "button that asks for the answer once more")
                                   : qsTr("Regenerate this answer", "accessible name of the button on an earlier answer")
        onClicked: root.chat.regenerate(root.row)
    }
    TextButton {
        id: more

        iconPath: Icons.more
        Accessible.name: qsTr("More about this answer", "accessible name of a button that opens a menu")
        Accessible.role: Accessible.ButtonMenu
        onClicked: menu.open()

        AppMenu {
            id: menu

            x: more.mirrored ? 0 : more.width - width
            y: more.height + Metrics.space4

            AppMenuItem {
                iconPath: Icons.edit
                text: qsTr("Edit answer", "menu of an answer")
                enabled: !root.chat.current.busy
                onTriggered: root.editRequested()
            }
            AppMenuItem {
                iconPath: Icons.code
                text: root.raw ? qsTr("Show formatted", "accessible name of a button below an answer") : qsTr("Show source", "accessible name of a button below an answer")
                enabled: root.filled
                onTriggered: root.rawToggled()
            }
            AppMenuItem {
                iconPath: Icons.info
                text: root.detailed ? qsTr("Hide details", "menu of an answer: model, seed, figures") : qsTr("Details", "menu of an answer: model, seed, figures")
                enabled: root.details.length > 0
                onTriggered: root.detailsToggled()
            }
        }
    }
}
