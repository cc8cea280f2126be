// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The sidebar: chats, renaming, the menu, trash and undo, search; by mouse and by keyboard.
import QtQuick
import QtTest
import Vibrant.Core

AppTestCase {
    name: "Chats"

    function chat(question: string): void {
        app.chat.newChat();
        ask(question);
        tryVerify(() => app.chat.current.phase === ChatPhase.Idle);
    }

    function openWith(questions: var): void {
        openReady({answers: ["An answer about needles."]}, 1200, 760);
        for (const question of questions)
            chat(question);
        tryCompare(app.chats.list, "count", questions.length);
    }

    function test_listOpensByMouseAndKeyboard() {
        openWith(["First question", "Second question", "Third question"]);
        verify(item("Today"));
        mouseClick(item("First question"));
        tryVerify(() => app.chat.current.title === "First question");
        verify(input().activeFocus);
        item("First question").forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Up);
        compare(window.activeFocusItem, item("Second question"));
        keyClick(Qt.Key_Return);
        tryVerify(() => app.chat.current.title === "Second question");
        keyClick(Qt.Key_PageDown, Qt.ControlModifier);
        tryVerify(() => app.chat.current.title === "First question");
        keyClick(Qt.Key_PageUp, Qt.ControlModifier);
        tryVerify(() => app.chat.current.title === "Second question");
        compare(app.inaccessible().join("\n"), "");
    }

    function test_renameInPlace() {
        openWith(["Old name"]);
        item("Old name").forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_F2);
        const field = item("New name of the chat");
        verify(field.activeFocus);
        compare(field.text, "Old name");
        for (const key of "new")
            keyClick(key);
        keyClick(Qt.Key_Return);
        tryVerify(() => app.find("new") !== null);
        compare(app.chat.current.title, "new");
        keyClick(Qt.Key_F2);
        keyClick("x");
        keyClick(Qt.Key_Escape);
        compare(app.chat.current.title, "new");
        mouseDoubleClickSequence(item("new"));
        verify(item("New name of the chat").activeFocus);
        item("New name of the chat").text = "by mouse";
        input().forceActiveFocus(Qt.MouseFocusReason); // leaving it keeps it
        tryVerify(() => app.chat.current.title === "by mouse");
    }

    function test_contextMenu() {
        openWith(["First question", "Second question"]);
        mouseClick(item("First question"), 20, 10, Qt.RightButton);
        mouseClick(item("Pin"));
        tryVerify(() => app.find("Pinned") !== null);
        item("First question").forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Menu);
        mouseClick(item("Duplicate"));
        tryVerify(() => app.chat.current.title === "First question (copy)");
        compare(app.chat.current.messages.count, 2);
        mouseClick(item("First question"), 20, 10, Qt.RightButton);
        mouseClick(item("Rename"));
        verify(item("New name of the chat").activeFocus);
        keyClick(Qt.Key_Escape);
        mouseMove(item("Second question"), 20, 10);
        mouseClick(item("More about Second question"));
        mouseClick(item("Move to trash"));
        tryVerify(() => app.find("Second question") === null);
    }

    function test_deleteAndUndo() {
        openWith(["Keep me"]);
        item("Keep me").forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Delete);
        tryVerify(() => app.find("Keep me") === null);
        tryVerify(() => app.chat.current.messages.count === 0);
        verify(item("“Keep me” is in the trash"));
        mouseClick(item("Undo"));
        tryVerify(() => app.find("Keep me") !== null);
        tryVerify(() => app.chat.current.title === "Keep me");
        compare(app.find("Undo"), null);
        keyClick(Qt.Key_Delete, Qt.ControlModifier | Qt.ShiftModifier);
        tryCompare(app.chats.list, "count", 0);
    }

    function test_trash() {
        openWith(["One", "Two", "Three"]);
        for (const title of ["One", "Two", "Three"]) {
            item(title).forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Delete);
            tryVerify(() => app.find(title) === null);
        }
        mouseClick(item("Trash"));
        tryVerify(() => app.find("Restore One") !== null);
        compare(app.inaccessible().join("\n"), "");
        mouseClick(item("Restore One"));
        tryVerify(() => app.find("Restore One") === null);
        mouseClick(item("Delete Two for good"));
        tryVerify(() => app.find("Delete Two for good") === null);
        mouseClick(item("Empty the trash"));
        verify(app.find("Restore Three") !== null); // asks first
        mouseClick(item("Delete all for good"));
        tryVerify(() => app.find("Restore Three") === null);
        verify(item("The trash is empty."));
        keyClick(Qt.Key_Escape);
        tryVerify(() => app.find("One") !== null);
        compare(app.chats.list.count, 1);
    }

    function test_search() {
        openWith(["How do I sort?", "What is a <b>ring</b> buffer?"]);
        keyClick(Qt.Key_F, Qt.ControlModifier | Qt.ShiftModifier);
        const field = item("Search all chats");
        verify(field.activeFocus);
        for (const key of "ring")
            keyClick(key);
        tryVerify(() => app.find("Search results") !== null && app.chats.search.count === 2); // the title and the message
        compare(app.inaccessible().join("\n"), "");
        keyClick(Qt.Key_Down);
        keyClick(Qt.Key_Down);
        keyClick(Qt.Key_Return);
        tryVerify(() => app.chat.current.title === "What is a <b>ring</b> buffer?");
        field.forceActiveFocus(Qt.ShortcutFocusReason);
        field.selectAll();
        for (const key of "sort")
            keyClick(key);
        tryVerify(() => app.find("How do I sort?: How do I sort?") !== null);
        mouseClick(item("How do I sort?: How do I sort?"));
        tryVerify(() => app.chat.current.title === "How do I sort?");
        field.forceActiveFocus(Qt.ShortcutFocusReason);
        field.selectAll();
        for (const key of "zzz")
            keyClick(key);
        tryVerify(() => app.find("Nothing found for “zzz”") !== null);
        keyClick(Qt.Key_Escape);
        tryVerify(() => app.find("Chats") !== null);
        verify(input().activeFocus);
    }

    function test_thousandsOfChats() {
        openReady({answers: ["a"]}, 1200, 760);
        app.addChats(1500);
        tryCompare(app.chats.list, "count", 100);
        const rows = item("Chats") as ListView;
        verify(rows.contentItem.children.length < 60, rows.contentItem.children.length);
        rows.positionViewAtEnd();
        tryVerify(() => app.chats.list.count > 100);
        verify(rows.contentItem.children.length < 60, rows.contentItem.children.length);
    }

    function test_longChat() {
        openReady({answers: ["a"]}, 1200, 760);
        const id = app.addLongChat(500);
        app.chat.open(id);
        tryVerify(() => app.chat.current.messages.count === 500);
        waitForRendering(window.contentItem);
        verify(list().contentItem.children.length < 30, list().contentItem.children.length);
        verify(app.blockModels() < 30, app.blockModels());
    }

    function test_busyChatIsMarkedAndGoesOn() {
        openReady({longAnswer: 500, tokensPerSecond: 2000, holdAfterTokens: 100}, 1200, 760);
        ask("Long one");
        tryVerify(() => app.chat.current.phase === ChatPhase.Generating);
        keyClick(Qt.Key_N, Qt.ControlModifier);
        compare(app.chat.current.phase, ChatPhase.Idle);
        ask("Second");
        tryVerify(() => app.chat.current.phase === ChatPhase.Queued);
        verify(item("Waits for the answer of another chat"));
        app.release();
        tryVerify(() => app.chat.current.phase === ChatPhase.Idle, 15000);
        mouseClick(item("Long one"));
        tryVerify(() => app.chat.current.title === "Long one");
        compare(app.chat.current.messages.count, 2);
    }

    function test_temporaryChat() {
        openReady({answers: ["a"]}, 1200, 760);
        keyClick(Qt.Key_N, Qt.ControlModifier | Qt.ShiftModifier);
        verify(item("Temporary"));
        ask("secret");
        tryVerify(() => app.chat.current.phase === ChatPhase.Idle);
        keyClick(Qt.Key_N, Qt.ControlModifier);
        tryVerify(() => app.find("Temporary") === null);
        compare(app.chats.list.count, 0);
    }

    function test_narrowWindow() {
        openReady({answers: ["a"]}, 480, 720);
        ask("q");
        tryVerify(() => app.chat.current.phase === ChatPhase.Idle);
        keyClick(Qt.Key_F, Qt.ControlModifier | Qt.ShiftModifier);
        tryVerify(() => app.find("Search all chats") !== null && app.find("Search all chats").activeFocus);
        keyClick(Qt.Key_Escape);
    }

    function test_answersAreAnnounced() {
        openReady({answers: ["First.", "Second."]}, 1200, 760);
        tryVerify(() => app.announcements().includes(app.models.name + " is ready"));
        ask("one");
        tryVerify(() => app.chat.current.phase === ChatPhase.Idle);
        compare(app.announcements().filter(text => text.startsWith("Answer finished. ")).length, 1); // not for every word
    }

    function test_answersInTheBackgroundAreAnnouncedAndMarked() {
        openReady({answers: ["First."], holdAfterTokens: 1}, 1200, 760);
        ask("Slow question");
        tryVerify(() => app.chat.current.phase === ChatPhase.Generating);
        app.chat.newChat();
        const row = item("Slow question");
        compare(row.Accessible.description, "an answer is being written");
        verify(!findChild(row, "unreadMark").visible);
        app.release();
        tryVerify(() => app.announcements().some(text => text.startsWith("Slow question: Answer finished. ")));
        tryCompare(row.Accessible, "description", "a new answer");
        verify(findChild(row, "unreadMark").visible);
        mouseClick(row);
        tryVerify(() => app.chat.current.title === "Slow question");
        compare(item("Slow question").Accessible.description, "");
        verify(!findChild(item("Slow question"), "unreadMark").visible);
    }

    function test_aNoteOfTheDesktopLeadsToItsChat() {
        openWith(["First question", "Second question"]);
        const second = app.chat.current.chatId;
        mouseClick(item("First question"));
        tryVerify(() => app.chat.current.title === "First question");
        keyClick(Qt.Key_M, Qt.ControlModifier); // the models are shown in the place of the chat
        tryVerify(() => !findChild(window.contentItem, "composerInput").visible);
        window.showChat(second);
        tryVerify(() => app.chat.current.title === "Second question");
        tryVerify(() => input().visible && input().activeFocus);
    }
}
