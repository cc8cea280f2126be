// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Fonts by role. The families are the first of our preferences that is installed, else the desktop's own; figures are
// tabular everywhere, so that a running number never shakes its line.
pragma Singleton

import QtQuick

QtObject {
    id: root

    // The user's zoom, 1 = the sizes of the design.
    property real scale: 1
    // The user's fonts; empty, or not installed = ours. Sizes in px at zoom 1.
    property string chosenTextFamily
    property string chosenCodeFamily
    property int textSize: 14
    property int codeSize: 13

    readonly property string textFamily: firstInstalled([chosenTextFamily, "Inter", "Inter Variable"], Application.font.family)
    readonly property string codeFamily: firstInstalled([chosenCodeFamily, "JetBrains Mono", "Noto Sans Mono", "DejaVu Sans Mono"], "monospace")

    // Factors on the font's own line spacing, which differs from family to family; the design gives them on the size.
    readonly property real headingLineHeight: Math.max(1, 1.3 * body.pixelSize / bodyMetrics.lineSpacing)
    readonly property real bodyLineHeight: Math.max(1, 1.55 * body.pixelSize / bodyMetrics.lineSpacing)
    readonly property FontMetrics bodyMetrics: FontMetrics {
        font: root.body
    }
    readonly property real codeLinePitch: Math.round(1.55 * code.pixelSize)

    readonly property font body: role(14, Font.Normal)
    readonly property font bodyStrong: role(14, Font.DemiBold)
    readonly property font control: role(13, Font.Medium)
    readonly property font controlStrong: role(13, Font.DemiBold)
    readonly property font caption: role(12, Font.Normal)
    readonly property font captionStrong: role(12, Font.DemiBold)
    readonly property font title: role(15, Font.DemiBold)
    readonly property font heading1: role(22, Font.DemiBold)
    readonly property font heading2: role(18, Font.DemiBold)
    readonly property font heading3: role(15, Font.DemiBold)
    readonly property font hero: role(26, Font.DemiBold)
    readonly property font figure: role(34, Font.DemiBold)
    readonly property font figureIdle: role(34, Font.Light)
    readonly property font code: Qt.font({
        family: root.codeFamily,
        pixelSize: Math.round((root.codeFamily === "JetBrains Mono" || root.chosenCodeFamily.length > 0 ? root.codeSize : root.codeSize * 12 / 13) * root.scale),
        fixedPitch: true,
        // Code is shown character by character: no ligatures.
        features: {
            calt: 0,
            liga: 0
        }
    })

    function heading(level: int): font {
        return level <= 1 ? heading1 : level === 2 ? heading2 : heading3;
    }

    function role(pixels: int, weight: int): font {
        return Qt.font({
            family: root.textFamily,
            pixelSize: Math.round(pixels * root.scale * root.textSize / 14),
            weight: weight,
            features: {
                tnum: 1
            }
        });
    }

    function firstInstalled(preferred: list<string>, otherwise: string): string {
        const installed = Qt.fontFamilies();
        return preferred.find(family => installed.includes(family)) ?? otherwise;
    }
}
