// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Find in this chat: what is found is marked and scrolled to, also within one long answer, folded code and wide tables.
import QtQuick
import QtTest
import Vibrant.Core

AppTestCase {
    name: "Find"

    // The marks that hold the current place, in view.
    function current(): Item {
        let holder = null;
        tryVerify(() => {
            holder = ChatFinder.holder;
            if (holder === null || holder.currentRect.width === 0)
                return false;
            const place = holder.mapToItem(list(), holder.currentRect);
            return place.top >= 0 && place.bottom <= list().height;
        }, 3000, "the place is not in view: " + [ChatFinder.current, ChatFinder.count, ChatFinder.block, ChatFinder.offset, holder, holder?.currentRect]);
        return holder;
    }

    function search(text: string): void {
        keyClick(Qt.Key_F, Qt.ControlModifier);
        const field = findChild(window.contentItem, "findField");
        verify(field.activeFocus);
        field.text = text;
    }

    function test_walksThroughOneLongAnswer() {
        const paragraph = "Some words that fill a line or two, so that this takes room on the screen. ".repeat(12);
        const parts = [];
        for (let i = 0; i < 12; ++i)
            parts.push(paragraph + "The n**eed**le is here.");
        openReady({answers: [parts.join("\n\n")]}, 1000, 700);
        ask("Where is it?");
        tryVerify(() => app.chat.current.phase === ChatPhase.Idle);
        search("needle");
        compare(ChatFinder.count, 12);
        compare(ChatFinder.current, 12);
        let holder = current();
        compare(holder.count, 1);
        // The marks lie on the word.
        const edit = holder.edit;
        const word = edit.positionToRectangle(holder.current);
        fuzzyCompare(holder.currentRect.x + holder.x, word.x, 1);
        verify(Math.abs(holder.currentRect.y + holder.y - word.y) < word.height);
        compare(edit.getText(holder.current, holder.current + 6), "needle");
        const seen = [];
        for (let i = 1; i <= 12; ++i) {
            keyClick(Qt.Key_Return);
            compare(ChatFinder.current, i);
            holder = current();
            compare(ChatFinder.block, i - 1);
            seen.push(list().contentY);
        }
        for (let i = 1; i < 12; ++i)
            verify(seen[i] >= seen[i - 1]);
        verify(seen[11] > seen[0] + 3 * list().height); // it moved, although it is one message
        keyClick(Qt.Key_Return, Qt.ShiftModifier);
        compare(ChatFinder.current, 11);
        current();
        // Nothing is marked when the bar is closed.
        keyClick(Qt.Key_Escape);
        compare(ChatFinder.count, 0);
        tryVerify(() => findChild(list(), "foundWords") === null);
    }

    function test_foldedCodeAndWideLines() {
        const lines = [];
        for (let i = 0; i < 120; ++i)
            lines.push("value" + i + " = compute(" + i + ")");
        lines[110] = " ".repeat(300) + "needle()";
        openReady({answers: ["Before.\n\n```python\n" + lines.join("\n") + "\n```\n\nAfter."]}, 1000, 700);
        ask("Code, please");
        tryVerify(() => app.chat.current.phase === ChatPhase.Idle);
        search("needle()");
        compare(ChatFinder.count, 1);
        const holder = current();
        const place = holder.mapToItem(list(), holder.currentRect);
        verify(place.right < list().width); // scrolled sideways too
        compare(holder.edit.getText(holder.current, holder.current + 8), "needle()");
    }

    function test_theUsersOwnWords() {
        openReady({answers: ["Yes."]}, 1000, 700);
        ask("First line.\n".repeat(60) + "The needle at the end.");
        tryVerify(() => app.chat.current.phase === ChatPhase.Idle);
        search("needle");
        compare(ChatFinder.row, 0);
        compare(current().edit.getText(current().current, current().current + 6), "needle"); // unfolded
        search("yes");
        compare(ChatFinder.row, 1);
        current();
    }
}
