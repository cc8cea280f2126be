// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// A chat that no longer fits the context: what is said before and after sending, and choosing what the model may forget.
import QtQuick
import QtTest
import Vibrant.Core

AppTestCase {
    name: "Fit"

    readonly property string filler: " x".repeat(320) // 160 tokens

    // Of 512 tokens, 448 of them for a prompt: two questions of that size fit, a third does not.
    function openSmall(options: var): void {
        open(options, 1200, 800);
        app.settings.defaultContext = 512;
        app.models.openPath(app.modelPath("model.gguf"));
        tryVerify(() => app.models.ready);
    }

    function fill(): void {
        for (const word of ["first", "second"]) {
            ask(word + filler);
            tryVerify(() => app.chat.current.phase === ChatPhase.Idle);
        }
    }

    function draft(text: string): void {
        app.chat.composer.text = text;
        tryVerify(() => !app.chat.composer.cost.fits);
    }

    function costLine(): Item {
        return findChild(window.contentItem, "costLine") as Item;
    }

    function test_sendAsksWhatMayGo() {
        openSmall({answers: ["ok"]});
        fill();
        draft("third" + filler);
        tryVerify(() => costLine().text.includes("something must be left out"));
        tryVerify(() => costLine().lineCount <= 2 && !costLine().truncated);
        keyClick(Qt.Key_Return);
        verify(item("What may the model forget?"));
        compare(app.chat.current.messages.count, 4);
        compare(app.chat.composer.text, "third" + filler); // nothing is lost
        // What is suggested is enough; Escape changes nothing.
        tryVerify(() => app.chat.composer.fit.fits);
        keyClick(Qt.Key_Escape);
        tryVerify(() => app.find("What may the model forget?") === null);
        compare(app.chat.current.messages.viewStart, 0);
    }

    function test_chosenByKeyboard() {
        openSmall({answers: ["ok"]});
        fill();
        draft("third" + filler);
        keyClick(Qt.Key_Return);
        tryVerify(() => app.chat.composer.fit.fits);
        const rows = item("Messages of this chat") as ListView;
        tryVerify(() => rows.activeFocus);
        compare(rows.currentIndex, 2); // the question after the first pair
        keyClick(Qt.Key_Up);
        keyClick(Qt.Key_Up);
        compare(app.chat.composer.fit.start, 2); // only looked at
        keyClick(Qt.Key_Space);
        compare(app.chat.composer.fit.start, 0);
        tryVerify(() => app.find("Let it see everything") !== null);
        verify(!app.chat.composer.fit.fits);
        keyClick(Qt.Key_Down);
        keyClick(Qt.Key_Down);
        keyClick(Qt.Key_Return);
        compare(app.chat.composer.fit.start, 2);
        compare(app.inaccessible().join("\n"), "");
        keyClick(Qt.Key_Tab);
        keyClick(Qt.Key_Tab);
        verify(item("Begin there").activeFocus);
        keyClick(Qt.Key_Return);
        compare(app.chat.current.messages.viewStart, 2);
        tryVerify(() => app.find("What may the model forget?") === null);
        // Now it goes.
        input().forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Return);
        tryCompare(app.chat.current.messages, "count", 6);
        tryVerify(() => app.chat.current.phase === ChatPhase.Idle);
        verify(item("The model sees from here on"));
    }

    function test_chosenByMouse() {
        openSmall({answers: ["ok"]});
        fill();
        compare(app.find("The model sees from here on"), null);
        draft("third" + filler);
        mouseClick(restingItem("Choose what fits…"));
        tryVerify(() => app.chat.composer.fit.fits);
        mouseClick(item(("first" + filler).slice(0, 120) + ", left out"));
        compare(app.chat.composer.fit.start, 0);
        mouseClick(item(("second" + filler).slice(0, 120) + ", the model sees it"));
        compare(app.chat.composer.fit.start, 2);
        mouseClick(item("Begin there"));
        compare(app.chat.current.messages.viewStart, 2);
        tryVerify(() => costLine().text.startsWith("+"));
        app.chat.composer.text = "";
        // And it can be taken back, with nothing to send.
        mouseClick(restingItem("Choose what fits…"));
        mouseClick(item(("first" + filler).slice(0, 120) + ", left out"));
        mouseClick(item("Let it see everything"));
        compare(app.chat.current.messages.viewStart, 0);
        tryVerify(() => app.find("The model sees from here on") === null);
    }

    function test_nothingHelps() {
        openSmall({answers: ["ok"]});
        ask("first");
        tryVerify(() => app.chat.current.phase === ChatPhase.Idle);
        draft(filler + filler + filler);
        keyClick(Qt.Key_Return);
        tryVerify(() => app.chat.composer.fit.exhausted);
        verify(item("Without the earlier messages it is still too long: shorten the message, take a file out, or open the model with a larger context."));
    }

    // Sent before it was counted: the engine refuses it, and the way out is the same.
    function test_fromTheError() {
        openSmall({answers: ["ok"]});
        fill();
        ask("third" + filler + filler);
        tryVerify(() => app.chat.current.phase === ChatPhase.Idle);
        verify(item("There is no answer"));
        const choose = item("Choose what fits…");
        choose.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Return);
        tryVerify(() => app.chat.composer.fit.fits);
        mouseClick(item("Begin there"));
        tryVerify(() => app.find("What may the model forget?") === null);
        mouseClick(item("Try again"));
        tryVerify(() => app.chat.current.phase === ChatPhase.Idle);
        verify(item("ok"));
        compare(app.find("There is no answer"), null);
    }

    function test_fromAFullContext() {
        openSmall({answers: ["ok", "ok", "y ".repeat(800)]});
        fill();
        ask("third");
        tryVerify(() => app.chat.current.phase === ChatPhase.Idle);
        verify(item("The context is full"));
        mouseClick(restingItem("Choose what fits…"));
        verify(item("What may the model forget?"));
        tryVerify(() => !app.chat.composer.fit.counting && app.chat.composer.fit.tokens > 0);
        keyClick(Qt.Key_Escape);
    }

    function test_aLimitIsNotAFullContext() {
        openReady({answers: ["one two three four five six seven eight"]}, 1200, 800);
        app.chat.current.sampling.maxTokens = 3;
        ask("q");
        tryVerify(() => app.chat.current.phase === ChatPhase.Idle);
        compare(app.find("The context is full"), null);
        verify(item("The answer stops here because it has as many tokens as the settings of this chat allow."));
        app.chat.current.sampling.maxTokens = 0;
        mouseClick(restingItem("Continue the answer"));
        tryVerify(() => app.chat.current.phase === ChatPhase.Idle);
        verify(item("one two three four five six seven eight"));
    }

    // Of the menu of an answer.
    function chooseLast(): void {
        for (let i = 0; i < 3; ++i)
            keyClick(Qt.Key_Down);
        keyClick(Qt.Key_Return);
    }

    function test_detailsByKeyboard() {
        openReady({answers: ["a"]}, 1200, 800);
        ask("q");
        tryVerify(() => app.chat.current.phase === ChatPhase.Idle);
        const name = "Details of the answer: " + app.chat.current.messages.data(app.chat.current.messages.index(1, 0), MessageModel.DetailsRole);
        item("More about this answer").forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Space);
        tryVerify(() => app.find("Details") !== null);
        chooseLast();
        tryVerify(() => app.find(name) !== null);
        for (const part of ["Model: model", "cached and", "new", "Seed: ", "Ended: the model was done"])
            verify(name.includes(part), part);
        keyClick(Qt.Key_Space);
        tryVerify(() => app.find("Hide details") !== null);
        chooseLast();
        tryVerify(() => app.find(name) === null);
    }
}
