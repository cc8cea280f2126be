// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// A test of the whole window on a fake engine; every QML warning is a failure.
import QtQuick
import QtTest
import Vibrant.Core
import Vibrant.Test

TestCase {
    id: root

    property TestApp app: null
    property Window window: null

    readonly property Component appComponent: Component {
        TestApp {}
    }

    when: windowShown
    visible: true

    function init() {
        // That one is Qt's own, at the end of a window that had an animation.
        failOnWarning(/^(?!QUnifiedTimer::stopAnimationDriver)/);
    }

    function cleanup() {
        window = null;
        app = null;
    }

    function open(options: var, width: int, height: int): void {
        app = createTemporaryObject(appComponent, root, options) as TestApp;
        window = app.openWindow(width, height);
        verify(window);
        tryVerify(() => window.active);
    }

    // With a model and, if there is a question, its answer under way or complete.
    function openReady(options: var, width: int, height: int): void {
        open(options, width, height);
        app.models.openPath(app.modelPath("model.gguf"));
        tryVerify(() => app.models.ready);
    }

    function ask(question: string): void {
        app.chat.composer.text = question;
        app.chat.send();
    }

    function item(name: string): Item {
        tryVerify(() => app.find(name) !== null, 2000, "nothing visible is called " + name);
        waitForPolish(window);
        const found = app.find(name);
        verify(found, "nothing visible is called " + name);
        return found;
    }

    // One that a view which follows an answer may still be moving: a click must not land where it was.
    function restingItem(name: string): Item {
        let last = NaN;
        tryVerify(() => {
            const before = last;
            last = app.find(name)?.mapToItem(null, 0, 0).y ?? NaN;
            return last === before;
        }, 5000, name + " does not come to rest");
        return item(name);
    }

    function input(): Item {
        return findChild(window.contentItem, "composerInput") as Item;
    }

    function list(): ListView {
        return item("Messages") as ListView;
    }
}
