// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Code as files: "Files in this chat", saving, comparing two versions.
import QtQuick
import QtTest
import Vibrant.Core

AppTestCase {
    name: "Files"

    readonly property string first: "Put this into `a.py`:\n\n```python\nx = 1\ny = 2\nz = 3\n```\n\nand run\n\n```sh\npython a.py\n```\n"
    readonly property string second: "Better:\n\n```python a.py\nx = 1\ny = 20\nz = 3\n```\n"

    function show(width: int): void {
        openReady({answers: [first, second]}, width, 860);
        for (const question of ["one", "two"]) {
            ask(question);
            tryVerify(() => app.chat.current.phase === ChatPhase.Idle);
        }
    }

    function sheet(name: string): QtObject {
        return findChild(window, name) as QtObject;
    }

    function test_listsAllCode() {
        show(1200);
        mouseClick(item("Files in this chat"));
        verify(item("a.py, Python, answer 1, 3 line(s)"));
        verify(item("snippet.sh, Bash, answer 1, 1 line(s)"));
        verify(item("a-2.py, Python, answer 2, 3 line(s)"));
        compare(item("Preview of a.py").text, "x = 1\ny = 2\nz = 3");
        compare(item("Files").activeFocusOnTab, true);
        item("Files").forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Down);
        keyClick(Qt.Key_Down);
        compare(item("Preview of a-2.py").text, "x = 1\ny = 20\nz = 3");
        // A command of one line is not ticked at first.
        verify(item("Save 2 file(s)…"));
        keyClick(Qt.Key_Up);
        keyClick(Qt.Key_Space);
        verify(item("Save 3 file(s)…"));
        keyClick(Qt.Key_Escape);
        tryVerify(() => app.find("Files in this chat") !== null && app.find("Files") === null);
    }

    // Nothing invisible takes space in the dialogs: what comes last ends where they do.
    function test_dialogsAreFilled() {
        show(1200);
        mouseClick(item("Files in this chat"));
        const button = item("Save 2 file(s)…");
        const content = sheet("filesSheet").contentItem;
        fuzzyCompare(button.mapToItem(content, 0, button.height).y, content.height, 1);
        keyClick(Qt.Key_Escape);
        mouseClick(item("Compare Python code"));
        const list = item("Differences");
        const compared = sheet("compareSheet").contentItem;
        fuzzyCompare(list.mapToItem(compared, 0, list.height).y, compared.height, 2);
    }

    function test_savesAndAsks() {
        show(1200);
        mouseClick(item("Files in this chat"));
        const saver = findChild(sheet("filesSheet").contentItem.parent, "saveFiles") ?? findChild(window, "saveFiles");
        verify(saver);
        const folder = app.folderUrl("out");
        saver.saveTo(folder);
        tryVerify(() => app.readFile("out/a.py") === "x = 1\ny = 2\nz = 3\n");
        tryVerify(() => app.readFile("out/a-2.py") === "x = 1\ny = 20\nz = 3\n");
        saver.saveTo(folder);
        mouseClick(item("Keep both"));
        tryVerify(() => app.readFile("out/a-3.py").length > 0);
        saver.saveTo(folder);
        verify(item("Replace"));
        mouseClick(item("Cancel"));
        tryVerify(() => app.find("Replace") === null);
    }

    function test_narrow() {
        show(420);
        mouseClick(item("Files in this chat"));
        verify(item("Preview of a.py"));
        compare(app.inaccessible(), []);
    }

    function test_comparesWithTheOtherVersion() {
        show(1200);
        app.chat.current.messages; // the newest answer is in view
        mouseClick(item("Compare Python code"));
        tryVerify(() => app.find("Differences") !== null);
        const list = item("Differences") as ListView;
        compare(list.count, 3);
        verify(item("1 line(s) added"));
        verify(item("1 line(s) removed"));
        keyClick(Qt.Key_F7);
        compare(list.currentIndex, 1);
        compare(app.inaccessible(), []);
        keyClick(Qt.Key_Escape);
        tryVerify(() => app.find("Differences") === null);
    }

    function test_compareInANarrowWindow() {
        show(420);
        mouseClick(item("Compare Python code"));
        tryVerify(() => app.find("Differences") !== null);
        verify(item("2 removed: y = 2"));
        verify(item("2 added: y = 20"));
    }

    function test_nothingToCompareWith() {
        openReady({answers: ["```python\nx\n```"]}, 1200, 860);
        ask("q");
        tryVerify(() => app.chat.current.phase === ChatPhase.Idle);
        mouseClick(item("Compare Python code"));
        verify(item("There is nothing in this chat to compare this code with. A file on disk will do."));
    }
}
