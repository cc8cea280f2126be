// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// When a message does not fit: which earlier messages the model need not see. Nothing is deleted.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

Sheet {
    id: root

    required property ChatController chat

    readonly property ContextFit fit: chat.composer.fit

    function show(): void {
        fit.refresh(chat.current.messages);
        open();
    }

    objectName: "fitSheet"
    title: qsTr("What may the model forget?", "title of a dialog: the message does not fit")
    width: Math.min(560, parent ? parent.width - 2 * Metrics.space16 : 560)
    onOpened: list.forceActiveFocus(Qt.TabFocusReason)

    contentItem: ColumnLayout {
        spacing: Metrics.space12

        Label {
            Layout.fillWidth: true
            text: qsTr("The model will see this chat from the chosen message on. Earlier ones stay here for you; you can choose again at any time.",
                       "explanation in a dialog")
            color: Theme.textMuted
            wrapMode: Text.Wrap
        }
        ListView {
            id: list

            readonly property int start: root.fit.start // also as it is suggested, once the messages are counted

            objectName: "fitList"
            Layout.fillWidth: true
            Layout.preferredHeight: Math.min(contentHeight, 280)
            model: root.fit
            clip: true
            activeFocusOnTab: true
            keyNavigationEnabled: true
            boundsBehavior: Flickable.StopAtBounds
            T.ScrollBar.vertical: ThinScrollBar {}
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Messages of this chat", "accessible name of a list")
            Keys.onSpacePressed: root.fit.start = currentIndex
            Keys.onReturnPressed: root.fit.start = currentIndex
            Keys.onEnterPressed: root.fit.start = currentIndex
            onStartChanged: currentIndex = Math.min(start, count - 1)

            delegate: FitRow {
                width: ListView.view.width
                focused: list.activeFocus && ListView.isCurrentItem
                onChosen: {
                    list.currentIndex = index;
                    root.fit.start = index;
                }
            }
        }
        Label {
            Layout.fillWidth: true
            visible: root.fit.exhausted
            text: qsTr("Without the earlier messages it is still too long: shorten the message, take a file out, or open the model with a larger context.",
                       "in a dialog: there is nothing more to leave out")
            color: Theme.warning
            wrapMode: Text.Wrap
        }
        GaugeBar {
            Layout.fillWidth: true
            name: qsTr("Room used", "accessible name of a gauge")
            value: root.fit.tokens < 0 ? -1 : root.fit.tokens / Math.max(1, root.fit.room)
            color: root.fit.fits ? Theme.good : Theme.warning
        }
        RowLayout {
            spacing: Metrics.space8

            Label {
                Layout.fillWidth: true
                text: root.fit.counting ? qsTr("Counting…", "tokens are being counted")
                    : root.fit.tokens < 0 ? qsTr("Counted once a model is open", "tokens of a chat")
                    : qsTr("%1 of %2 tokens", "how much of the room a prompt needs").arg(root.fit.tokens.toLocaleString(Qt.locale(), "f", 0)).arg(root.fit.room.toLocaleString(Qt.locale(), "f", 0))
                font: Typography.caption
                color: root.fit.fits || root.fit.tokens < 0 ? Theme.textMuted : Theme.warning
            }
            QuietButton {
                text: qsTr("Cancel", "button")
                onClicked: root.close()
            }
            PrimaryButton {
                text: root.fit.start === 0 ? qsTr("Let it see everything", "button") : qsTr("Begin there", "button: the model sees the chat from that message on")
                onClicked: {
                    root.fit.apply();
                    root.close();
                }
            }
        }
    }
}
