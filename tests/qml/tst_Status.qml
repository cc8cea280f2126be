// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The figures on the right, card by card, through the states of an answer.
import QtQuick
import QtTest
import Vibrant.Core

AppTestCase {
    name: "Status"

    function answer(): void {
        ask("a question of a few words, to have some tokens");
        tryVerify(() => app.chat.current.phase === ChatPhase.Idle);
        tryVerify(() => app.status.tokensPerSecond > 0);
    }

    function test_speedCard() {
        openReady({holdPrefillAt: 3}, 1360, 860);
        verify(item("– tokens per second"));
        verify(item("Tokens per second over time"));
        verify(item("First token: –"));
        ask("a question of a few words, to have some tokens");
        tryVerify(() => app.chat.current.phase === ChatPhase.Prefill);
        // While the prompt is read the figure is how far it is.
        tryVerify(() => app.find(app.status.prefillPercentText + " of the prompt read") !== null);
        verify(item("Prompt: " + app.status.prefillText));
        compare(app.find("Tokens per second over time"), null);
        app.release();
        tryVerify(() => app.chat.current.phase === ChatPhase.Idle);
        tryVerify(() => app.find(app.status.tokensPerSecondText + " tokens per second") !== null);
        verify(item("Last answer"));
        verify(item("First token: " + app.status.timeToFirstTokenText));
        verify(item("Tokens per second over time"));
    }

    function test_contextCardWarns() {
        openReady({}, 1360, 860);
        const warning = "Nearly full: a new chat starts with an empty context.";
        answer();
        verify(item("Context used"));
        tryVerify(() => app.find(app.status.contextText + ": " + app.status.contextShareText) !== null);
        compare(app.find(warning), null);
    }

    function test_contextCardNearlyFull() {
        open({longAnswer: 2000}, 1360, 860);
        app.settings.defaultContext = 512;
        app.models.openPath(app.modelPath("model.gguf"));
        tryVerify(() => app.models.ready);
        answer();
        verify(app.status.contextNearlyFull);
        verify(item("Nearly full: a new chat starts with an empty context."));
        app.settings.defaultContext = 0;
    }

    function test_memoryCard() {
        openReady({}, 1360, 860);
        tryVerify(() => app.status.memory.length > 3);
        verify(item("Memory: " + app.status.memoryTotalText));
        verify(item("Memory split"));
        let sum = 0;
        for (const share of app.status.memory) {
            verify(item(share.label + ": " + share.text));
            sum += share.share;
        }
        fuzzyCompare(sum, 1, 0.001);
        // It goes with the model.
        mouseClick(item("Unload"));
        tryVerify(() => app.find("Memory split") === null);
    }

    function test_hotPathCard() {
        openReady({}, 1360, 860);
        compare(app.find("Where the time goes"), null);
        answer();
        tryVerify(() => app.status.hotPath.length > 3);
        verify(item("Where the time goes"));
        for (const line of app.status.hotPath)
            verify(item(line.operation + ": " + line.shareText + " " + line.speedText));
        verify(app.status.hotPath[0].share >= app.status.hotPath[1].share);
    }

    function test_copyButton() {
        openReady({answers: ["secret words"]}, 1360, 1200);
        answer();
        const button = item("Copy for a bug report");
        mouseClick(button);
        compare(button.text, "Copied");
        verify(app.clipboard().includes("Vibrant: "), app.clipboard());
        verify(!app.clipboard().includes("secret"));
        tryCompare(button, "text", "Copy for a bug report", 4000);
        app.setClipboard("");
        button.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Return);
        verify(app.clipboard().includes("model.gguf"));
    }

    function test_asleep() {
        openReady({}, 1360, 860);
        app.models.sleep();
        tryVerify(() => app.models.asleep);
        verify(item("Asleep"));
        // A message wakes it: nothing has to be opened.
        compare(input().placeholderText, "Ask about code…");
        answer();
        verify(item("Last answer"));
    }
}
