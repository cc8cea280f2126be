// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What a part deep in the chat asks of the window.
pragma Singleton

import QtQuick

QtObject {
    signal compareRequested(name: string, text: string)
    signal filesRequested
    signal fitRequested

    function compare(name: string, text: string): void {
        compareRequested(name, text);
    }

    function chooseWhatFits(): void {
        fitRequested();
    }

    function showFiles(): void {
        filesRequested();
    }
}
