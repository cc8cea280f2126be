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
        tryCompare(app.chat, "phase", ChatController.Idle);
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
        // The wheel still scrolls the conversation, not the code.
        const before = flick.contentX;
        mouseWheel(flick, 50, 10, 0, -120);
        compare(flick.contentX, before);
    }

    function test_lineNumbersStandBesideTheirLines() {
        const block = show("```cpp\n" + "line();\n".repeat(120) + "```", 1200);
        const gutter = findChild(block, "lineNumbers");
        const edit = findChild(block, "codeEdit");
        compare(gutter.lineCount, edit.text.split("\n").length);
        compare(edit.contentHeight, gutter.height);
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
}
