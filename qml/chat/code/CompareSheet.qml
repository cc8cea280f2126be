// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Code beside another version of it: an earlier answer, a file that was attached, or a file on disk.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import QtQuick.Templates as T
import Vibrant.Components
import Vibrant.Core
import Vibrant.Theme

Sheet {
    id: root

    required property ChatFilesModel files

    property string name
    property string text
    property string otherName
    property string problem

    readonly property bool beside: width > 640

    // The best counterpart comes first; the reader may choose another.
    function compare(codeName: string, code: string): void {
        name = codeName;
        text = code;
        problem = "";
        files.refresh();
        choose(files.counterpartOf(codeName, code));
        open();
    }

    function choose(row: int): void {
        const other = row < 0 ? "" : files.text(row);
        const isNewer = row > files.rowOf(text); // the newer one stands on the right
        otherName = row < 0 ? "" : files.title(row);
        diff.left = isNewer ? text : other;
        diff.right = isNewer ? other : text;
    }

    objectName: "compareSheet"
    title: qsTr("Compare", "title of a dialog that shows two versions of code")
    width: Math.min(1280, parent ? parent.width - 2 * Metrics.space16 : 1280)
    height: parent ? parent.height - 2 * Metrics.space16 : 800

    DiffModel {
        id: diff
    }
    TextFile {
        id: disk

        onLoaded: (fileName, content) => {
            root.problem = "";
            root.otherName = fileName;
            diff.left = content;
            diff.right = root.text;
        }
        onFailed: reason => root.problem = reason
    }

    contentItem: ColumnLayout {
        spacing: Metrics.space8

        Flow {
            Layout.fillWidth: true
            spacing: Metrics.space8

            QuietButton {
                id: chooser

                iconPath: Icons.chevron
                text: root.otherName.length > 0 ? root.otherName : qsTr("Choose what to compare with", "button that opens a list")
                Accessible.role: Accessible.ButtonMenu
                onClicked: menu.open()

                Loader {
                    id: dialog

                    active: false
                    sourceComponent: FileDialog {
                        objectName: "compareDialog"
                        title: qsTr("Compare with a file", "title of the file dialog")
                        onAccepted: disk.load(selectedFile)
                    }
                }
                AppMenu {
                    id: menu

                    objectName: "counterpartMenu"
                    y: chooser.height + Metrics.space4
                    width: 340

                    Instantiator {
                        model: root.files
                        delegate: AppMenuItem {
                            required property int index
                            required property string title

                            text: title
                            iconPath: Icons.code
                            onTriggered: root.choose(index)
                        }
                        onObjectAdded: (index, object) => menu.insertItem(index, object as T.MenuItem)
                        onObjectRemoved: (index, object) => menu.removeItem(object as T.MenuItem)
                    }
                    AppMenuSeparator {}
                    AppMenuItem {
                        iconPath: Icons.folder
                        text: qsTr("A file on disk…", "menu")
                        onTriggered: {
                            dialog.active = true;
                            (dialog.item as FileDialog).open();
                        }
                    }
                }
            }
            Label {
                height: chooser.height
                text: qsTr("against %1", "%1 is the name of the code that is compared").arg(root.name)
                color: Theme.textMuted
            }
        }
        Label {
            Layout.fillWidth: true
            visible: text.length > 0
            text: root.problem.length > 0 ? root.problem : diff.problem.length > 0 ? diff.problem
                : root.otherName.length === 0 ? qsTr("There is nothing in this chat to compare this code with. A file on disk will do.", "shown where a comparison would be")
                : diff.same ? qsTr("Both are the same.", "result of a comparison") : ""
            color: Theme.textMuted
            wrapMode: Text.Wrap
        }
        DiffView {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: root.otherName.length > 0 && !diff.same && diff.problem.length === 0
            diff: diff
            beside: root.beside
        }
        Item {
            Layout.fillHeight: true
            visible: !(root.otherName.length > 0 && !diff.same && diff.problem.length === 0)
        }
    }
}
