// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// A message being changed in its place. Ctrl+Enter keeps it as a new version, Escape drops it.
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Vibrant.Components
import Vibrant.Theme

Card {
    id: root

    required property string original
    required property string acceptText

    signal accepted(text: string)
    signal cancelled

    padding: Metrics.space12
    border.color: input.activeFocus ? Qt.alpha(Theme.accent, 0.5) : Theme.border
    Component.onCompleted: {
        input.text = original;
        input.forceActiveFocus(Qt.OtherFocusReason);
        input.cursorPosition = input.length;
    }

    Flickable {
        Layout.fillWidth: true
        implicitHeight: Math.min(360, input.implicitHeight)
        contentWidth: width
        contentHeight: input.implicitHeight
        boundsBehavior: Flickable.StopAtBounds
        clip: contentHeight > height
        T.ScrollBar.vertical: ThinScrollBar {}

        T.TextArea.flickable: InputArea {
            id: input

            objectName: "messageEditor"
            topPadding: Metrics.space4
            bottomPadding: Metrics.space4
            leftPadding: Metrics.space4
            rightPadding: Metrics.space12
            activeFocusOnTab: true
            Accessible.name: qsTr("Edit the message", "accessible name of a field")
            Keys.onTabPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
            Keys.onBacktabPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
            Keys.onPressed: event => {
                event.accepted = true;
                if (event.key === Qt.Key_Escape)
                    root.cancelled();
                else if ((event.key === Qt.Key_Return || event.key === Qt.Key_Enter) && event.modifiers & Qt.ControlModifier)
                    root.accepted(text);
                else
                    event.accepted = false;
            }
        }
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Metrics.space8

        Label {
            Layout.fillWidth: true
            text: qsTr("The earlier version is kept", "hint while a message is edited")
            font: Typography.caption
            color: Theme.textMuted
        }
        QuietButton {
            text: qsTr("Cancel", "button")
            onClicked: root.cancelled()
        }
        PrimaryButton {
            implicitHeight: Metrics.controlHeight
            enabled: input.text.trim().length > 0
            text: root.acceptText
            onClicked: root.accepted(input.text)
        }
    }
}
