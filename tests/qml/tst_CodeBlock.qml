// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

import QtQuick
import QtTest
import Vibrant.Core

AppTestCase {
    name: "CodeBlock"

    function show(markdown: string, width: int): Item {
        openReady({answers: [markdown]}, width, 900);
        ask("q");
        tryVerify(() => app.chat.current.phase === ChatPhase.Idle);
        const names = ["Code block, C++", "Code block, Code", "Code block, Python"];
        let found = null;
        tryVerify(() => (found = names.map(name => app.find(name)).find(block => block !== null)) ? true : false);
        return found as Item;
    }

    function test_copyGivesTheSource() {
        show("```cpp\nint a = 1;\n\tint b;\n```\n", 1200);
        mouseClick(item("Copy C++ code"));
        compare(app.clipboard(), "int a = 1;\n\tint b;");
        verify(item("Copied"));
        tryVerify(() => app.find("Copy C++ code") !== null, 4000);
    }

    function test_copyByKeyboard() {
        show("```python\nx = 1\n```", 1200);
        item("Copy Python code").forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Return);
        compare(app.clipboard().trim(), "x = 1");
    }

    function test_invisibleCharactersAreShownAndKept() {
        show("```cpp\nif (a\u202E) {}\n```", 1200);
        verify(item("contains invisible characters, shown as signs"));
        mouseClick(item("Copy C++ code"));
        verify(app.clipboard().includes("\u202E"));
    }

    function test_longLinesScrollSideways() {
        const block = show("```cpp\n// " + "long ".repeat(80) + "\n```", 900);
        verify(block.width <= 720);
        const flick = findChild(block, "codeFlick");
        verify(flick.contentWidth > flick.width);
        // The wheel still scrolls the chat, not the code.
        const before = flick.contentX;
        mouseWheel(flick, 50, 10, 0, -120);
        compare(flick.contentX, before);
    }

    function test_lineNumbersStandBesideTheirLines() {
        const block = show("```cpp\n" + "line();\n".repeat(120) + "```", 1200);
        const gutter = findChild(block, "lineNumbers");
        const edit = findChild(block, "codeEdit");
        tryCompare(gutter, "lineCount", edit.text.split("\n").length);
        tryVerify(() => gutter.height === edit.contentHeight);
    }

    function test_unknownLanguage() {
        show("```\nplain\n```", 1200);
        verify(item("Copy Code code"));
    }

    function test_selectionByMouse() {
        const block = show("```cpp\nint value = 1;\n```", 1200);
        const edit = findChild(block, "codeEdit");
        mouseDoubleClickSequence(edit, 10, 20);
        verify(edit.selectedText.length > 0);
        keyClick(Qt.Key_C, Qt.ControlModifier);
        compare(app.clipboard(), edit.selectedText);
    }

    function lines(count: int): string {
        return Array.from({length: count}, (_, i) => "line(" + i + ");").join("\n");
    }

    function test_longCodeIsFolded_data() {
        return [{tag: "mouse", byMouse: true}, {tag: "keyboard", byMouse: false}];
    }

    function test_longCodeIsFolded(data) {
        const block = show("```cpp\n" + lines(120) + "\n```", 1200);
        const edit = findChild(block, "codeEdit");
        // It may have grown before the reader's eyes, and then it is open.
        if (app.find("Show less")) {
            item("Show less").forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Return);
        }
        tryVerify(() => edit.text.split("\n").length === 40);
        compare(findChild(block, "lineNumbers").lineCount, 40);
        const folded = block.height;
        const button = item("Show all 120 line(s)");
        list().positionViewAtEnd();
        waitForPolish(window);
        if (data.byMouse) {
            mouseClick(button);
        } else {
            button.forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Return);
        }
        tryVerify(() => edit.text.split("\n").length === 120);
        verify(block.height > 2 * folded);
        item("Copy C++ code").forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Return);
        compare(app.clipboard().split("\n").length, 120);
    }

    function test_shortCodeHasNothingToFold() {
        show("```cpp\n" + lines(40) + "\n```", 1200);
        compare(app.find("Show less"), null);
        compare(app.find("Show all 40 line(s)"), null);
    }

    function test_wrap() {
        const block = show("```cpp\n// " + "long ".repeat(80) + "\nint x;\n```", 900);
        const flick = findChild(block, "codeFlick");
        const before = block.height;
        item("Wrap C++ lines").forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Return);
        tryVerify(() => flick.contentWidth <= flick.width);
        tryVerify(() => block.height > before);
        const gutter = findChild(block, "lineNumbers");
        tryVerify(() => Math.abs(gutter.height - findChild(block, "codeEdit").contentHeight) < 2);
        mouseClick(item("Do not wrap C++ lines"));
        tryVerify(() => block.height === before);
    }

    function test_save() {
        const block = show("```cpp\nint x;\n```", 1200);
        const saver = findChild(block, "saveFile");
        const folder = app.folderUrl("out");
        saver.saveAs(folder + "/x.cpp", "int x;");
        tryVerify(() => app.readFile("out/x.cpp") === "int x;\n");
        tryVerify(() => saver.notice.startsWith("Saved as "));
        verify(item(saver.notice));
        saver.saveAs(folder + "/no/such/folder/x.cpp", "int x;");
        tryVerify(() => saver.failed);
        verify(item(saver.notice));
    }

    function test_everythingCanBeReached() {
        show("```cpp\n" + lines(60) + "\n```", 420);
        compare(app.inaccessible(), []);
    }
}
