// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

import QtQuick
import QtTest
import Vibrant.Core

AppTestCase {
    name: "Messages"

    function atEnd(): bool {
        const l = list();
        return l.contentY >= l.originY + l.contentHeight + l.bottomMargin - l.height - 1;
    }

    function test_answerHasFiguresAndActions() {
        openReady({answers: ["Done."]}, 1200, 800);
        ask("q");
        tryVerify(() => app.chat.current.phase === ChatPhase.Idle);
        mouseClick(item("Copy answer"));
        compare(app.clipboard().trim(), "Done.");
        verify(item("Copied"));
        mouseClick(item("Regenerate"));
        tryVerify(() => app.chat.current.phase === ChatPhase.Idle);
        compare(app.chat.current.messages.count, 2);
    }

    function test_prefillShowsProgress() {
        openReady({holdPrefillAt: 3}, 1200, 800);
        ask("a question of a few words, to have some tokens");
        tryVerify(() => app.chat.current.phase === ChatPhase.Prefill);
        verify(item("Reading the prompt"));
        verify(item("Prompt read"));
        keyClick(Qt.Key_Escape);
        tryVerify(() => app.chat.current.phase === ChatPhase.Idle);
    }

    function test_errorInTheMiddleKeepsTheText() {
        openReady({failAfterTokens: 12}, 1200, 800);
        ask("q");
        tryVerify(() => app.chat.current.phase === ChatPhase.Idle);
        verify(item("The answer broke off here"));
        verify(item("Try again"));
    }

    function test_everyKindOfBlock() {
        openReady({answers: ["# Heading\n\ntext **bold** `code`\n\n- a\n  - b\n- [x] done\n\n1. one\n\n> quote\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n---\n\n<b>html</b>\n\n```cpp\nint x;\n```\n\nend"]}, 1200, 1600);
        ask("q");
        tryVerify(() => app.chat.current.phase === ChatPhase.Idle);
        verify(item("Heading"));
        verify(item("text bold code"));
        verify(item("Table"));
        verify(item("Code block, C++"));
        verify(item("end"));
        compare(app.inaccessible().join("\n"), "");
    }

    function test_hostileText_data() {
        return [
            {tag: "image", text: "<img src='x' width='2000000000' height='2000000000'>"},
            {tag: "markdown image", text: "![a](file:///etc/passwd) ![b](http://127.0.0.1:1/x.png)"},
            {tag: "one long word", text: "A".repeat(20000)},
            {tag: "right to left override", text: "abc \u202Etxt.exe\u202C def"},
            {tag: "wide table", text: "|" + "a|".repeat(64) + "\n|" + "-|".repeat(64) + "\n|" + "b|".repeat(64)},
            {tag: "deep quote", text: "> ".repeat(500) + "x"},
            {tag: "open fence", text: "```"}
        ];
    }

    function test_hostileText(row) {
        openReady({answers: [row.text]}, 420, 600);
        ask(row.text);
        tryVerify(() => app.chat.current.phase === ChatPhase.Idle);
        waitForRendering(window.contentItem);
        verify(list().contentWidth <= list().width);
        const blocks = findChild(list(), "answerBlocks").children;
        for (const block of blocks)
            verify(block.height < 40000 && (block.width > 300 || block.height === 0), block); // the Repeater has no size
    }

    function test_invisibleCharactersAreTold() {
        openReady({answers: ["Fine.", "Not \u202Enif\u202C."]}, 420, 700);
        ask("plain");
        tryVerify(() => app.chat.current.phase === ChatPhase.Idle);
        compare(app.find("contains invisible characters"), null);
        ask("b\u{E0068}\u{E0069}");
        tryVerify(() => app.chat.current.phase === ChatPhase.Idle);
        const notice = item("contains invisible characters"); // of the question
        const answer = item("Not nif."); // and no longer reordered
        verify(notice.mapToItem(null, 0, 0).y < answer.mapToItem(null, 0, 0).y);
        app.chat.editQuestion(2, "b");
        tryVerify(() => app.chat.current.phase === ChatPhase.Idle);
        verify(item("contains invisible characters").mapToItem(null, 0, 0).y > item("Not nif.").mapToItem(null, 0, 0).y); // of the answer
        mouseClick(item("Copy answer"));
    }

    function test_followsTheTailUntilTheReaderLeaves() {
        openReady({longAnswer: 1500, tokensPerSecond: 1500, holdAfterTokens: 1200}, 1200, 700);
        ask("q");
        tryVerify(() => list().contentHeight > 3 * list().height, 10000);
        tryVerify(() => atEnd());
        compare(app.find("Jump to newest"), null);
        mouseWheel(list(), 300, 300, 0, 1200);
        tryVerify(() => app.find("Jump to newest") !== null);
        // Whatever still arrives, what the reader sees stays where it is.
        tryVerify(() => !list().moving);
        const seen = findChild(list(), "answerBlocks").children[4];
        const place = seen.mapToItem(list(), 0, 0).y;
        app.release();
        tryVerify(() => app.chat.current.phase === ChatPhase.Idle, 10000);
        wait(100);
        compare(seen.mapToItem(list(), 0, 0).y, place);
        mouseClick(item("Jump to newest"));
        tryVerify(() => atEnd());
        compare(app.find("Jump to newest"), null);
    }

    function test_aNewQuestionIsInView() {
        openReady({longAnswer: 1500}, 1200, 700);
        ask("first");
        tryVerify(() => app.chat.current.phase === ChatPhase.Idle, 10000);
        tryVerify(() => atEnd());
        list().forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Home);
        tryVerify(() => !atEnd());
        ask("second");
        tryVerify(() => atEnd());
        keyClick(Qt.Key_N, Qt.ControlModifier);
        tryCompare(app.chat.current.messages, "count", 0);
        ask("third");
        tryVerify(() => app.chat.current.phase === ChatPhase.Idle, 10000);
        tryVerify(() => atEnd());
    }

    function test_scrollByKeyboard() {
        openReady({longAnswer: 1500}, 1200, 700);
        ask("q");
        tryVerify(() => app.chat.current.phase === ChatPhase.Idle, 10000);
        tryVerify(() => atEnd());
        list().forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_PageUp);
        tryVerify(() => !atEnd());
        keyClick(Qt.Key_Home);
        tryVerify(() => list().atYBeginning || list().contentY <= list().originY);
        keyClick(Qt.Key_End);
        tryVerify(() => atEnd());
        keyClick(Qt.Key_Up);
        tryVerify(() => !atEnd());
        keyClick(Qt.Key_End, Qt.ControlModifier);
        tryVerify(() => atEnd());
    }

    function test_aMouseDoesNotThrowTheList() {
        openReady({longAnswer: 1500}, 1200, 700);
        ask("q");
        tryVerify(() => app.chat.current.phase === ChatPhase.Idle, 10000);
        tryVerify(() => atEnd());
        const before = list().contentY;
        mouseDrag(list(), 20, 100, 0, 300);
        compare(list().contentY, before);
        verify(list().activeFocus);
    }

    // After every flush the cursor stands behind the last character, also when a block has just begun.
    function test_theStreamCursorIsAtTheEnd() {
        openReady({answers: ["Words that fill a line and a half of the column, so that the text has to wrap at least once before it ends.\n\n1. one\n2. `two` and more\n"],
                   tokensPerSecond: 60}, 700, 700);
        ask("q");
        let seen = 0;
        while (app.chat.current.phase !== ChatPhase.Idle) {
            wait(30);
            const cursor = app.chat.current.phase === ChatPhase.Generating ? findChild(list(), "streamCursor") : null;
            if (cursor === null || !cursor.visible || cursor.parent.length === 0)
                continue;
            const text = cursor.parent;
            waitForPolish(window);
            const end = text.positionToRectangle(text.length);
            fuzzyCompare(cursor.x, Math.min(end.x + 1, text.width - cursor.width), 1.5);
            verify(Math.abs(cursor.y + cursor.height / 2 - (end.y + end.height / 2)) < 2);
            ++seen;
        }
        verify(seen > 5, seen);
    }

    function test_typingGoesToTheField() {
        openReady({answers: ["a"]}, 1200, 700);
        ask("q");
        tryVerify(() => app.chat.current.phase === ChatPhase.Idle);
        mouseClick(item("a"));
        verify(!input().activeFocus);
        keyClick("x");
        keyClick("y");
        verify(input().activeFocus);
        compare(app.chat.composer.text, "xy");
    }

    function test_onlyWhatIsSeenExists() {
        openReady({longAnswer: 400}, 1200, 700);
        for (let i = 0; i < 20; ++i) {
            ask("question " + i);
            tryVerify(() => app.chat.current.phase === ChatPhase.Idle, 10000);
        }
        tryVerify(() => atEnd());
        verify(list().contentItem.children.length < 20, list().contentItem.children.length);
    }

    function test_frozenBlocksKeepTheirItems() {
        openReady({longAnswer: 600, tokensPerSecond: 600, holdAfterTokens: 500}, 1200, 700);
        ask("q");
        tryVerify(() => findChild(list(), "answerBlocks") !== null);
        const blocks = findChild(list(), "answerBlocks");
        tryVerify(() => blocks.children.length > 3);
        const first = blocks.children[0];
        const height = first.height;
        tryVerify(() => blocks.children.length > 8, 10000);
        compare(blocks.children[0], first);
        compare(first.height, height);
        app.release();
        tryVerify(() => app.chat.current.phase === ChatPhase.Idle, 10000);
        compare(blocks.children[0], first);
    }
}
