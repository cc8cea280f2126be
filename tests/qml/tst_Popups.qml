// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Vibrant.Components

Item {
    id: root

    width: 500
    height: 500

    IconButton {
        id: button

        x: 100
        y: 100
        iconPath: Icons.more
        tip: "Menu"
        onClicked: menu.open()

        AppMenu {
            id: menu

            y: button.height

            AppMenuItem {
                id: first

                text: "First"
                iconPath: Icons.plus
            }
            AppMenuSeparator {}
            AppMenuItem {
                id: second

                text: "Second"
                iconPath: Icons.sun
                checkable: true
            }
        }
    }
    Sheet {
        id: sheet

        title: "A sheet"
        parent: root
        contentItem: Item {
            implicitHeight: 3000
        }
    }
    SignalSpy {
        id: triggered

        signalName: "triggered"
    }

    TestCase {
        name: "Popups"
        when: windowShown

        function init() {
            failOnWarning(/.?/);
        }

        function test_menuByKeyboard() {
            triggered.target = second;
            triggered.clear();
            button.forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Space);
            tryVerify(() => menu.opened);
            keyClick(Qt.Key_Down);
            verify(first.highlighted);
            keyClick(Qt.Key_Down);
            verify(second.highlighted);
            keyClick(Qt.Key_Return);
            compare(triggered.count, 1);
            tryVerify(() => !menu.visible);
            verify(button.activeFocus);
        }

        function test_menuClosesOnEscape() {
            menu.open();
            tryVerify(() => menu.opened);
            keyClick(Qt.Key_Escape);
            tryVerify(() => !menu.visible);
        }

        function test_sheetFitsAndCloses() {
            sheet.open();
            tryVerify(() => sheet.opened);
            verify(sheet.height <= root.height);
            verify(sheet.width <= root.width);
            keyClick(Qt.Key_Escape);
            tryVerify(() => !sheet.visible);
        }

        function test_tooltipNamesTheButton() {
            compare(button.Accessible.name, "Menu");
            mouseMove(button, 5, 5);
            const tip = findChild(button, "tip");
            tryVerify(() => tip.visible, 3000);
            compare(tip.text, "Menu");
            mouseMove(root, 400, 400);
            tryVerify(() => !tip.visible);
        }
    }
}
