// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What an answer can hold besides text and code: thinking, formulas, links; and its source.
import QtQuick
import QtTest
import Vibrant.Core
import Vibrant.Theme

AppTestCase {
    name: "Blocks"

    function show(markdown: string, width: int): void {
        openReady({answers: [markdown]}, width, 900);
        ask("q");
        tryVerify(() => app.chat.current.phase === ChatPhase.Idle);
    }

    function test_thinkingIsFolded_data() {
        return [{tag: "mouse", byMouse: true}, {tag: "keyboard", byMouse: false}];
    }

    function test_thinkingIsFolded(data) {
        show("<think>\nFirst I **weigh** it.\n\n```py\nx = 1\n```\n</think>\n\nThe answer.", 1200);
        verify(item("The answer."));
        compare(app.find("First I weigh it."), null);
        compare(app.find("Code block, Python"), null);
        const head = item("Thoughts");
        if (data.byMouse) {
            mouseClick(head);
        } else {
            head.forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Space);
        }
        verify(item("First I weigh it."));
        verify(item("Code block, Python"));
        mouseClick(item("Thoughts"));
        tryVerify(() => app.find("First I weigh it.") === null);
    }

    function test_thinkingWhileItLasts() {
        openReady({answers: ["<think>\nhmm, well, so\n</think>\ndone"], holdAfterTokens: 5}, 1200, 900);
        ask("q");
        verify(item("Thinking…"));
        app.release();
        tryVerify(() => app.chat.current.phase === ChatPhase.Idle);
        verify(item("Thoughts"));
        verify(item("done"));
    }

    function test_formulas() {
        show("The sum $x_1^2$ is \\(\\frac{a}{b}\\).\n\n\\[\n\\alpha \\le \\beta\n\\]\n\nIt costs $5 and $10.", 1200);
        verify(item("The sum x₁² is a/b."));
        verify(item("Formula: α ≤ β"));
        verify(item("It costs $5 and $10."));
    }

    function test_linkThatSaysWhereItLeads() {
        show("See https://vibrant.invalid/docs for more.", 1200);
        const link = item("https://vibrant.invalid/docs");
        link.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Return);
        compare(app.openedAddresses(), ["https://vibrant.invalid/docs"]);
    }

    function test_linkThatSurprises_data() {
        return [{tag: "mouse", byMouse: true}, {tag: "keyboard", byMouse: false}];
    }

    function test_linkThatSurprises(data) {
        show("Go to [https://bank.invalid](https://evil.invalid/x?y=1) now.", 1200);
        const link = item("https://bank.invalid");
        if (data.byMouse) {
            mouseClick(link);
        } else {
            link.forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Return);
        }
        verify(item("Open this link?"));
        verify(item("evil.invalid"));
        verify(item("https://evil.invalid/x?y=1"));
        compare(app.openedAddresses(), []);
        keyClick(Qt.Key_Escape);
        tryVerify(() => app.find("Open this link?") === null);
        compare(app.openedAddresses(), []);
        mouseClick(link);
        mouseClick(item("Copy address"));
        compare(app.clipboard(), "https://evil.invalid/x?y=1");
        tryVerify(() => item("Open").activeFocus);
        keyClick(Qt.Key_Return);
        compare(app.openedAddresses(), ["https://evil.invalid/x?y=1"]);
    }

    function test_refusedLinksAreText() {
        show("A [file](file:///etc/passwd) and a [script](javascript:alert(1)).", 1200);
        verify(item("A file and a script."));
        compare(app.find("file"), null);
        compare(app.find("script"), null);
    }

    function test_imagesAreText() {
        show("![a cat](https://pictures.invalid/cat.png)", 1200);
        verify(item("a cat (https://pictures.invalid/cat.png)"));
        mouseClick(item("https://pictures.invalid/cat.png"));
        compare(app.openedAddresses(), ["https://pictures.invalid/cat.png"]);
    }

    function test_source() {
        show("# Title\n\nSome **bold** text.", 1200);
        verify(item("Some bold text."));
        mouseClick(item("More about this answer"));
        mouseClick(item("Show source"));
        const source = findChild(item("Source of the message").parent, "codeEdit") ?? item("Source of the message");
        compare(source.text, "# Title\n\nSome **bold** text.");
        compare(app.find("Some bold text."), null);
        item("More about this answer").forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Return);
        mouseClick(item("Show formatted"));
        verify(item("Some bold text."));
    }

    function test_everythingCanBeReached() {
        show("<think>\nhm\n</think>\n\n[a](https://b.invalid)\n\n```py\nx\n```", 420);
        mouseClick(item("Thoughts"));
        compare(app.inaccessible(), []);
    }
}
