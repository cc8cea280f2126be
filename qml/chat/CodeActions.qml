// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What a code block deep in a conversation asks of the window.
pragma Singleton

import QtQuick

QtObject {
    signal compareRequested(name: string, text: string)
    signal filesRequested

    function compare(name: string, text: string): void {
        compareRequested(name, text);
    }

    function showFiles(): void {
        filesRequested();
    }
}
