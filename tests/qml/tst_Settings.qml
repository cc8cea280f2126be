// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The settings, the command palette and the list of shortcuts, by keyboard and mouse.
import QtQuick
import QtTest
import Vibrant.Core
import Vibrant.Theme

AppTestCase {
    name: "Settings"

    function openSettings() {
        openReady({}, 1360, 860);
        keyClick(Qt.Key_Comma, Qt.ControlModifier);
        tryVerify(() => app.find("Text size") !== null);
    }

    function test_everyControlCanBeReached() {
        openSettings();
        compare(app.inaccessible().join("\n"), "");
        // Once around by Tab: every control, each in view when it has the keyboard.
        const page = findChild(window, "settingsPage");
        const seen = [];
        item("Colours").forceActiveFocus(Qt.TabFocusReason);
        for (let i = 0; i < 60; ++i) {
            // The inside of a number field has the keyboard for it.
            const focused = window.activeFocusItem.Accessible.name.length > 0 ? window.activeFocusItem : window.activeFocusItem.parent;
            const top = focused.mapToItem(page, 0, 0).y;
            if (focused.Accessible.name !== "Close")
                verify(top >= -1 && top + focused.height <= page.height + 1, focused.Accessible.name + " at " + top);
            if (focused.Accessible.name === "Colours" && i > 0)
                break;
            seen.push(focused.Accessible.name);
            keyClick(Qt.Key_Tab);
        }
        for (const name of ["Font", "Text size", "Font of code", "Size of code", "Reduce motion", "Send with", "Processor threads", "Context, in tokens",
                            "Yield to other programs", "Notify when a long answer is complete", "Close"])
            verify(seen.includes(name), name);
        keyClick(Qt.Key_Escape);
        tryVerify(() => app.find("Text size") === null);
    }

    function test_coloursByKeyboard() {
        openSettings();
        app.settings.colorScheme = Settings.Light;
        const colours = item("Colours");
        colours.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Down);
        compare(app.settings.colorScheme, Settings.Dark);
        compare(Theme.dark, true);
        // Or from the list that drops down.
        keyClick(Qt.Key_Space);
        tryCompare(colours.popup, "opened", true);
        keyClick(Qt.Key_Up);
        keyClick(Qt.Key_Return);
        compare(app.settings.colorScheme, Settings.Light);
        // From outside it follows too.
        app.settings.colorScheme = Settings.System;
        compare(colours.currentIndex, 0);
    }

    function test_sizesApplyAtOnce() {
        openSettings();
        const size = item("Text size");
        size.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Up);
        compare(app.settings.textSize, 15);
        compare(Typography.body.pixelSize, 15);
        mouseClick(size, size.width - 10, size.height / 2); // plus
        compare(app.settings.textSize, 16);
        item("Size of code").forceActiveFocus(Qt.TabFocusReason);
        const before = Typography.code.pixelSize;
        keyClick(Qt.Key_Down);
        verify(Typography.code.pixelSize < before);
        app.settings.textSize = 14;
        app.settings.codeSize = 13;
    }

    function test_fonts() {
        openSettings();
        const own = Typography.textFamily;
        const box = item("Font");
        box.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Down);
        compare(app.settings.textFamily, box.currentText);
        compare(Typography.textFamily, box.currentText);
        app.settings.textFamily = "A font nobody has";
        compare(Typography.textFamily, own);
        compare(box.currentIndex, 0);
        app.settings.textFamily = "";
    }

    function test_codeThemes() {
        openSettings();
        const box = item("Colours of code on dark ground");
        verify(box.count > 3);
        box.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Down);
        compare(app.settings.darkCodeTheme, box.currentText);
        compare(CodeThemes.dark, box.currentText);
        keyClick(Qt.Key_Up);
        compare(CodeThemes.dark, "");
    }

    function test_numbersAreTyped() {
        openSettings();
        const threads = item("Processor threads");
        threads.forceActiveFocus(Qt.TabFocusReason);
        compare(threads.displayText, "Automatic");
        keyClick(Qt.Key_A, Qt.ControlModifier);
        for (const digit of [Qt.Key_1, Qt.Key_2])
            keyClick(digit);
        keyClick(Qt.Key_Return);
        compare(app.settings.threads, 12);
        keyClick(Qt.Key_A, Qt.ControlModifier);
        keyClick(Qt.Key_0);
        keyClick(Qt.Key_Return);
        compare(app.settings.threads, 0);
        compare(threads.displayText, "Automatic");
    }

    function test_togglesByKeyAndMouse() {
        openSettings();
        const toggle = item("Yield to other programs");
        toggle.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Space);
        compare(app.settings.lowPriority, true);
        keyClick(Qt.Key_Return);
        compare(app.settings.lowPriority, false);
        mouseClick(toggle);
        compare(app.settings.lowPriority, true);
    }

    function test_clearingAsksFirst() {
        open({recentFiles: ["/a.gguf", "/b.gguf"]}, 1360, 860);
        keyClick(Qt.Key_Comma, Qt.ControlModifier);
        const button = item("Forget recent models");
        button.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Space);
        compare(app.models.recentFiles.count, 2);
        // Going somewhere else takes the question back.
        keyClick(Qt.Key_Tab);
        item("Forget recent models").forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Space);
        keyClick(Qt.Key_Space);
        compare(app.models.recentFiles.count, 0);
        mouseClick(item("Copy the path of Settings and recent models"));
        verify(app.clipboard().endsWith("vibrantrc"));
    }

    function test_paletteByKeyboard() {
        openReady({}, 1360, 860);
        app.settings.colorScheme = Settings.Light;
        keyClick(Qt.Key_K, Qt.ControlModifier);
        const field = item("What shall be done?");
        tryCompare(field, "activeFocus", true);
        compare(app.inaccessible().join("\n"), "");
        const list = findChild(window, "paletteList");
        compare(list.currentIndex, 0);
        keyClick(Qt.Key_Up);
        compare(list.currentIndex, list.count - 1);
        keyClick(Qt.Key_Down);
        compare(list.currentIndex, 0);
        for (const letter of ["d", "a", "r", "k"])
            keyClick(letter);
        keyClick(Qt.Key_Return);
        compare(app.settings.colorScheme, Settings.Dark);
        tryVerify(() => app.find("What shall be done?") === null);
        // Used last, so first of the list next time.
        keyClick(Qt.Key_K, Qt.ControlModifier);
        verify(item("Dark colours"));
        for (const letter of ["l", "i", "g", "h", "t"])
            keyClick(letter);
        mouseClick(item("Light colours"));
        compare(app.settings.colorScheme, Settings.Light);
        tryVerify(() => app.find("What shall be done?") === null);
    }

    function test_paletteWithoutAMatch() {
        openReady({}, 480, 560);
        keyClick(Qt.Key_K, Qt.ControlModifier);
        item("What shall be done?");
        for (const letter of ["z", "q", "z"])
            keyClick(letter);
        verify(item("No command is called that."));
        keyClick(Qt.Key_Return);
    }

    function test_questionMark() {
        openReady({}, 1360, 860);
        input().forceActiveFocus();
        keyClick("?");
        compare(app.chat.composer.text, "?"); // typed where text is typed
        item("Unload").forceActiveFocus(Qt.TabFocusReason);
        keyClick("?");
        tryVerify(() => findChild(window, "shortcutsSheet").visible);
        verify(item("Ctrl+K: All commands"));
        app.settings.sendKey = Settings.CtrlEnter;
        verify(item("Ctrl+Enter: Send the message"));
        app.settings.sendKey = Settings.Enter;
    }

    function test_reportOfTheFigures() {
        openReady({answers: ["secret words"]}, 1360, 860);
        ask("more secret words");
        tryVerify(() => app.chat.current.phase === ChatPhase.Idle);
        keyClick(Qt.Key_B, Qt.ControlModifier | Qt.ShiftModifier);
        const report = app.clipboard();
        verify(report.includes("Vibrant: "));
        verify(report.includes("model.gguf"));
        verify(!report.includes("secret"));
        verify(!report.includes(app.modelPath("model.gguf")), report); // the name only, no folder
    }

    function test_newChatsBeginWithTheDefaults() {
        openSettings();
        const prompt = item("Instructions for new chats") as TextEdit;
        prompt.forceActiveFocus(Qt.TabFocusReason);
        for (const key of "Code only")
            keyClick(key);
        compare(app.settings.systemPrompt, "Code only");
        const temperature = item("Temperature");
        temperature.forceActiveFocus(Qt.TabFocusReason);
        compare(app.settings.temperature, undefined);
        const before = 0.7; // the default
        keyClick(Qt.Key_Up);
        fuzzyCompare(app.settings.temperature, before + 0.05, 0.001);
        // Also of the one at hand, which nothing was said in.
        compare(app.chat.current.systemPrompt, "Code only");
        fuzzyCompare(app.chat.current.sampling.temperature, before + 0.05, 0.001);
        keyClick(Qt.Key_Escape);
        ask("one");
        tryVerify(() => app.chat.current.phase === ChatPhase.Idle);
        app.settings.systemPrompt = "Be brief";
        compare(app.chat.current.systemPrompt, "Code only"); // that one has begun
        app.chat.newChat();
        compare(app.chat.current.systemPrompt, "Be brief");
        app.chat.current.systemPrompt = "Only for this one";
        app.settings.systemPrompt = "Be kind";
        compare(app.chat.current.systemPrompt, "Only for this one");
        app.settings.temperature = 7;
        compare(app.settings.temperature, 5);
        keyClick(Qt.Key_Comma, Qt.ControlModifier);
        tryVerify(() => app.find("Text size") !== null);
        const back = item("Temperature: back to the default");
        back.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Space);
        compare(app.settings.temperature, undefined);
        verify(item("Temperature").activeFocus);
        keyClick(Qt.Key_Escape);
        app.chat.newChat();
        compare(app.chat.current.sampling.temperature, undefined);
    }

    function test_theFoldersOfModelsAreNear() {
        openSettings();
        const button = item("Folders of models");
        button.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Space);
        tryVerify(() => findChild(window, "placesSheet")?.opened ?? false);
        tryVerify(() => app.find("Text size") === null);
        verify(item("Add a folder…").activeFocus);
        compare(app.inaccessible().join("\n"), "");
        keyClick(Qt.Key_Escape);
        tryVerify(() => !findChild(window, "placesSheet").visible);
        keyClick(Qt.Key_Comma, Qt.ControlModifier); // keys are the window's again
        verify(item("Folders of models"));
    }
}
