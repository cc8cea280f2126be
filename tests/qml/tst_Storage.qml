// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Chats that cannot be kept on disk: said, with a way out; and what came of an export.
import QtQuick
import QtTest
import Vibrant.Core

AppTestCase {
    name: "Storage"

    readonly property string problem: "Conversations cannot be saved: they are kept in memory only"

    function start(): void {
        openReady({blockStorage: true, answers: ["kept in memory"]}, 1360, 860);
        tryVerify(() => app.find(problem) !== null);
    }

    function test_saysWhatIsWrong() {
        start();
        verify(app.chats.hasProblem);
        verify(item(app.chats.problem.text));
        verify(item(app.chats.problem.hint));
        compare(app.inaccessible().join("\n"), "");
        // Everything else works.
        ask("q");
        tryVerify(() => app.chat.current.phase === ChatPhase.Idle);
        verify(item("kept in memory"));
    }

    function test_tryAgain() {
        start();
        mouseClick(item("Try again"));
        wait(100);
        verify(item(problem)); // nothing has changed on the disk
        app.unblockStorage();
        const button = item("Try again");
        button.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Return);
        tryVerify(() => !app.chats.hasProblem);
        tryVerify(() => app.find(problem) === null);
    }

    function test_exportAll() {
        start();
        ask("a question to be exported");
        tryVerify(() => app.chat.current.phase === ChatPhase.Idle);
        mouseClick(item("Export all…"));
        const dialog = findChild(window, "exportDialog");
        tryVerify(() => dialog !== null && dialog.visible);
        dialog.reject();
        tryVerify(() => !dialog.visible);
    }

    function test_noticeOfAnExport() {
        openReady({answers: ["a"]}, 1360, 860);
        ask("q");
        tryVerify(() => app.chat.current.phase === ChatPhase.Idle);
        app.chats.exportAll(app.folderUrl("out") + "/all.json");
        tryVerify(() => app.chats.notice.length > 0);
        verify(item(app.chats.notice));
        const button = item("Dismiss");
        mouseClick(button);
        compare(app.chats.notice, "");
        tryVerify(() => app.find("Dismiss") === null);
    }
}
