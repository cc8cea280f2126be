// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

import QtQuick
import QtTest
import Vibrant.Components
import Vibrant.Theme

Item {
    id: root

    width: 400
    height: 400

    Column {
        width: 300

        GaugeBar {
            id: gauge

            width: 200
            name: "Gauge"
            value: 0
        }
        SegmentedBar {
            id: split

            width: 200
            name: "Split"
            values: []
            colors: [Theme.good, Theme.warning, Theme.danger]
            total: 1
        }
        Icon {
            id: icon

            path: Icons.plus
            color: "#ff0000"
        }
        Sparkline {
            id: line

            width: 40
            name: "Line"
            values: []
        }
        FigureRow {
            id: figure

            width: 200
            label: "Label"
            value: "1"
        }
        Banner {
            id: banner

            width: 300
            text: "text"
        }
    }

    TestCase {
        name: "Figures"
        when: windowShown

        function init() {
            failOnWarning(/.?/);
        }

        function test_gauge_data() {
            return [
                {tag: "empty", value: 0, indeterminate: false},
                {tag: "half", value: 0.5, indeterminate: false},
                {tag: "over", value: 1.7, indeterminate: false},
                {tag: "unknown", value: -1, indeterminate: true},
                {tag: "not a number", value: NaN, indeterminate: false}
            ];
        }

        function test_gauge(row) {
            gauge.value = row.value;
            compare(gauge.indeterminate, row.indeterminate);
            waitForRendering(gauge);
            for (const part of gauge.children)
                verify(!part.visible || part.width <= gauge.width, part);
        }

        function test_split_data() {
            return [
                {tag: "nothing", values: []},
                {tag: "one", values: [1]},
                {tag: "three", values: [0.5, 0.3, 0.2]},
                {tag: "a sliver", values: [0.999, 0.0005, 0.0005]},
                {tag: "all zero", values: [0, 0, 0]}
            ];
        }

        function test_split(row) {
            split.values = row.values;
            waitForRendering(split);
            compare(split.implicitHeight, Metrics.barHeight);
        }

        function test_sparkline_data() {
            return [
                {tag: "nothing", values: [], drawn: false},
                {tag: "one", values: [5], drawn: false},
                {tag: "zeros", values: [0, 0, 0], drawn: true},
                {tag: "rising", values: [1, 2, 3, 4], drawn: true},
                {tag: "not numbers", values: [1, NaN, Infinity, -4], drawn: true},
                {tag: "long", values: Array.from({length: 120}, (_, i) => i % 7), drawn: true}
            ];
        }

        function test_sparkline(row) {
            line.values = row.values;
            line.color = "#ff0000";
            tryVerify(() => hasInk(line, c => c.r > 0.9 && c.g < 0.2) === row.drawn);
        }

        // True if a pixel of the item satisfies the test.
        function hasInk(item, test): bool {
            const picture = grabImage(item);
            for (let y = 0; y < picture.height; ++y) {
                for (let x = 0; x < picture.width; ++x) {
                    if (test(picture.pixel(x, y)))
                        return true;
                }
            }
            return false;
        }

        function test_icon_data() {
            const rows = [];
            for (const name in Icons) {
                if (typeof Icons[name] === "string" && Icons[name].startsWith("M"))
                    rows.push({tag: name, path: Icons[name]});
            }
            return rows;
        }

        function test_icon(row) {
            icon.path = row.path;
            tryVerify(() => hasInk(icon, c => c.r > 0.7 && c.g < 0.5));
        }

        function test_figureRowKeepsItsWidth() {
            figure.label = "L".repeat(300);
            figure.value = "9".repeat(300);
            waitForRendering(figure);
            compare(figure.width, 200);
            for (const part of figure.children)
                verify(part.x + part.width <= 200.5, part);
        }

        function test_bannerGrowsWithItsText() {
            const before = banner.height;
            banner.text = "words ".repeat(60);
            tryVerify(() => banner.height > before);
            banner.text = "A".repeat(4000);
            waitForRendering(banner);
            verify(banner.height < 400);
        }
    }
}
