// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

import QtQuick
import QtTest
import Vibrant.Core

AppTestCase {
    name: "Library"

    readonly property list<string> files: ["qwen2.5-coder-14b-Q4_K_M.gguf", "qwen2.5-coder-7b-Q4_K_M.gguf", "Llama-3.2-3b-Q6_K.gguf", "broken.gguf"]

    function openLibrary(options: var, width: int, height: int): void {
        open(Object.assign({
            libraryFiles: files
        }, options), width, height);
        keyClick(Qt.Key_M, Qt.ControlModifier);
        tryVerify(() => app.library.searched);
        tryCompare(app.library, "total", 4);
        app.library.order = LibraryView.Name;
        waitForPolish(window);
    }

    function rows(): ListView {
        return findChild(window.contentItem, "libraryList") as ListView;
    }

    function test_openAndCloseByKeyboard() {
        openLibrary({}, 1360, 860);
        const filter = findChild(window.contentItem, "libraryFilter") as Item;
        tryVerify(() => filter.activeFocus);
        compare(app.inaccessible().join("\n"), "");
        keyClick(Qt.Key_Escape);
        tryVerify(() => rows() === null);
        tryVerify(() => input().activeFocus);
        keyClick(Qt.Key_M, Qt.ControlModifier);
        tryVerify(() => rows() !== null);
        keyClick(Qt.Key_L, Qt.ControlModifier); // to the message field
        tryVerify(() => rows() === null && input().activeFocus);
    }

    function test_openByMouse() {
        open({libraryFiles: files}, 1360, 860);
        mouseClick(item("Models"));
        tryVerify(() => rows() !== null);
        mouseClick(item("Back to the chat"));
        tryVerify(() => rows() === null);
    }

    function test_loadByKeyboard() {
        openLibrary({}, 1360, 860);
        keyClick(Qt.Key_Down); // from the field into the list
        tryVerify(() => rows().activeFocus);
        compare(rows().currentIndex, 0);
        tryCompare(app.plan, "title", "Llama-3.2-3b-Q6_K");
        keyClick(Qt.Key_Down);
        tryCompare(app.plan, "title", "qwen2.5-coder-7b-Q4_K_M");
        keyClick(Qt.Key_Return);
        tryVerify(() => app.models.ready);
        verify(app.models.filePath.endsWith("qwen2.5-coder-7b-Q4_K_M.gguf"));
        tryVerify(() => rows() === null && input().activeFocus); // back in the chat
    }

    function test_loadByMouse() {
        openLibrary({}, 1360, 860);
        mouseClick(item("Llama-3.2-3b-Q6_K"));
        tryCompare(app.plan, "state", LoadPlan.Ready);
        verify(item("It fits."));
        mouseClick(item("Load"));
        tryVerify(() => app.models.ready);
        verify(app.models.filePath.endsWith("Llama-3.2-3b-Q6_K.gguf"));
        mouseClick(item("Models"));
        tryVerify(() => item("Loaded"));
        tryCompare(app.plan, "loaded", true);
    }

    function test_brokenFileSaysWhy() {
        openLibrary({}, 1360, 860);
        mouseClick(item("broken"));
        tryCompare(app.plan, "state", LoadPlan.Broken);
        verify(item(app.plan.problem.title));
        verify(item(app.plan.problem.text));
        compare(app.find("Load"), null);
    }

    function test_filterAndOrder() {
        openLibrary({}, 1360, 860);
        for (const key of "qwen 14")
            keyClick(key);
        tryCompare(rows(), "count", 1);
        keyClick(Qt.Key_Escape); // first the words, then the page
        tryCompare(rows(), "count", 4);
        verify(rows() !== null);
        app.library.order = LibraryView.Size;
        compare((rows().itemAtIndex(0) as Item).Accessible.name, "qwen2.5-coder-14b-Q4_K_M");
        for (const key of "zzz")
            keyClick(key);
        tryVerify(() => app.find("No model has all these words.") !== null);
    }

    function test_choicesByKeyboard() {
        openLibrary({}, 1360, 860);
        mouseClick(item("Llama-3.2-3b-Q6_K"));
        tryCompare(app.plan, "state", LoadPlan.Ready);
        compare(app.plan.choices.automatic, true);
        const slider = findChild(window.contentItem, "planContext") as Item;
        slider.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Home);
        tryVerify(() => app.plan.choices.contextSize === 2048);
        compare(app.plan.choices.automatic, false);
        keyClick(Qt.Key_Right);
        tryVerify(() => app.plan.choices.contextSize === 4096);
        const automatic = findChild(window.contentItem, "planAutomatic") as Item;
        automatic.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Space);
        tryVerify(() => app.plan.choices.automatic === true);
        const threads = findChild(window.contentItem, "planThreads") as Item;
        threads.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Up);
        tryVerify(() => app.plan.choices.threads === 1);
        mouseClick(item("Back to automatic"));
        tryCompare(app.plan, "chosen", false);
        compare(app.plan.choices.threads, 0);
    }

    function test_sliderByMouse() {
        openLibrary({}, 1360, 860);
        mouseClick(item("Llama-3.2-3b-Q6_K"));
        tryCompare(app.plan, "state", LoadPlan.Ready);
        const slider = findChild(window.contentItem, "planContext") as Item;
        waitForPolish(window);
        mouseClick(slider, slider.width - 4, slider.height / 2);
        tryVerify(() => app.plan.choices.contextSize === 131072);
        mouseClick(slider, 4, slider.height / 2);
        tryVerify(() => app.plan.choices.contextSize === 2048);
    }

    function test_tooLargeIsOfferedAnyway() {
        openLibrary({availableMemory: 6e9}, 1360, 860);
        mouseClick(item("qwen2.5-coder-14b-Q4_K_M"));
        tryCompare(app.plan, "fit", LoadPlan.TooLarge);
        mouseClick(item("Load anyway"));
        tryVerify(() => app.models.ready);
    }

    function test_errorLeadsToThePlan() {
        open({libraryFiles: files, availableMemory: 6e9}, 1360, 860);
        app.models.openPath(app.libraryPath("qwen2.5-coder-14b-Q4_K_M.gguf"));
        tryVerify(() => app.models.hasError);
        mouseClick(item("See what would fit…"));
        tryVerify(() => rows() !== null);
        tryCompare(app.plan, "state", LoadPlan.Ready);
        verify(app.plan.path.endsWith("14b-Q4_K_M.gguf"));
        verify(!app.models.hasError);
        keyClick(Qt.Key_Escape);
        tryVerify(() => rows() === null);
    }

    function test_errorLeadsToTheFileDialog() {
        open({}, 1360, 860);
        app.models.open("https://example.invalid/model.gguf");
        tryVerify(() => app.models.hasError);
        mouseClick(item("Choose another file…"));
        const dialog = findChild(window, "openModelDialog");
        tryVerify(() => dialog.visible);
        dialog.reject();
    }

    function test_metadata() {
        openLibrary({}, 1360, 860);
        mouseClick(item("Llama-3.2-3b-Q6_K"));
        tryCompare(app.plan, "state", LoadPlan.Ready);
        mouseClick(item("Metadata…"));
        const search = () => findChild(window, "metadataSearch") as Item;
        tryVerify(() => search()?.activeFocus ?? false);
        const keys = findChild(window, "metadataList") as ListView;
        tryVerify(() => keys.count > 8);
        compare(app.inaccessible().join("\n"), "");
        for (const key of "chat_template")
            keyClick(key);
        tryCompare(keys, "count", 1);
        keyClick(Qt.Key_Down);
        tryVerify(() => keys.activeFocus);
        const before = keys.currentItem.height;
        keyClick(Qt.Key_Return); // all of it
        tryVerify(() => keys.currentItem.height > before);
        keyClick(Qt.Key_C);
        tryVerify(() => app.clipboard().endsWith("{%- endfor %}"));
        mouseClick(item("Tensors (0)"));
        search().forceActiveFocus();
        keyClick(Qt.Key_A, Qt.ControlModifier);
        for (const key of "blk.7.attn_q")
            keyClick(key);
        const tensors = findChild(window, "tensorList") as ListView;
        tryCompare(tensors, "count", 1);
        mouseClick(item("Copy all of it"));
        tryVerify(() => app.clipboard().includes("blk.0.attn_q.weight"));
        keyClick(Qt.Key_Escape);
        tryVerify(() => app.find("Copy all of it") === null);
        verify(rows() !== null); // the page stays
    }

    function test_places() {
        openLibrary({}, 1360, 860);
        mouseClick(item("Where models are looked for"));
        verify(item("LM Studio"));
        verify(item("4 models"));
        mouseClick(item("Add a folder…"));
        const dialog = () => findChild(window, "addFolderDialog");
        tryVerify(() => dialog()?.visible ?? false);
        dialog().reject();
        compare(app.inaccessible().join("\n"), "");
    }

    function test_pickerByKeyboard() {
        open({libraryFiles: files}, 1360, 860);
        keyClick(Qt.Key_M, Qt.ControlModifier | Qt.ShiftModifier);
        const field = () => findChild(window, "pickerField") as Item;
        tryVerify(() => field()?.activeFocus ?? false);
        tryVerify(() => app.library.searched);
        const list = findChild(window, "pickerList") as ListView;
        tryCompare(list, "count", 3); // not the broken one
        for (const key of "llama")
            keyClick(key);
        tryCompare(list, "count", 1);
        keyClick(Qt.Key_Return);
        tryVerify(() => app.models.ready);
        verify(app.models.filePath.endsWith("Llama-3.2-3b-Q6_K.gguf"));
        tryVerify(() => input().activeFocus);
    }

    function test_switchesInTheMiddleOfAChat() {
        openReady({libraryFiles: files, answers: ["one", "two"]}, 1360, 860);
        ask("first");
        tryVerify(() => app.chat.current.phase === ChatPhase.Idle);
        keyClick(Qt.Key_M, Qt.ControlModifier | Qt.ShiftModifier);
        tryVerify(() => app.library.searched);
        for (const key of "llama")
            keyClick(key);
        keyClick(Qt.Key_Return);
        tryVerify(() => app.models.filePath.endsWith("Llama-3.2-3b-Q6_K.gguf"));
        compare(app.chat.current.messages.count, 2);
        ask("second");
        tryCompare(app.chat.current.messages, "count", 4);
        tryVerify(() => app.chat.current.phase === ChatPhase.Idle);
    }

    function test_narrowShowsOneAfterTheOther() {
        openLibrary({}, 460, 700);
        compare(app.find("Load"), null);
        mouseClick(item("Llama-3.2-3b-Q6_K"));
        mouseClick(item("Load"));
        tryVerify(() => app.models.ready);
        keyClick(Qt.Key_M, Qt.ControlModifier);
        tryVerify(() => app.find("Loaded") !== null); // the loaded one is shown first
        mouseClick(item("Back to the list"));
        tryVerify(() => app.find("Loaded") === null);
        compare(app.inaccessible().join("\n"), "");
    }

    function test_asleep() {
        openReady({answers: ["awake"]}, 1360, 860);
        const name = app.models.name;
        app.models.sleep();
        tryVerify(() => app.models.asleep);
        verify(item("Asleep; wakes with the next message"));
        compare(app.models.name, name);
        ask("hello?");
        tryVerify(() => app.models.ready);
        tryVerify(() => app.chat.current.phase === ChatPhase.Idle);
    }

    function test_firstStartKnowsWhatIsThere() {
        open({libraryFiles: files}, 1360, 860);
        tryVerify(() => app.library.searched);
        mouseClick(item("4 models are on this computer already"));
        tryVerify(() => rows() !== null);
    }
}
