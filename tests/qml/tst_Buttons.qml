// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Vibrant.Components
import Vibrant.Theme

Item {
    id: root

    width: 400
    height: 300

    Column {
        PrimaryButton {
            id: primary

            text: "Primary"
            hint: "Esc"
        }
        QuietButton {
            id: quiet

            text: "Quiet"
        }
        TextButton {
            id: textButton

            text: "Text"
        }
        IconButton {
            id: iconButton

            iconPath: Icons.copy
            tip: "Copy it"
        }
        TextInput {
            id: field

            activeFocusOnTab: true
            width: 100
        }
    }
    SignalSpy {
        id: clicks

        signalName: "clicked"
    }

    TestCase {
        name: "Buttons"
        when: windowShown

        function init() {
            failOnWarning(/.?/);
            field.forceActiveFocus();
        }

        function buttons_data() {
            return [
                {tag: "primary", button: primary},
                {tag: "quiet", button: quiet},
                {tag: "text", button: textButton},
                {tag: "icon", button: iconButton}
            ];
        }

        function watch(button) {
            clicks.target = button;
            clicks.clear();
        }

        function test_keys_data() {
            return buttons_data();
        }

        function test_keys(row) {
            watch(row.button);
            row.button.forceActiveFocus(Qt.TabFocusReason);
            verify(row.button.visualFocus);
            for (const key of [Qt.Key_Space, Qt.Key_Return, Qt.Key_Enter])
                keyClick(key);
            compare(clicks.count, 3);
        }

        function test_clickLeavesTheFocus_data() {
            return buttons_data();
        }

        function test_clickLeavesTheFocus(row) {
            watch(row.button);
            mouseClick(row.button);
            compare(clicks.count, 1);
            verify(field.activeFocus);
        }

        function test_disabled_data() {
            return buttons_data();
        }

        function test_disabled(row) {
            watch(row.button);
            row.button.enabled = false;
            mouseClick(row.button);
            compare(clicks.count, 0);
            row.button.enabled = true;
        }

        function test_targetSize_data() {
            return buttons_data();
        }

        function test_targetSize(row) {
            verify(row.button.width >= 24);
            verify(row.button.height >= 24);
        }

        function test_tabOrder() {
            primary.forceActiveFocus(Qt.TabFocusReason);
            for (const next of [quiet, textButton, iconButton, field]) {
                keyClick(Qt.Key_Tab);
                verify(next.activeFocus);
            }
            keyClick(Qt.Key_Tab, Qt.ShiftModifier);
            verify(iconButton.activeFocus);
        }

        function test_narrow() {
            quiet.width = 40;
            quiet.text = "A very long text on a very narrow button";
            waitForRendering(quiet);
            compare(quiet.width, 40);
            verify(quiet.contentItem.width <= 40);
            quiet.width = undefined;
            quiet.text = "Quiet";
        }
    }
}
