// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Where the next message is written, with the files that go along and what sending them will cost. Enter sends and Shift+Enter
// breaks the line, or Ctrl+Enter and Enter, as the user chose; Up and Down walk through what was sent. Pasted files and long
// pasted texts become attachments. Nothing is sent while an input method is composing.
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

Item {
    id: root

    required property ActionModel actions
    required property ChatController chat
    required property ModelController models
    required property StatusController status
    required property Settings settings

    readonly property bool sendsWithCtrl: settings.sendKey === Settings.CtrlEnter
    readonly property real textMaximumHeight: 220
    readonly property bool stopping: chat.current.phase === ChatPhase.Stopping

    implicitHeight: card.implicitHeight

    function focusInput(): void {
        input.forceActiveFocus(Qt.ShortcutFocusReason);
    }

    function type(text: string): void {
        focusInput();
        input.insert(input.cursorPosition, text);
    }

    function isSendKey(event: KeyEvent): bool {
        const enter = event.key === Qt.Key_Return || event.key === Qt.Key_Enter;
        return enter && (sendsWithCtrl ? (event.modifiers & Qt.ControlModifier) !== 0 : !(event.modifiers & Qt.ShiftModifier));
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

        OtherModelLine {
            Layout.fillWidth: true
            chat: root.chat
            models: root.models
        }
        AttachmentStrip {
            Layout.fillWidth: true
            visible: attachments.count > 0 || attachments.notice.length > 0
            attachments: root.chat.composer.attachments
        }
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
                placeholderText: root.models.ready || root.models.loading || root.models.asleep ? qsTr("Ask about code…", "placeholder of the message field")
                                                                          : qsTr("Open a model, then ask about code…", "placeholder of the message field")
                Accessible.name: qsTr("Message", "accessible name of the message field")
                text: root.chat.composer.text
                onTextChanged: root.chat.composer.text = text

                Keys.onTabPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
                Keys.onBacktabPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
                Keys.onPressed: event => {
                    event.accepted = true;
                    if (root.isSendKey(event) && !inputMethodComposing)
                        root.chat.send();
                    else if (event.matches(StandardKey.Paste) && root.chat.composer.pasteAsAttachment())
                        Accessible.announce(qsTr("Attached", "read out after a paste became an attachment"));
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
            spacing: Metrics.space8

            AttachButton {
                attachments: root.chat.composer.attachments
            }
            CostLine {
                id: costLine

                Layout.fillWidth: true
                cost: root.chat.composer.cost
                hint: root.chat.current.phase === ChatPhase.WaitingForModel ? qsTr("Will be answered once the model is loaded", "state of a sent message")
                    : root.sendsWithCtrl ? qsTr("Ctrl + Enter sends · Enter for a new line", "hint below the message field")
                                         : qsTr("Enter sends · Shift + Enter for a new line", "hint below the message field")
            }
            QuietButton {
                visible: (costLine.cost.known && !costLine.cost.fits) || root.chat.current.messages.viewStart > 0
                text: qsTr("Choose what fits…", "button: what the model may forget")
                onClicked: root.actions.trigger(ActionModel.ChooseWhatFits)
            }
            Label {
                visible: root.status.contextUsed > 0 && root.width > 480 && !costLine.cost.known
                text: qsTr("%1 of context used", "%1 is a share like 21 %").arg(root.status.contextShareText)
                font: Typography.caption
                color: root.status.contextNearlyFull ? Theme.warning : Theme.textMuted
            }
            PrimaryButton {
                id: action

                objectName: "composerAction"
                enabled: root.chat.current.busy ? !root.stopping : root.chat.canSend
                iconPath: root.chat.current.busy ? Icons.stop : Icons.arrowUp
                iconFilled: root.chat.current.busy
                text: root.stopping ? qsTr("Stopping…", "button while an answer is being stopped")
                                    : root.chat.current.busy ? qsTr("Stop", "button that stops the answer") : qsTr("Send", "button that sends the message")
                hint: root.chat.current.busy && !root.stopping ? qsTr("Esc", "name of the Escape key") : ""
                onClicked: root.chat.current.busy ? root.chat.current.stop() : root.chat.send()
            }
        }
    }
}
