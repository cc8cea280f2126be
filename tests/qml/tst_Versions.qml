// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Versions of questions and answers, continuing, find in this chat, and the settings of a chat.
import QtQuick
import QtTest
import Vibrant.Core

AppTestCase {
    name: "Versions"

    function idle(): void {
        tryVerify(() => app.chat.current.phase === ChatPhase.Idle);
    }

    function test_editAQuestionByMouse() {
        openReady({answers: ["First answer", "Second answer"]}, 1200, 760);
        ask("one");
        idle();
        mouseMove(item("You wrote: one"), 5, 5);
        mouseClick(item("Edit and send again"));
        const editor = item("Edit the message");
        verify(editor.activeFocus);
        compare(editor.text, "one");
        editor.text = "uno";
        keyClick(Qt.Key_Return, Qt.ControlModifier);
        idle();
        verify(item("You wrote: uno"));
        verify(item("Version 2 of 2"));
        mouseClick(item("Earlier version"));
        tryVerify(() => app.find("You wrote: one") !== null);
        compare(app.inaccessible().join("\n"), "");
        mouseClick(item("Later version"));
        tryVerify(() => app.find("You wrote: uno") !== null);
    }

    function test_editAQuestionByKeyboard() {
        openReady({answers: ["First answer"]}, 1200, 760);
        ask("one");
        idle();
        item("Edit and send again").forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Return);
        tryVerify(() => app.find("Edit the message") !== null);
        keyClick("x");
        keyClick(Qt.Key_Escape);
        tryVerify(() => app.find("Edit the message") === null);
        compare(app.chat.current.messages.count, 2);
        verify(item("You wrote: one"));
    }

    function test_editAnAnswer() {
        openReady({answers: ["First answer"]}, 1200, 760);
        ask("one");
        idle();
        mouseClick(item("More about this answer"));
        mouseClick(item("Edit answer"));
        item("Edit the message").text = "Mine";
        mouseClick(item("Keep"));
        tryVerify(() => app.find("Mine") !== null);
        verify(item("Edited"));
        verify(item("Version 2 of 2"));
        verify(item("Continue the answer"));
    }

    function test_continueACutAnswer() {
        openReady({answers: ["One two three four five six seven eight nine ten"], tokensPerSecond: 0, holdAfterTokens: 4}, 1200, 760);
        ask("q");
        tryVerify(() => app.chat.current.phase === ChatPhase.Generating);
        keyClick(Qt.Key_Escape);
        idle();
        verify(item("Stopped"));
        app.release();
        mouseClick(item("Continue the answer"));
        idle();
        verify(item("One two three four five six seven eight nine ten"));
        compare(app.find("Stopped"), null);
        compare(app.find("Continue the answer"), null);
    }

    function test_switchingVersionsKeepsThePlace() {
        openReady({longAnswer: 900}, 1200, 700);
        ask("first");
        tryVerify(() => app.chat.current.phase === ChatPhase.Idle, 10000);
        app.chat.current.editAnswer(1, "short");
        tryVerify(() => app.find("short") !== null);
        mouseClick(item("Earlier version"));
        tryVerify(() => app.find("short") === null);
        compare(app.chat.current.messages.count, 2);
    }

    function test_findInThisChat() {
        openReady({longAnswer: 400}, 1200, 700);
        for (const question of ["needle one", "two", "NEEDLE three"]) {
            ask(question);
            tryVerify(() => app.chat.current.phase === ChatPhase.Idle, 10000);
        }
        keyClick(Qt.Key_F, Qt.ControlModifier);
        const field = item("Find in this chat");
        verify(field.activeFocus);
        for (const key of "needle")
            keyClick(key);
        tryVerify(() => app.find("2 of 2") !== null);
        keyClick(Qt.Key_Return);
        tryVerify(() => app.find("1 of 2") !== null);
        tryVerify(() => app.find("You wrote: needle one") !== null);
        const place = item("You wrote: needle one").mapToItem(list(), 0, 0);
        verify(place.y >= 0 && place.y < list().height, place.y);
        keyClick(Qt.Key_Return, Qt.ShiftModifier);
        tryVerify(() => app.find("2 of 2") !== null);
        mouseClick(item("Earlier place (Shift+Enter)"));
        tryVerify(() => app.find("1 of 2") !== null);
        compare(app.inaccessible().join("\n"), "");
        keyClick("z");
        tryVerify(() => app.find("Not found") !== null);
        keyClick(Qt.Key_Escape);
        tryVerify(() => app.find("Find in this chat") === null);
        verify(input().activeFocus);
    }

    function test_settingsOfAChat() {
        openReady({answers: ["a"]}, 1200, 900);
        mouseClick(item("Settings of this chat"));
        item("Instructions").forceActiveFocus(Qt.TabFocusReason);
        for (const key of "brief")
            keyClick(key);
        compare(app.chat.current.systemPrompt, "brief");
        const temperature = item("Temperature");
        temperature.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Up);
        fuzzyCompare(app.chat.current.sampling.temperature, 0.75, 0.001);
        mouseClick(item("Keep these settings as a preset"));
        const name = item("Name of the preset");
        for (const key of "mine")
            keyClick(key);
        keyClick(Qt.Key_Return);
        tryCompare(app.chats, "presetNames", ["mine"]);
        compare(app.chat.current.preset, "mine");
        compare(app.inaccessible().join("\n"), "");
        keyClick(Qt.Key_Escape);
        tryVerify(() => app.find("Instructions") === null);
        // Another chat starts from the defaults.
        ask("q");
        tryVerify(() => app.chat.current.phase === ChatPhase.Idle);
        app.chat.newChat();
        compare(app.chat.current.systemPrompt, "");
        app.chats.applyPreset("mine");
        compare(app.chat.current.systemPrompt, "brief");
    }
}
