// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// How a chat is answered: every value of the sheet by keyboard and mouse, and presets.
import QtQuick
import QtTest
import Vibrant.Core

AppTestCase {
    name: "ChatSettings"

    function show(): void {
        openReady({answers: ["a"]}, 1360, 860);
        mouseClick(item("Settings of this chat"));
        tryVerify(() => app.find("Top k") !== null);
    }

    function type(text: string): void {
        for (const letter of text)
            keyClick(letter);
    }

    function replace(name: string, text: string): void {
        item(name).forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_A, Qt.ControlModifier);
        type(text);
        keyClick(Qt.Key_Tab);
    }

    function test_number_data() {
        return [
            {tag: "Temperature", property: "temperature", typed: "0.35", value: 0.35, up: 0.4, tooMuch: "9", most: 5},
            {tag: "Top p", property: "topP", typed: "0.5", value: 0.5, up: 0.55, tooMuch: "3", most: 1},
            {tag: "Min p", property: "minP", typed: "0.1", value: 0.1, up: 0.15, tooMuch: "2", most: 1},
            {tag: "Top k", property: "topK", typed: "20", value: 20, up: 21, tooMuch: "999999", most: 100000},
            {tag: "Repeat penalty", property: "repeatPenalty", typed: "1.2", value: 1.2, up: 1.25, tooMuch: "7", most: 2},
            {tag: "Longest answer", property: "maxTokens", typed: "512", value: 512, up: 768, tooMuch: "", most: 0}
        ];
    }

    function test_number(row) {
        show();
        replace(row.tag, row.typed);
        fuzzyCompare(app.chat.current.sampling[row.property], row.value, 1e-6);
        const field = item(row.tag);
        field.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Up);
        fuzzyCompare(app.chat.current.sampling[row.property], row.up, 1e-6);
        mouseClick(field, field.width - 40, field.height / 2); // minus
        fuzzyCompare(app.chat.current.sampling[row.property], row.value, 1e-6);
        if (row.tooMuch.length > 0) {
            replace(row.tag, row.tooMuch);
            verify(app.chat.current.sampling[row.property] <= row.most, app.chat.current.sampling[row.property]);
        }
        // From outside it follows too.
        app.chat.current.sampling[row.property] = row.value;
        tryVerify(() => Number(field.displayText.replace(/,/g, "")) === row.value, 1000, field.displayText);
    }

    function test_backToTheDefault_data() {
        return [
            {tag: "Temperature", property: "temperature", typed: "0.35", value: 0.7},
            {tag: "Top p", property: "topP", typed: "0.5", value: 0.95},
            {tag: "Min p", property: "minP", typed: "0.1", value: 0},
            {tag: "Top k", property: "topK", typed: "20", value: 40},
            {tag: "Repeat penalty", property: "repeatPenalty", typed: "1.2", value: 1}
        ];
    }

    function test_backToTheDefault(row) {
        show();
        const field = item(row.tag);
        const shown = () => Number(field.displayText);
        const back = row.tag + ": back to the default";
        compare(app.chat.current.sampling[row.property], undefined);
        compare(shown(), row.value); // in effect all the same
        compare(app.find(back), null);
        replace(row.tag, row.typed);
        verify(app.chat.current.sampling[row.property] !== undefined);
        // A choice also where it is the default.
        field.forceActiveFocus(Qt.TabFocusReason);
        app.chat.current.sampling[row.property] = row.value;
        compare(app.chat.current.sampling[row.property], row.value);
        tryVerify(() => app.find(back) !== null);
        mouseClick(item(back));
        compare(app.chat.current.sampling[row.property], undefined);
        compare(shown(), row.value);
        tryVerify(() => app.find(back) === null);
        verify(field.activeFocus);
    }

    function test_words() {
        show();
        replace("Top k", "0");
        compare(app.chat.current.sampling.topK, 0);
        compare(item("Top k").displayText, "off");
        replace("Longest answer", "0");
        compare(app.chat.current.sampling.maxTokens, 0);
        compare(item("Longest answer").displayText, "what fits");
    }

    function test_seed() {
        show();
        compare(app.chat.current.sampling.seed, "");
        replace("Seed", "42");
        compare(app.chat.current.sampling.seed, "42");
        replace("Seed", "no number");
        verify(/^[0-9]*$/.test(app.chat.current.sampling.seed), app.chat.current.sampling.seed);
        item("Seed").forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_A, Qt.ControlModifier);
        keyClick(Qt.Key_Delete);
        keyClick(Qt.Key_Tab);
        compare(app.chat.current.sampling.seed, "");
    }

    // An answer is cut where the chat's limit is.
    function test_limitIsInForce() {
        openReady({longAnswer: 400}, 1360, 860);
        app.chat.current.sampling.maxTokens = 16;
        ask("q");
        tryVerify(() => app.chat.current.phase === ChatPhase.Idle);
        verify(item("The answer stops here because it has as many tokens as the settings of this chat allow."));
        verify(item("Continue the answer"));
    }

    function test_presets() {
        show();
        replace("Temperature", "0.2");
        mouseClick(item("Keep these settings as a preset"));
        type("Review");
        keyClick(Qt.Key_Return);
        tryVerify(() => app.chats.presetNames.join() === "Review");
        replace("Temperature", "1.5");
        mouseClick(item("Keep these settings as a preset"));
        keyClick(Qt.Key_A, Qt.ControlModifier);
        type("Wild");
        mouseClick(item("Keep"));
        tryVerify(() => app.chats.presetNames.join() === "Review,Wild");
        // Chosen by keyboard...
        const box = item("Preset");
        compare(box.displayText, "Wild");
        box.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Up);
        compare(app.chat.current.preset, "Review");
        fuzzyCompare(app.chat.current.sampling.temperature, 0.2, 1e-6);
        // ... and from the list that drops down.
        mouseClick(box);
        tryCompare(box.popup, "opened", true);
        mouseClick(item("Wild"));
        compare(app.chat.current.preset, "Wild");
        fuzzyCompare(app.chat.current.sampling.temperature, 1.5, 1e-6);
        // Removing one leaves the values.
        mouseClick(item("Remove the preset Wild"));
        tryVerify(() => app.chats.presetNames.join() === "Review");
        fuzzyCompare(app.chat.current.sampling.temperature, 1.5, 1e-6);
        tryVerify(() => app.chat.current.preset === "");
        compare(app.find("Remove the preset Wild"), null);
        compare(box.displayText, "none");
    }

    function test_namingIsGivenUp() {
        show();
        mouseClick(item("Keep these settings as a preset"));
        type("never");
        keyClick(Qt.Key_Escape);
        compare(app.chats.presetNames, []);
        verify(item("Top k")); // only the field has closed
    }

    function test_everythingIsReachable() {
        show();
        compare(app.inaccessible().join("\n"), "");
    }
}
