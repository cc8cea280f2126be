// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What a reader does with messages: long ones unfolded, earlier ones answered again, cut ones explained, back to the newest.
import QtQuick
import QtTest
import Vibrant.Core

AppTestCase {
    name: "Reading"

    function atEnd(): bool {
        const l = list();
        return l.contentY >= l.originY + l.contentHeight + l.bottomMargin - l.height - 1;
    }

    function test_jumpToNewest() {
        openReady({longAnswer: 1500}, 1200, 700);
        ask("q");
        tryVerify(() => app.chat.current.phase === ChatPhase.Idle, 10000);
        tryVerify(() => atEnd());
        compare(app.find("Jump to newest"), null);
        for (const byMouse of [true, false]) {
            mouseWheel(list(), 300, 300, 0, 1200);
            tryVerify(() => app.find("Jump to newest") !== null);
            tryVerify(() => !list().moving);
            const button = item("Jump to newest");
            if (byMouse) {
                mouseClick(button);
            } else {
                button.forceActiveFocus(Qt.TabFocusReason);
                keyClick(Qt.Key_Return);
            }
            tryVerify(() => atEnd());
            compare(app.find("Jump to newest"), null);
        }
    }

    function test_longQuestionIsFolded() {
        openReady({answers: ["short"]}, 1200, 860);
        ask(Array.from({length: 60}, (_, i) => "line " + i).join("\n"));
        tryVerify(() => app.chat.current.phase === ChatPhase.Idle);
        list().forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Home);
        const folded = list().contentHeight;
        const button = item("Show all");
        mouseClick(button);
        tryVerify(() => list().contentHeight > folded + 600);
        compare(button.text, "Show less");
        button.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Space);
        tryVerify(() => Math.abs(list().contentHeight - folded) < 2);
        compare(button.text, "Show all");
    }

    function test_shortQuestionIsNot() {
        openReady({answers: ["short"]}, 1200, 860);
        ask("line\n".repeat(8));
        tryVerify(() => app.chat.current.phase === ChatPhase.Idle);
        compare(app.find("Show all"), null);
    }

    function test_regenerateAnEarlierAnswer() {
        openReady({answers: ["first", "second", "another first"]}, 1200, 860);
        for (const question of ["one", "two"]) {
            ask(question);
            tryVerify(() => app.chat.current.phase === ChatPhase.Idle);
        }
        compare(app.chat.current.messages.count, 4);
        mouseClick(item("Regenerate this answer"));
        tryVerify(() => app.chat.current.phase === ChatPhase.Idle);
        // What came after the other version belongs to that one.
        tryCompare(app.chat.current.messages, "count", 2);
        tryVerify(() => app.find("Earlier version") !== null);
        mouseClick(item("Earlier version"));
        tryCompare(app.chat.current.messages, "count", 4);
        const again = item("Regenerate this answer");
        again.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Return);
        tryCompare(app.chat.current.messages, "count", 2);
    }

    function test_lengthReached() {
        open({longAnswer: 2000}, 1200, 860);
        app.settings.defaultContext = 256;
        app.models.openPath(app.modelPath("model.gguf"));
        tryVerify(() => app.models.ready);
        ask("q");
        tryVerify(() => app.chat.current.phase === ChatPhase.Idle, 10000);
        verify(item("The context is full"));
        verify(item("Continue the answer"));
        const buttons = [];
        for (let i = 0; i < 80 && buttons.length === 0; ++i) {
            keyClick(Qt.Key_Tab);
            if (window.activeFocusItem.text === "New chat" && window.activeFocusItem.mapToItem(null, 0, 0).x > 264)
                buttons.push(window.activeFocusItem);
        }
        compare(buttons.length, 1);
        keyClick(Qt.Key_Return);
        tryCompare(app.chat.current.messages, "count", 0);
        app.settings.defaultContext = 0;
    }

    function test_interrupted() {
        openReady({answers: ["The beginning of the end."]}, 1200, 860);
        app.chat.open(app.addInterruptedChat());
        tryVerify(() => app.chat.current.messages.count === 2);
        verify(item("Interrupted"));
        verify(item("The beginning of"));
        const button = item("Continue the answer");
        button.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Return);
        tryVerify(() => app.chat.current.phase === ChatPhase.Idle);
        tryVerify(() => app.find("Interrupted") === null);
        compare(app.chat.current.messages.count, 2);
        verify(app.chat.current.messages.copyText(1).startsWith("The beginning of"));
        verify(app.chat.current.messages.copyText(1).length > "The beginning of".length);
    }

    function test_thoughtsUnfold() {
        openReady({answers: ["<think>\nhidden words\n</think>\nsaid"]}, 1200, 860);
        ask("q");
        tryVerify(() => app.chat.current.phase === ChatPhase.Idle);
        compare(app.find("hidden words"), null);
        const head = item("Thoughts");
        const left = list().mapToItem(null, 0, 0).x + (list().width - Math.min(720, list().width - 40)) / 2;
        fuzzyCompare(head.mapToItem(null, 0, 0).x, left, 1); // where the text begins
        mouseClick(head);
        verify(item("hidden words"));
        head.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Return);
        tryVerify(() => app.find("hidden words") === null);
    }
}
