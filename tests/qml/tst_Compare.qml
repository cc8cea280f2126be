// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Comparing code with something else than what was found for it: another block of the chat, or a file.
import QtQuick
import QtTest
import Vibrant
import Vibrant.Core

AppTestCase {
    name: "Compare"

    function show(): void {
        openReady({answers: ["```python a.py\nx = 1\n```\n\n```python b.py\nz = 3\nx = 1\n```\n", "```python a.py\nx = 2\n```\n"]}, 1200, 860);
        for (const question of ["one", "two"]) {
            ask(question);
            tryVerify(() => app.chat.current.phase === ChatPhase.Idle);
        }
        app.actions.trigger(ActionModel.CompareCode, {name: "a.py", text: "x = 2"});
        tryVerify(() => app.find("Differences") !== null);
        tryVerify(() => app.find("a.py, answer 1") !== null);
    }

    function differences(): ListView {
        return item("Differences") as ListView;
    }

    function test_menuByMouse() {
        show();
        verify(item("against a.py"));
        compare(differences().count, 1);
        mouseClick(item("a.py, answer 1"));
        const menu = findChild(window, "counterpartMenu");
        tryCompare(menu, "opened", true);
        mouseClick(item("b.py, answer 1"));
        tryCompare(menu, "visible", false);
        tryVerify(() => app.find("2 line(s) removed") !== null || app.find("2 line(s) added") !== null);
    }

    function test_menuByKeyboard() {
        show();
        const chooser = item("a.py, answer 1");
        chooser.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Return);
        const menu = findChild(window, "counterpartMenu");
        tryCompare(menu, "opened", true);
        keyClick(Qt.Key_Down);
        keyClick(Qt.Key_Down);
        keyClick(Qt.Key_Return);
        tryCompare(menu, "visible", false);
        tryVerify(() => chooser.text === "b.py, answer 1", 1000, chooser.text);
    }

    function test_aFileOnDisk() {
        show();
        mouseClick(item("a.py, answer 1"));
        mouseClick(item("A file on disk…"));
        const dialog = findChild(window, "compareDialog");
        tryVerify(() => dialog.visible);
        dialog.selectedFile = "file://" + app.textFile("disk.py", "x = 2\ny = 7\n");
        dialog.accepted(); // as if it had been chosen there
        dialog.close();
        const sheet = findChild(window, "compareSheet");
        tryVerify(() => sheet.otherName.endsWith("disk.py"), 2000, sheet.otherName + sheet.problem);
        verify(item(sheet.otherName));
        verify(item("1 line(s) removed"));
    }

    function test_aFileThatIsNoText() {
        show();
        mouseClick(item("a.py, answer 1"));
        mouseClick(item("A file on disk…"));
        const dialog = findChild(window, "compareDialog");
        tryVerify(() => dialog.visible);
        dialog.selectedFile = "file://" + app.textFile("binary.bin", "a\u0000\u0000b");
        dialog.accepted(); // as if it had been chosen there
        dialog.close();
        const sheet = findChild(window, "compareSheet");
        tryVerify(() => sheet.problem.length > 0);
        verify(item(sheet.problem));
        compare(sheet.otherName, "a.py, answer 1"); // what was compared stays
    }
}
