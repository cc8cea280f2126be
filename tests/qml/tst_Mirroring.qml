// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// A desktop whose language runs from right to left: everything is mirrored, whatever floats above the window too; code is not.
import QtQuick
import QtTest
import Vibrant
import Vibrant.Core

AppTestCase {
    name: "Mirroring"

    function start(): void {
        openReady({answers: ["```cpp a.cpp\nint x;\n```\n"]}, 1360, 860);
        app.setRightToLeft();
        for (const question of ["one", "two"]) {
            ask(question);
            tryVerify(() => app.chat.current.phase === ChatPhase.Idle);
        }
    }

    function leftOf(name: string): real {
        return item(name).mapToItem(window.contentItem, 0, 0).x;
    }

    function test_columns() {
        start();
        tryVerify(() => leftOf("Unload") > 1360 - 264);
        verify(leftOf("Copy for a bug report") < 288);
        // The answer is English: its text and its code are where they would be anywhere.
        const code = item("Code block, C++");
        verify(!code.LayoutMirroring.enabled);
        verify(leftOf("Copy C++ code") > code.mapToItem(window.contentItem, 0, 0).x);
    }

    // What is made only when it is needed is asked for first. Every popup there is then is opened.
    function test_everyPopup() {
        start();
        mouseClick(item("Settings of this chat"));
        tryVerify(() => findChild(window, "chatSettingsSheet") !== null);
        app.actions.trigger(ActionModel.ShowChatFiles);
        app.actions.trigger(ActionModel.CompareCode, {name: "a.cpp", text: "int y;"});
        app.actions.trigger(ActionModel.ChooseWhatFits);
        app.popups().filter(popup => popup.visible).forEach(popup => popup.close());
        const popups = app.popups().filter(popup => popup.objectName !== "tip");
        for (const name of ["filesSheet", "compareSheet", "counterpartMenu", "fitSheet", "chatSettingsSheet", "settingsSheet", "paletteSheet", "shortcutsSheet", "modelPicker", "drawer"])
            verify(popups.some(popup => popup.objectName === name), name);
        verify(popups.length >= 14, popups.length);
        const holds = (sheet, item) => item !== null && (item === sheet.contentItem || holds(sheet, item.parent));
        for (const popup of popups) {
            const holder = popups.find(other => other !== popup && holds(other, popup.parent));
            if (holder)
                holder.open();
            popup.open();
            tryVerify(() => popup.visible, 1000, String(popup));
            verify(popup.mirrored, popup + " " + popup.objectName);
            popup.close();
            tryVerify(() => !popup.visible, 1000, String(popup));
            if (holder)
                holder.close();
        }
    }

    function test_sheetsAreMirroredButNotTheirCode() {
        start();
        app.actions.trigger(ActionModel.ShowChatFiles);
        verify(leftOf("Close") < leftOf("a.cpp, C++, answer 1, 1 line(s)"));
        const preview = item("Preview of a.cpp");
        verify(!preview.LayoutMirroring.enabled);
        keyClick(Qt.Key_Escape);
        keyClick(Qt.Key_Comma, Qt.ControlModifier);
        const row = item("Text size");
        verify(row.mapToItem(window.contentItem, 0, 0).x < 680);
        keyClick(Qt.Key_Escape);
    }

    function test_comparisonStaysAsItIs() {
        start();
        app.actions.trigger(ActionModel.CompareCode, {name: "b.cpp", text: "int y;"});
        const differences = item("Differences");
        verify(!differences.LayoutMirroring.enabled);
        keyClick(Qt.Key_Escape);
    }

    // A menu hangs at the edge of its button that is the nearer one to the middle.
    function test_menusHangAtTheirButton() {
        start();
        const button = findChild(window, "menuButton");
        mouseClick(button);
        const menu = app.popups().find(popup => popup.opened);
        verify(menu);
        fuzzyCompare(menu.x, 0, 1);
        keyClick(Qt.Key_Escape);
    }
}
