// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Attaching by drop and paste, the price and the cost of sending, and the key that sends.
import QtQuick
import QtTest
import Vibrant.Core

AppTestCase {
    name: "Attachments"

    function drop(path: string): void {
        app.dragFile(path);
        app.dropFile(path);
    }

    function test_dropAttaches() {
        openReady({answers: ["ok"]}, 1200, 800);
        const path = app.textFile("notes.unheard-of", "int x;\n".repeat(50));
        app.dragFile(path);
        verify(item("Drop to attach"));
        app.dropFile(path);
        tryCompare(app.chat.composer.attachments, "count", 1);
        tryVerify(() => app.chat.composer.attachments.tokens > 0);
        verify(item("Remove notes.unheard-of"));
        verify(item("Send").enabled); // a file alone is a message
        keyClick("?");
        keyClick(Qt.Key_Return);
        tryVerify(() => app.chat.current.phase === ChatPhase.Idle);
        compare(app.chat.composer.attachments.count, 0);
        compare(app.chat.current.messages.count, 2);
    }

    function test_modelsAreStillOpened() {
        open({}, 1200, 800);
        const path = app.modelPath("model.gguf");
        app.dragFile(path);
        verify(item("Drop to open the model"));
        app.dropFile(path);
        tryVerify(() => app.models.ready);
        compare(app.chat.composer.attachments.count, 0);
    }

    function test_binaryIsRefused() {
        openReady({}, 1200, 800);
        drop(app.textFile("picture.txt", "\u0000\u0001"));
        verify(item("picture.txt is not a text file"));
        compare(app.chat.composer.attachments.count, 0);
        mouseClick(item("Dismiss"));
        tryCompare(app.chat.composer.attachments, "notice", "");
    }

    function test_longPasteBecomesAnAttachment() {
        openReady({}, 1200, 800);
        app.setClipboard("word ".repeat(600));
        keySequence(StandardKey.Paste);
        tryCompare(app.chat.composer.attachments, "count", 1);
        compare(input().text, "");
        app.setClipboard("short");
        keySequence(StandardKey.Paste);
        compare(input().text, "short");
        item("Remove pasted text").forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Return);
        compare(app.chat.composer.attachments.count, 0);
    }

    function test_costBeforeSending() {
        openReady({}, 1200, 800);
        keyClick("x");
        const line = findChild(window.contentItem, "costLine") as Item;
        tryVerify(() => line.text.startsWith("+"));
        verify(line.text.includes("of the context"));
        keyClick(Qt.Key_Backspace);
        tryVerify(() => line.text.startsWith("Enter sends"));
    }

    function test_menuByKeyboard() {
        openReady({}, 1200, 800);
        item("Attach files").forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Return);
        verify(item("Files…"));
        verify(item("A folder…"));
        keyClick(Qt.Key_Escape);
        tryVerify(() => app.find("Files…") === null);
    }

    function test_ctrlEnterSends() {
        openReady({answers: ["ok"]}, 1200, 800);
        app.settings.sendKey = Settings.CtrlEnter;
        keyClick("a");
        keyClick(Qt.Key_Return);
        compare(app.chat.composer.text, "a\n");
        compare(app.chat.current.messages.count, 0);
        keyClick(Qt.Key_Return, Qt.ControlModifier);
        tryVerify(() => app.chat.current.phase === ChatPhase.Idle);
        compare(app.chat.current.messages.count, 2);
    }

    function test_filesStayWithTheirChat() {
        openReady({answers: ["ok"]}, 1200, 800);
        ask("first");
        tryVerify(() => app.chat.current.phase === ChatPhase.Idle);
        const first = app.chat.current.chatId;
        drop(app.textFile("notes.py", "x = 1\n"));
        verify(item("Remove notes.py"));
        keyClick(Qt.Key_N, Qt.ControlModifier);
        tryVerify(() => app.find("Remove notes.py") === null);
        verify(!item("Send").enabled);
        app.chat.open(first);
        verify(item("Remove notes.py"));
        tryVerify(() => item("Send").enabled);
    }

    function test_everythingCanBeReached() {
        openReady({}, 420, 640);
        drop(app.textFile("a-rather-long-name-of-a-file-in-a-project.cpp", "x"));
        tryVerify(() => app.chat.composer.attachments.tokens > 0);
        compare(app.inaccessible(), []);
    }
}
