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
        Sparkline {
            id: line

            width: 200
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
                {tag: "nothing", values: [], points: 0},
                {tag: "one", values: [5], points: 1},
                {tag: "zeros", values: [0, 0, 0], points: 3},
                {tag: "rising", values: [1, 2, 3, 4], points: 4},
                {tag: "long", values: Array.from({length: 120}, (_, i) => i % 7), points: 120}
            ];
        }

        function test_sparkline(row) {
            line.values = row.values;
            compare(line.points.length, row.points);
            for (const point of line.points) {
                verify(point.x >= 0 && point.x <= line.width);
                verify(point.y >= 0 && point.y <= line.height);
            }
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
