// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

import QtQuick
import QtTest
import Vibrant.Core

AppTestCase {
    name: "ModelStates"

    function test_firstStart() {
        open({}, 1360, 860);
        verify(item("Open a model to begin"));
        verify(item("No model"));
        compare(app.inaccessible().join("\n"), "");
    }

    function test_loadingShowsProgressAndCancels() {
        open({holdLoadAt: 0.4}, 1360, 860);
        app.models.openPath(app.modelPath("model.gguf"));
        tryVerify(() => app.models.loading);
        verify(item("Loading " + app.models.loadingName));
        mouseClick(item("Cancel"));
        tryVerify(() => !app.models.loading);
        compare(app.models.hasError, false);
        verify(item("Open a model to begin"));
    }

    function test_loadErrorSaysWhatAndWhatToDo() {
        open({}, 1360, 860);
        app.models.openPath(app.modelPath("broken.gguf"));
        tryVerify(() => app.models.hasError);
        verify(item(app.models.error.title));
        verify(item(app.models.error.text));
        verify(item(app.models.error.hint));
        compare(app.models.error.action, Recovery.ShowFolder);
        verify(item("Show the folder"));
        mouseClick(item("Dismiss"));
        tryVerify(() => !app.models.hasError);
    }

    function test_failedLoadKeepsTheModel() {
        openReady({answers: ["still here"]}, 1360, 860);
        const name = app.models.name;
        app.models.openPath(app.modelPath("broken.gguf"));
        tryVerify(() => app.models.hasError);
        compare(app.models.name, name);
        ask("are you there?");
        tryVerify(() => app.chat.current.phase === ChatPhase.Idle);
        compare(app.chat.current.messages.count, 2);
    }

    function test_readyOffersPrompts() {
        openReady({}, 1360, 860);
        verify(item("What shall we work on?"));
        mouseClick(item("Explain"));
        verify(app.chat.composer.text.length > 20);
        verify(input().activeFocus);
        compare(app.chat.current.messages.count, 0);
    }

    function test_dropAFile() {
        open({}, 1360, 860);
        app.dragFile(app.modelPath("dropped.gguf"));
        tryVerify(() => app.find("Drop to open the model") !== null);
        app.dragLeave();
        tryVerify(() => app.find("Drop to open the model") === null);
        app.dragFile(app.modelPath("dropped.gguf"));
        tryVerify(() => app.find("Drop to open the model") !== null);
        app.dropFile(app.modelPath("dropped.gguf"));
        tryVerify(() => app.models.ready);
        compare(app.find("Drop to open the model"), null);
        verify(app.models.filePath.endsWith("dropped.gguf"));
    }

    function test_openDialogByKeyboard() {
        open({}, 1360, 860);
        keyClick(Qt.Key_O, Qt.ControlModifier);
        const dialog = findChild(window, "openModelDialog");
        tryVerify(() => dialog.visible);
        dialog.reject();
        tryVerify(() => !dialog.visible);
        mouseClick(item("Open model…"));
        tryVerify(() => dialog.visible);
        dialog.reject();
    }

    function test_unload() {
        openReady({}, 1360, 860);
        mouseClick(item("Unload"));
        tryVerify(() => !app.models.ready);
        verify(item("No model"));
    }

    function test_recentModelOpensByKeyboard() {
        openReady({}, 1360, 860);
        mouseClick(item("Unload"));
        tryVerify(() => !app.models.ready);
        const row = item("model");
        row.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Return);
        tryVerify(() => app.models.ready);
    }

    function test_recentModelIsRemovedByKeyboard() {
        openReady({}, 1360, 860);
        mouseClick(item("Unload"));
        tryVerify(() => !app.models.ready);
        item("model").forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Delete);
        tryCompare(app.models.recentFiles, "count", 0);
    }

    function test_hostileNames() {
        open({recentFiles: ["/tmp/" + "very-long-".repeat(24) + ".gguf", "/tmp/<img src='x' width='2000000000' height='2000000000'>.gguf", "/tmp/\u05D3\u05D2\u05DD \u202Egguf.exe"]}, 1000, 700);
        compare(app.models.recentFiles.count, 3);
        waitForRendering(window.contentItem);
        app.models.openPath(app.modelPath("<b>" + "x".repeat(200) + "</b>.gguf"));
        tryVerify(() => app.models.ready);
        waitForRendering(window.contentItem);
        verify(item("Unload").mapToItem(null, 0, 0).x < 264);
    }
}
