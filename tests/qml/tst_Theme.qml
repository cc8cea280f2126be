// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Contrast by WCAG 2.1: text 4.5 : 1, faint and graphical parts 3 : 1, in both schemes.
import QtQuick
import QtTest
import Vibrant.Theme

TestCase {
    id: root

    name: "Theme"

    function cleanup() {
        Theme.scheme = Qt.ColorScheme.Unknown;
        Typography.scale = 1;
        Metrics.reducedMotion = false;
    }

    function linear(channel: real): real {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    function luminance(c: color): real {
        return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
    }

    function contrast(a: color, b: color): real {
        const x = luminance(a);
        const y = luminance(b);
        return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
    }

    function pairs(): var {
        return [
            // ink, grounds it is used on, least contrast
            ["text", ["window", "side", "surface", "sunken", "accentSoft", "code", "codeHeader", "warningSoft", "dangerSoft"], 4.5],
            ["textMuted", ["window", "side", "surface", "sunken", "codeHeader", "warningSoft", "dangerSoft"], 4.5],
            ["accent", ["window", "side", "surface"], 4.5],
            ["accentInk", ["accent", "accentStrong"], 4.5],
            ["warning", ["window", "surface", "warningSoft"], 4.5],
            ["danger", ["window", "surface", "dangerSoft"], 4.5],
            ["good", ["window", "surface"], 4.5],
            ["window", ["text"], 4.5],
            // Decorative or large: line numbers, the rule under a table's header, the resting scroll bar.
            ["textFaint", ["window", "surface", "code"], 3],
            // Graphical: focus ring, gauges, icons on their grounds.
            ["accent", ["sunken"], 3],
            ["good", ["codeHeader"], 3],
            ["memoryWeights", ["surface"], 3],
            ["memoryKv", ["surface"], 3]
        ];
    }

    function test_contrast_data() {
        const rows = [];
        for (const scheme of [Qt.ColorScheme.Light, Qt.ColorScheme.Dark]) {
            for (const [ink, grounds, least] of pairs()) {
                for (const ground of grounds) {
                    rows.push({
                        tag: (scheme === Qt.ColorScheme.Dark ? "dark: " : "light: ") + ink + " on " + ground + ", " + least,
                        scheme: scheme,
                        ink: ink,
                        ground: ground,
                        least: least
                    });
                }
            }
        }
        return rows;
    }

    function test_contrast(row) {
        Theme.scheme = row.scheme;
        compare(Theme.dark, row.scheme === Qt.ColorScheme.Dark);
        const found = contrast(Theme[row.ink], Theme[row.ground]);
        verify(found >= row.least, row.tag + ": found " + found.toFixed(2));
    }

    function test_followsTheSystem() {
        compare(Theme.dark, Application.styleHints.colorScheme === Qt.ColorScheme.Dark);
    }

    function test_reducedMotion() {
        verify(Metrics.durationFade > 0);
        Metrics.reducedMotion = true;
        compare(Metrics.durationFade, 0);
        compare(Metrics.durationSlide, 0);
    }

    function test_zoom() {
        compare(Typography.body.pixelSize, 14);
        const pitch = Typography.codeLinePitch;
        Typography.scale = 2;
        compare(Typography.body.pixelSize, 28);
        verify(Typography.codeLinePitch > 1.9 * pitch);
    }

    function test_lineHeight() {
        // Whatever the family, lines stand about one and a half sizes apart.
        const pitch = Typography.bodyLineHeight * Typography.bodyMetrics.lineSpacing / Typography.body.pixelSize;
        verify(pitch > 1.4 && pitch < 1.7, pitch);
    }
}
