// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The files of the message being written: name and price of each, and a button that takes it out again.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

ColumnLayout {
    id: root

    required property AttachmentsModel attachments

    spacing: Metrics.space8

    Flickable {
        Layout.fillWidth: true
        implicitHeight: Math.min(flow.implicitHeight, 3 * 36)
        visible: root.attachments.count > 0
        contentHeight: flow.implicitHeight
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentHeight > height
        clip: interactive
        T.ScrollBar.vertical: ThinScrollBar {}
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Attached files", "accessible name of a list")

        Flow {
            id: flow

            width: parent.width
            spacing: Metrics.space4

            Repeater {
                model: root.attachments

                Rectangle {
                    id: chip

                    required property int index
                    required property string name
                    required property string details
                    required property bool reading

                    width: Math.min(row.implicitWidth + Metrics.space8 + Metrics.space4, flow.width)
                    height: 32
                    radius: Metrics.radiusControl
                    color: Theme.sunken
                    border.width: 1
                    border.color: Theme.border
                    Accessible.role: Accessible.ListItem
                    Accessible.name: qsTr("%1, %2", "an attached file and its price, read out").arg(name).arg(details)

                    RowLayout {
                        id: row

                        anchors.fill: parent
                        anchors.leftMargin: Metrics.space8
                        spacing: Metrics.space8

                        Icon {
                            path: chip.reading ? Icons.refresh : Icons.file
                        }
                        Label {
                            Layout.fillWidth: true
                            Layout.maximumWidth: Math.min(implicitWidth + 1, 240)
                            text: chip.name
                            font: Typography.caption
                            elide: Text.ElideMiddle
                            Accessible.ignored: true
                        }
                        Label {
                            text: chip.details
                            font: Typography.caption
                            color: Theme.textMuted
                            Accessible.ignored: true
                        }
                        IconButton {
                            iconPath: Icons.close
                            tip: qsTr("Remove %1", "button; %1 is an attached file").arg(chip.name)
                            onClicked: root.attachments.remove(chip.index)
                        }
                    }
                }
            }
        }
    }
    Banner {
        Layout.fillWidth: true
        visible: root.attachments.notice.length > 0
        tone: Banner.Warning
        text: root.attachments.notice
        dismissible: true
        onDismissed: root.attachments.dismissNotice()
    }
}
