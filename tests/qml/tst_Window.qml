// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

import QtQuick
import QtTest
import Vibrant.Core
import Vibrant.Theme

AppTestCase {
    name: "Window"

    function test_columnsFold_data() {
        return [
            {tag: "three", width: 1360, height: 860, sidebar: true, panel: true},
            {tag: "exactly three", width: 1100, height: 700, sidebar: true, panel: true},
            {tag: "two", width: 1099, height: 700, sidebar: true, panel: false},
            {tag: "exactly two", width: 760, height: 700, sidebar: true, panel: false},
            {tag: "one", width: 759, height: 700, sidebar: false, panel: false},
            {tag: "smallest", width: 420, height: 480, sidebar: false, panel: false}
        ];
    }

    function test_columnsFold(row) {
        openReady({}, row.width, row.height);
        compare(app.find("Chats") !== null, row.sidebar);
        compare(app.find("This machine") !== null, row.panel);
        tryVerify(() => app.status.summaryLine.length > 0);
        // The panel shows the same figures, so one of the two is there.
        tryVerify(() => (app.find(app.status.summaryLine) !== null) === !row.panel);
        compare(app.find("Models and chats") !== null, !row.sidebar);
        compare(app.inaccessible().join("\n"), "");
        // Nothing reaches over the window's edge.
        const send = item("Send");
        verify(send.mapToItem(null, send.width, 0).x <= row.width);
    }

    function test_drawerOfANarrowWindow() {
        openReady({}, 480, 720);
        mouseClick(item("Models and chats"));
        tryVerify(() => app.find("Unload") !== null);
        keyClick(Qt.Key_Escape);
        tryVerify(() => app.find("Unload") === null);
    }

    function test_resizeKeepsTheChat() {
        openReady({answers: ["word ".repeat(200)]}, 1360, 860);
        ask("q");
        tryVerify(() => app.chat.current.phase === ChatPhase.Idle);
        for (const width of [900, 500, 420, 800, 1360]) {
            window.width = width;
            waitForRendering(window.contentItem);
            compare(app.chat.current.messages.count, 2);
        }
        verify(item("Copy answer"));
    }

    function test_newChat() {
        openReady({answers: ["a"]}, 1360, 860);
        ask("q");
        tryVerify(() => app.chat.current.phase === ChatPhase.Idle);
        keyClick(Qt.Key_N, Qt.ControlModifier);
        compare(app.chat.current.messages.count, 0);
        verify(input().activeFocus);
        verify(item("What shall we work on?"));
    }

    function test_shortcutsSheet() {
        openReady({}, 1360, 860);
        keyClick(Qt.Key_F1);
        tryVerify(() => app.find("Close") !== null);
        compare(app.inaccessible().join("\n"), "");
        keyClick(Qt.Key_Escape);
        tryVerify(() => app.find("Close") === null);
    }

    function test_focusComposer() {
        openReady({}, 1360, 860);
        item("Unload").forceActiveFocus(Qt.TabFocusReason);
        verify(!input().activeFocus);
        keyClick(Qt.Key_L, Qt.ControlModifier);
        verify(input().activeFocus);
    }

    function test_panelToggles() {
        openReady({}, 1360, 860);
        keyClick(Qt.Key_F9);
        tryVerify(() => app.find("This machine") === null);
        tryVerify(() => app.status.summaryLine.length > 0 && app.find(app.status.summaryLine) !== null);
        mouseClick(item("Show the figures (F9)"));
        tryVerify(() => app.find("This machine") !== null);
    }

    function test_zoom() {
        openReady({}, 1360, 860);
        const before = Typography.body.pixelSize;
        keyClick(Qt.Key_Plus, Qt.ControlModifier);
        verify(Typography.body.pixelSize > before);
        keyClick(Qt.Key_0, Qt.ControlModifier);
        compare(Typography.body.pixelSize, before);
    }

    function test_colourScheme() {
        openReady({}, 1360, 860);
        app.settings.colorScheme = Settings.Dark;
        tryCompare(Theme, "dark", true);
        compare(window.color, Theme.window);
        app.settings.colorScheme = Settings.Light;
        tryCompare(Theme, "dark", false);
        compare(window.color, Theme.window);
    }

    function test_menuByKeyboard() {
        openReady({}, 1360, 860);
        item("Menu").forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Space);
        tryVerify(() => app.find("Dark") !== null);
        keyClick(Qt.Key_Escape);
        tryVerify(() => app.find("Dark") === null);
    }

    function test_everyStopOfTheTabOrderIsSeen() {
        openReady({answers: ["a"]}, 1360, 860);
        ask("q");
        tryVerify(() => app.chat.current.phase === ChatPhase.Idle);
        const seen = [];
        input().forceActiveFocus(Qt.TabFocusReason);
        for (let i = 0; i < 40; ++i) {
            keyClick(Qt.Key_Tab);
            const at = window.activeFocusItem;
            verify(at && at.visible, "focus is lost after " + seen.length + " stops");
            if (at === input())
                break;
            verify(!seen.includes(at), "the tab order has a loop without the composer");
            seen.push(at);
        }
        verify(seen.length >= 8, "stops: " + seen.length);
        compare(window.activeFocusItem, input());
    }

    function test_titleIsTheQuestion() {
        openReady({answers: ["a"]}, 1360, 860);
        compare(window.title, "Vibrant");
        ask("Why is the sky blue?");
        compare(window.title, "Why is the sky blue? — Vibrant");
    }
}
