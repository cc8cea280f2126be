// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Contrast by WCAG 2.1: text 4.5 : 1 (AA), faint and graphical parts 3 : 1, in both schemes; with high contrast 7 : 1 (AAA) and
// 4.5 : 1.
import QtQuick
import QtTest
import Vibrant.Theme

TestCase {
    id: root

    name: "Theme"

    function cleanup() {
        Theme.scheme = Qt.ColorScheme.Unknown;
        Theme.highContrast = false;
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

    // A translucent colour as it looks on its ground; with a second wash on top of that, if there is one.
    function ground(name: string): color {
        const [below, ...washes] = name.split(" + ");
        return washes.reduce((under, wash) => {
            const over = wash === "added" ? Qt.alpha(Theme.good, 0.32) : wash === "removed" ? Qt.alpha(Theme.danger, 0.28) : Theme[wash];
            return Qt.rgba(over.r * over.a + under.r * (1 - over.a), over.g * over.a + under.g * (1 - over.a), over.b * over.a + under.b * (1 - over.a), 1);
        }, Theme[below]);
    }

    function pairs(): var {
        const hovered = ["window + hover", "side + hover", "surface + hover", "sunken + hover"];
        const pressed = ["window + pressed", "side + pressed", "surface + pressed"];
        return [
            // ink, grounds it is used on, whether it is text: else faint, large or graphical
            ["text", ["window", "side", "surface", "sunken", "accentSoft", "code", "codeHeader", "warningSoft", "dangerSoft", "goodSoft"], true],
            ["text", [...hovered, ...pressed, "codeHeader + hover", "accentSoft + pressed", "dangerSoft + pressed", "warningSoft + pressed"], true],
            ["text", ["window + selection", "surface + selection", "accentSoft + selection", "code + selection"], true],
            // What is found in a chat.
            ["text", ["window + found", "window + foundCurrent", "code + found", "code + foundCurrent", "accentSoft + found", "accentSoft + foundCurrent"], true],
            ["textMuted", ["window + found", "window + foundCurrent"], true],
            // What is marked in a line of a comparison.
            ["text", ["goodSoft + added", "dangerSoft + removed"], true],
            ["textMuted", ["window", "side", "surface", "sunken", "accentSoft", "code", "codeHeader", "warningSoft", "dangerSoft", "goodSoft"], true],
            ["textMuted", [...hovered, ...pressed], true],
            ["accent", ["window", "side", "surface", "code", "dangerSoft", "surface + hover", "surface + pressed"], true],
            ["accentInk", ["accent", "accentStrong", "accent + hover", "accent + pressed"], true],
            ["warning", ["window", "surface", "warningSoft", "codeHeader"], true],
            ["danger", ["window", "side", "surface", "dangerSoft", "codeHeader", "window + hover"], true],
            ["good", ["window", "surface", "codeHeader", "dangerSoft"], true],
            ["window", ["text"], true],
            // Decorative or large: line numbers, the rule under a table's header, the resting scroll bar.
            ["textFaint", ["window", "surface", "code"], false],
            // Graphical: focus ring, gauges, icons on their grounds.
            ["accent", ["sunken", "codeHeader", "accentSoft"], false],
            ["good", ["sunken"], false],
            ["textMuted", ["codeHeader + pressed", "accentSoft + pressed", "sunken + pressed"], false],
            ["memoryWeights", ["surface"], false],
            ["memoryKv", ["surface"], false]
        ];
    }

    function test_contrast_data() {
        const rows = [];
        for (const high of [false, true]) {
            for (const scheme of [Qt.ColorScheme.Light, Qt.ColorScheme.Dark]) {
                for (const [ink, grounds, isText] of pairs()) {
                    // Also what is decorative becomes readable with high contrast.
                    const least = high ? (isText || ink === "textFaint" ? 7 : 4.5) : isText ? 4.5 : 3;
                    for (const ground of grounds) {
                        rows.push({
                            tag: (high ? "high " : "") + (scheme === Qt.ColorScheme.Dark ? "dark: " : "light: ") + ink + " on " + ground + ", " + least,
                            high: high,
                            scheme: scheme,
                            ink: ink,
                            ground: ground,
                            // What is only seen while a finger is down, or selected, need not reach the highest grade.
                            least: high && /pressed|selection|hover|added|removed/.test(ground) ? 4.5 : least
                        });
                    }
                }
            }
        }
        return rows;
    }

    function test_contrast(row) {
        Theme.scheme = row.scheme;
        Theme.highContrast = row.high;
        compare(Theme.dark, row.scheme === Qt.ColorScheme.Dark);
        const found = contrast(Theme[row.ink], ground(row.ground));
        verify(found >= row.least, row.tag + ": found " + found.toFixed(2));
    }

    // With high contrast also the edges of fields and cards are seen.
    function test_edgesWithHighContrast() {
        Theme.highContrast = true;
        for (const scheme of [Qt.ColorScheme.Light, Qt.ColorScheme.Dark]) {
            Theme.scheme = scheme;
            for (const ground of ["window", "side", "surface", "code"])
                verify(contrast(Theme.border, Theme[ground]) >= 3, ground);
        }
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
