// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Where the next message is written. Enter sends, Shift+Enter breaks the line, Up and Down walk through what was sent;
// nothing is sent while an input method is composing.
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

Item {
    id: root

    required property ChatController chat
    required property ModelController models
    required property StatusController status

    readonly property real textMaximumHeight: 220
    readonly property bool stopping: chat.phase === ChatController.Stopping

    implicitHeight: card.implicitHeight

    function focusInput(): void {
        input.forceActiveFocus(Qt.ShortcutFocusReason);
    }

    function type(text: string): void {
        focusInput();
        input.insert(input.cursorPosition, text);
    }

    function showHistory(found: bool, atEnd: bool): void {
        if (found)
            input.cursorPosition = atEnd ? input.length : 0;
    }

    SoftShadow {
        anchors.fill: card
    }
    Card {
        id: card

        anchors.fill: parent
        radius: Metrics.radiusComposer
        padding: Metrics.space12
        spacing: Metrics.space8
        border.color: input.activeFocus ? Qt.alpha(Theme.accent, 0.5) : Theme.border

        Flickable {
            id: flick

            Layout.fillWidth: true
            implicitHeight: Math.min(root.textMaximumHeight, input.implicitHeight)
            contentWidth: width
            contentHeight: input.implicitHeight
            boundsBehavior: Flickable.StopAtBounds
            clip: contentHeight > height
            T.ScrollBar.vertical: ThinScrollBar {}

            T.TextArea.flickable: InputArea {
                id: input

                objectName: "composerInput"
                topPadding: Metrics.space4
                bottomPadding: Metrics.space4
                leftPadding: Metrics.space4
                rightPadding: Metrics.space12
                activeFocusOnTab: true
                placeholderText: root.models.ready || root.models.loading ? qsTr("Ask about code…", "placeholder of the message field")
                                                                          : qsTr("Open a model, then ask about code…", "placeholder of the message field")
                Accessible.name: qsTr("Message", "accessible name of the message field")
                text: root.chat.composer.text
                onTextChanged: root.chat.composer.text = text

                Keys.onTabPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
                Keys.onBacktabPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
                Keys.onPressed: event => {
                    const plainEnter = (event.key === Qt.Key_Return || event.key === Qt.Key_Enter) && !(event.modifiers & Qt.ShiftModifier);
                    event.accepted = true;
                    if (plainEnter && !inputMethodComposing)
                        root.chat.send();
                    else if (event.key === Qt.Key_Up && cursorPosition === 0)
                        root.showHistory(root.chat.composer.historyPrevious(), false);
                    else if (event.key === Qt.Key_Down && cursorPosition === length)
                        root.showHistory(root.chat.composer.historyNext(), true);
                    else
                        event.accepted = false;
                }
            }
        }
        RowLayout {
            Layout.fillWidth: true
            Layout.leftMargin: Metrics.space4
            spacing: Metrics.space12

            Label {
                Layout.fillWidth: true
                text: root.chat.phase === ChatController.WaitingForModel ? qsTr("Will be answered once the model is loaded", "state of a sent message")
                                                                         : qsTr("Enter sends · Shift + Enter for a new line", "hint below the message field")
                font: Typography.caption
                color: Theme.textMuted
            }
            Label {
                visible: root.status.contextUsed > 0 && root.width > 480
                text: qsTr("%1 of context used", "%1 is a share like 21 %").arg(root.status.contextShareText)
                font: Typography.caption
                color: root.status.contextNearlyFull ? Theme.warning : Theme.textMuted
            }
            PrimaryButton {
                id: action

                objectName: "composerAction"
                enabled: root.chat.busy ? !root.stopping : root.chat.canSend
                iconPath: root.chat.busy ? Icons.stop : Icons.arrowUp
                iconFilled: root.chat.busy
                text: root.stopping ? qsTr("Stopping…", "button while an answer is being stopped")
                                    : root.chat.busy ? qsTr("Stop", "button that stops the answer") : qsTr("Send", "button that sends the message")
                hint: root.chat.busy && !root.stopping ? qsTr("Esc", "name of the Escape key") : ""
                onClicked: root.chat.busy ? root.chat.stop() : root.chat.send()
            }
        }
    }
}
