// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What can be done with the chat that is shown, from the header and from the palette: rename, pin, duplicate, files.
import QtQuick
import QtTest
import Vibrant.Core

AppTestCase {
    name: "ChatMenu"

    function openChat(question: string): void {
        openReady({answers: ["An answer about needles."]}, 1200, 760);
        ask(question);
        tryVerify(() => app.chat.current.phase === ChatPhase.Idle);
        tryVerify(() => app.chats.list.count === 1 || app.chat.current.temporary);
    }

    function choose(entry: string): void {
        mouseClick(item("Menu of this chat"));
        mouseClick(item(entry));
    }

    function runCommand(title: string): void {
        keyClick(Qt.Key_K, Qt.ControlModifier);
        const palette = findChild(window, "paletteSheet");
        tryVerify(() => palette.opened);
        const field = findChild(palette.contentItem, "paletteField");
        tryVerify(() => field.activeFocus, 2000, "the keyboard is with " + window.activeFocusItem + " " + window.active);
        field.text = title;
        keyClick(Qt.Key_Return);
        tryVerify(() => !palette.visible);
    }

    function visibleDialog(name: string): QtObject {
        tryVerify(() => findChild(window, name)?.visible ?? false);
        return findChild(window, name);
    }

    // Accepts the dialog that `ask` opens, with the name it offers, in this folder; the notice afterwards.
    function save(ask: var, folder: url): string {
        app.chats.dismissNotice();
        ask();
        const dialog = visibleDialog("exportDialog");
        if (String(dialog.currentFolder) !== String(folder)) { // it takes another one only while it is closed
            dialog.reject();
            tryVerify(() => !dialog.visible);
            dialog.currentFolder = folder;
            ask();
            tryVerify(() => dialog.visible);
        }
        dialog.accept();
        tryVerify(() => !dialog.visible);
        window.requestActivate(); // what a desktop does of itself
        tryVerify(() => app.chats.notice.length > 0);
        return app.chats.notice;
    }

    function read(file: url): string {
        app.chats.dismissNotice();
        choose("Import chats…");
        const dialog = visibleDialog("importDialog");
        dialog.reject();
        tryVerify(() => !dialog.visible);
        dialog.currentFile = file;
        choose("Import chats…");
        tryVerify(() => dialog.visible);
        dialog.accept();
        tryVerify(() => !dialog.visible);
        window.requestActivate(); // what a desktop does of itself
        tryVerify(() => app.chats.notice.length > 0);
        return app.chats.notice;
    }

    function test_renameFromTheHeader() {
        openChat("Old name");
        choose("Rename");
        const field = findChild(window.contentItem, "titleField");
        verify(field.activeFocus);
        compare(field.text, "Old name");
        for (const key of "new")
            keyClick(key);
        keyClick(Qt.Key_Return);
        tryVerify(() => app.chat.current.title === "new");
        verify(!field.visible);
        runCommand("Rename this chat");
        verify(field.activeFocus);
        keyClick("x");
        keyClick(Qt.Key_Escape);
        compare(app.chat.current.title, "new");
        compare(app.inaccessible().join("\n"), "");
    }

    function test_renameWhileTheModelsAreShown() {
        openChat("Old name");
        keyClick(Qt.Key_M, Qt.ControlModifier);
        tryVerify(() => !input().visible);
        runCommand("Rename this chat");
        verify(findChild(window.contentItem, "titleField").activeFocus);
    }

    function test_pinAndDuplicate() {
        openChat("Question");
        choose("Pin");
        tryVerify(() => app.chats.isPinned(app.chat.current.chatId));
        choose("Unpin");
        tryVerify(() => !app.chats.isPinned(app.chat.current.chatId));
        runCommand("Pin this chat");
        tryVerify(() => app.chats.isPinned(app.chat.current.chatId));
        const original = app.chat.current.chatId;
        choose("Duplicate");
        tryVerify(() => app.chat.current.title === "Question (copy)");
        verify(app.chat.current.chatId !== original);
        compare(app.chat.current.messages.count, 2);
        runCommand("Duplicate this chat");
        tryCompare(app.chats.list, "count", 3);
    }

    function test_exportAndImport() {
        openChat("Question");
        const folder = app.folderUrl("out");
        verify(save(() => choose("Export as Markdown…"), folder).endsWith("out/Question.md"));
        verify(app.readFile("out/Question.md").includes("An answer about needles."));
        verify(save(() => choose("Export as web page…"), folder).endsWith("out/Question.html"));
        verify(app.readFile("out/Question.html").startsWith("<!DOCTYPE html>"));
        verify(save(() => runCommand("Export this chat as JSON"), folder).endsWith("out/Question.json"));
        compare(read(folder + "/Question.json"), "One chat was imported");
        tryCompare(app.chats.list, "count", 2);
        verify(save(() => choose("Export all chats…"), folder).endsWith("out/vibrant-chats.json"));
        compare(JSON.parse(app.readFile("out/vibrant-chats.json")).chats.length, 2);
    }

    function test_aTemporaryChatCanBeExportedOnly() {
        openReady({answers: ["An answer about needles."]}, 1200, 760);
        app.chat.newTemporaryChat();
        verify(!findChild(window.contentItem, "chatMenuButton").visible); // there is nothing yet
        ask("A passing question");
        tryVerify(() => app.chat.current.phase === ChatPhase.Idle);
        mouseClick(item("Menu of this chat"));
        for (const entry of ["Rename", "Pin", "Duplicate", "Move to trash"])
            verify(!item(entry).enabled, entry);
        keyClick(Qt.Key_Escape);
        const folder = app.folderUrl("out");
        save(() => choose("Export as Markdown…"), folder);
        verify(app.readFile("out/A passing question.md").includes("An answer about needles."));
        save(() => choose("Export as JSON…"), folder);
        compare(app.chats.list.count, 0);
        // It reads back as any other.
        compare(read(folder + "/A passing question.json"), "One chat was imported");
        tryCompare(app.chats.list, "count", 1);
    }
}
