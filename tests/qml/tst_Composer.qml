// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

import QtQuick
import QtTest
import Vibrant.Core

AppTestCase {
    name: "Composer"

    function test_enterSends() {
        openReady({answers: ["Hello."]}, 1200, 800);
        verify(input().activeFocus);
        keyClick("h");
        keyClick("i");
        compare(app.chat.composer.text, "hi");
        keyClick(Qt.Key_Return);
        compare(app.chat.composer.text, "");
        compare(input().length, 0);
        tryCompare(app.chat.current.messages, "count", 2);
        tryVerify(() => app.chat.current.phase === ChatPhase.Idle);
        verify(input().activeFocus);
    }

    function test_shiftEnterBreaksTheLine() {
        openReady({}, 1200, 800);
        keyClick("a");
        const before = input().height;
        keyClick(Qt.Key_Return, Qt.ShiftModifier);
        keyClick("b");
        compare(app.chat.composer.text, "a\nb");
        compare(app.chat.current.messages.count, 0);
        tryVerify(() => input().height > before);
    }

    function test_growthIsBounded() {
        openReady({}, 1200, 800);
        app.chat.composer.text = "line\n".repeat(200);
        wait(50);
        verify(item("Message").parent.parent.height < 300);
        verify(item("Send").mapToItem(null, 0, 0).y < 800);
    }

    function test_history() {
        openReady({answers: ["one", "two"]}, 1200, 800);
        for (const text of ["first", "second"]) {
            ask(text);
            tryVerify(() => app.chat.current.phase === ChatPhase.Idle);
        }
        app.chat.composer.text = "draft";
        input().cursorPosition = 0;
        keyClick(Qt.Key_Up);
        compare(input().text, "second");
        keyClick(Qt.Key_Up);
        compare(input().text, "first");
        input().cursorPosition = input().length;
        keyClick(Qt.Key_Down);
        compare(input().text, "second");
        keyClick(Qt.Key_Down);
        compare(input().text, "draft");
    }

    function test_sendIsOffWithoutText() {
        openReady({}, 1200, 800);
        verify(!item("Send").enabled);
        keyClick(Qt.Key_Return);
        compare(app.chat.current.messages.count, 0);
        keyClick("x");
        verify(item("Send").enabled);
    }

    function test_sendWithoutModelSaysWhy() {
        open({}, 1200, 800);
        keyClick("x");
        keyClick(Qt.Key_Return);
        compare(app.chat.current.messages.count, 0);
        verify(app.chat.notice.length > 0);
        verify(item(app.chat.notice));
        compare(app.chat.composer.text, "x");
        mouseClick(item("Dismiss"));
        tryCompare(app.chat, "notice", "");
    }

    function test_sendWhileLoadingWaits() {
        open({answers: ["late"], holdLoadAt: 0.5}, 1200, 800);
        app.models.openPath(app.modelPath("model.gguf"));
        tryVerify(() => app.models.loading);
        ask("early");
        compare(app.chat.current.phase, ChatPhase.WaitingForModel);
        app.release();
        tryVerify(() => app.chat.current.phase === ChatPhase.Idle);
        compare(app.chat.current.messages.count, 2);
    }

    function test_escapeStops() {
        openReady({holdAfterTokens: 5}, 1200, 800);
        ask("go on");
        tryVerify(() => app.chat.current.phase === ChatPhase.Generating);
        verify(item("Stop"));
        keyClick(Qt.Key_Escape);
        tryVerify(() => app.chat.current.phase === ChatPhase.Idle);
        verify(item("Stopped"));
    }

    function test_stopButton() {
        openReady({holdAfterTokens: 5}, 1200, 800);
        ask("go on");
        tryVerify(() => app.chat.current.phase === ChatPhase.Generating);
        mouseClick(item("Stop"));
        tryVerify(() => app.chat.current.phase === ChatPhase.Idle);
        verify(item("Send"));
    }

    function test_tabLeavesTheField() {
        openReady({}, 1200, 800);
        keyClick("x");
        keyClick(Qt.Key_Tab);
        verify(item("Attach files").activeFocus);
        keyClick(Qt.Key_Tab);
        verify(item("Send").activeFocus);
        keyClick(Qt.Key_Tab, Qt.ShiftModifier);
        keyClick(Qt.Key_Tab, Qt.ShiftModifier);
        verify(input().activeFocus);
        compare(app.chat.composer.text, "x");
    }

    function test_theModelThatAnswered() {
        openReady({answers: ["ok"]}, 420, 640);
        ask("first");
        tryVerify(() => app.chat.current.phase === ChatPhase.Idle);
        const first = app.chat.current.chatId;
        compare(app.find("Open model"), null);
        app.chat.newChat();
        app.models.openPath(app.modelPath("other.gguf"));
        tryVerify(() => app.models.ready && app.models.name === "other");
        app.chat.open(first);
        tryVerify(() => app.chat.current.chatId === first);
        const button = item("Open model");
        verify(item("model answered here so far"));
        compare(app.models.name, "other"); // nothing is opened by itself
        button.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Space);
        tryVerify(() => app.models.name === "model" && !app.models.loading);
        compare(app.find("Open model"), null);
        compare(app.inaccessible().join("\n"), "");
    }
}
