// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What the user chose reaches the theme, at once and from wherever it was chosen.
import QtQuick
import QtTest
import Vibrant.Core
import Vibrant.Theme

AppTestCase {
    name: "Applied"

    function cleanup() {
        for (const family of ["textFamily", "codeFamily"])
            app.settings[family] = "";
        app.settings.contrast = Settings.NormalContrast;
        app.settings.colorScheme = Settings.System;
        window = null;
        app = null;
    }

    // The font in which the code of an answer stands.
    function codeFamily(): string {
        const texts = item => item.hasOwnProperty("selectedText") ? [item] : Array.from(item.children).reduce((found, child) => found.concat(texts(child)), []);
        return texts(item("Code block, C++"))[0].font.family;
    }

    function test_textFamily() {
        openReady({answers: ["words"]}, 1200, 860);
        ask("q");
        tryVerify(() => app.chat.current.phase === ChatPhase.Idle);
        const chosen = FontChoices.textFamilies.find(family => family !== Typography.textFamily);
        verify(chosen);
        app.settings.textFamily = chosen;
        compare(Typography.textFamily, chosen);
        compare(item("words").font.family, chosen);
        compare(input().font.family, chosen);
        verify(Typography.codeFamily !== chosen);
    }

    function test_codeFamily() {
        openReady({answers: ["```cpp\nint x;\n```"]}, 1200, 860);
        ask("q");
        tryVerify(() => app.chat.current.phase === ChatPhase.Idle);
        const text = Typography.textFamily;
        const chosen = FontChoices.codeFamilies.find(family => family !== Typography.codeFamily);
        verify(chosen);
        keyClick(Qt.Key_Comma, Qt.ControlModifier);
        const box = item("Font of code");
        box.forceActiveFocus(Qt.TabFocusReason);
        for (let i = 0; i < box.count && app.settings.codeFamily !== chosen; ++i)
            keyClick(Qt.Key_Down);
        compare(app.settings.codeFamily, chosen);
        compare(Typography.codeFamily, chosen);
        compare(Typography.textFamily, text);
        keyClick(Qt.Key_Escape);
        tryVerify(() => app.find("Code block, C++") !== null);
        compare(codeFamily(), chosen);
        app.settings.codeFamily = "";
        verify(codeFamily() !== chosen);
    }

    function test_contrast() {
        openReady({}, 1200, 860);
        app.settings.colorScheme = Settings.Light;
        app.settings.contrast = Settings.NormalContrast;
        compare(Theme.highContrast, false);
        const border = String(Theme.border);
        keyClick(Qt.Key_Comma, Qt.ControlModifier);
        const box = item("Contrast");
        box.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Down);
        compare(app.settings.contrast, Settings.HighContrast);
        compare(Theme.highContrast, true);
        compare(CodeThemes.highContrast, true);
        verify(String(Theme.border) !== border);
        // As the system: the tests' desktop asks for nothing.
        app.settings.contrast = Settings.SystemContrast;
        compare(Theme.highContrast, DesktopContrast.high);
        keyClick(Qt.Key_Escape);
    }
}
