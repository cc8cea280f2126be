// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// One code block: its language and what can be done with it above, its lines below, folded when there are many.
// What is copied and saved is the model's source, never the document, which may show signs in place of control characters.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

Rectangle {
    id: root

    required property ActionModel actions
    required property BlockModel blocks
    required property int row
    required property string language
    property bool unfolded: false
    property bool wrapped: false
    property bool streaming: false
    property int foundAt: -1 // see TextBlock

    readonly property int foldedLines: 40
    readonly property bool foldable: view.lineCount > foldedLines
    readonly property bool folded: foldable && !unfolded
    readonly property string languageName: language.length > 0 ? language : qsTr("Code", "title of a code block whose language is unknown")

    implicitHeight: header.height + view.height + (fold.visible ? fold.height : 0) + (notice.visible ? notice.height : 0) + 2
    radius: Metrics.radiusCode
    color: Theme.code
    border.width: 1
    border.color: Theme.border

    // Code reads from left to right in every language of the window.
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true

    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Code block, %1", "%1 is a programming language").arg(languageName)

    CodeHeader {
        id: header

        x: 1
        y: 1
        width: parent.width - 2
        languageName: root.languageName
        suspicious: view.suspicious
        wrapped: root.wrapped
        onCopyRequested: Clipboard.copy(root.blocks.copyText(root.row))
        onWrapToggled: root.blocks.setWrapped(root.row, !root.wrapped)
        onCompareRequested: root.actions.trigger(ActionModel.CompareCode, {
            name: root.blocks.suggestedName(root.row),
            text: root.blocks.copyText(root.row)
        })
        onSaveRequested: saver.save(root.blocks.suggestedName(root.row), root.blocks.copyText(root.row))
    }
    CodeView {
        id: view

        anchors.top: header.bottom
        width: parent.width
        blocks: root.blocks
        row: root.row
        lineLimit: root.unfolded ? 0 : root.foldedLines
        wrapped: root.wrapped
        streaming: root.streaming
        foundAt: root.foundAt
        name: root.Accessible.name
    }
    FoldBar {
        id: fold

        anchors.top: view.bottom
        x: 1
        width: parent.width - 2
        visible: root.foldable
        folded: root.folded
        lineCount: view.lineCount
        onClicked: root.blocks.setUnfolded(root.row, root.folded)
    }
    Item {
        id: notice

        anchors.bottom: parent.bottom
        x: Metrics.space12
        width: parent.width - 2 * Metrics.space12
        height: 28
        visible: saver.notice.length > 0

        Label {
            width: parent.width
            anchors.verticalCenter: parent.verticalCenter
            text: saver.notice
            font: Typography.caption
            color: saver.failed ? Theme.danger : Theme.textMuted
            elide: Text.ElideMiddle
        }
    }
    SaveFile {
        id: saver
    }
}
