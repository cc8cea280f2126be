// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The line icons of the window as SVG path data on a 16 x 16 grid, drawn with a 1.5 px round stroke.
pragma Singleton

import QtQuick

QtObject {
    readonly property string back: "M9.8 3.5L5.3 8l4.5 4.5"
    readonly property string forward: "M6.2 3.5L10.7 8l-4.5 4.5"
    readonly property string plus: "M8 3v10M3 8h10"
    readonly property string menu: "M2.5 4.5h11M2.5 8h11M2.5 11.5h11"
    readonly property string more: "M2.8 8a.6.6 0 1 0 1.2 0a.6.6 0 1 0-1.2 0M7.4 8a.6.6 0 1 0 1.2 0a.6.6 0 1 0-1.2 0M12 8a.6.6 0 1 0 1.2 0a.6.6 0 1 0-1.2 0"
    readonly property string close: "M4 4l8 8M12 4l-8 8"
    readonly property string check: "M3 8.5l3.2 3.2L13 4.8"
    readonly property string copy: "M7 5.5h5A1.5 1.5 0 0 1 13.5 7v5a1.5 1.5 0 0 1-1.5 1.5H7A1.5 1.5 0 0 1 5.5 12V7A1.5 1.5 0 0 1 7 5.5zM3.5 10.5a1 1 0 0 1-1-1V4A1.5 1.5 0 0 1 4 2.5h5.5a1 1 0 0 1 1 1"
    readonly property string refresh: "M13 8a5 5 0 1 1-1.46-3.54L13 6M13 2.8V6H9.8"
    readonly property string folder: "M2.5 12V4.5a1 1 0 0 1 1-1h3l1.5 1.8h4.5a1 1 0 0 1 1 1V12a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1z"
    readonly property string eject: "M3.5 9L8 4l4.5 5zM3.5 12.2h9"
    readonly property string arrowUp: "M8 13V3M3.8 7.2L8 3l4.2 4.2"
    readonly property string arrowDown: "M8 3v10M3.8 8.8L8 13l4.2-4.2"
    readonly property string stop: "M5 4h6a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1z"
    readonly property string warning: "M7.1 3.2a1 1 0 0 1 1.8 0l4.9 8.6a1 1 0 0 1-.9 1.5H3.1a1 1 0 0 1-.9-1.5zM8 6.6v2.8M8 11.3h.02"
    readonly property string info: "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 7.6V11M8 5.1h.02"
    readonly property string sun: "M8 10.8a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6zM8 1.6v1.1M8 13.3v1.1M1.6 8h1.1M13.3 8h1.1M3.5 3.5l.8.8M11.7 11.7l.8.8M3.5 12.5l.8-.8M11.7 4.3l.8-.8"
    readonly property string moon: "M13.2 9.6A5.4 5.4 0 1 1 6.4 2.8a4.3 4.3 0 0 0 6.8 6.8z"
    readonly property string display: "M3.5 3h9a1 1 0 0 1 1 1v5.5a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1zM8 10.5V13M5.5 13.2h5"
    readonly property string keyboard: "M3 4h10a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1zM4.8 6.8h.02M7 6.8h.02M9.2 6.8h.02M11.3 6.8h.02M5.4 9.4h5.2"
    readonly property string cube: "M8 1.9l5.3 3v6.2L8 14.1l-5.3-3V4.9zM2.8 5L8 8l5.2-3M8 8v6"
    readonly property string drop: "M8 2.3v7.2M4.8 6.4L8 9.6l3.2-3.2M2.5 10.5v2a1 1 0 0 0 1 1h9a1 1 0 0 0 1-1v-2"
    readonly property string panel: "M3.5 3h9a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1zM10 3v10"
    readonly property string motion: "M2.5 5.5c1.8-1.6 3.7-1.6 5.5 0s3.7 1.6 5.5 0M2.5 10.5c1.8-1.6 3.7-1.6 5.5 0s3.7 1.6 5.5 0"
    readonly property string code: "M5.5 4.5L2 8l3.5 3.5M10.5 4.5L14 8l-3.5 3.5"
    readonly property string flask: "M6.3 2.3h3.4M7 2.3v4L3.4 12a1 1 0 0 0 .9 1.6h7.4a1 1 0 0 0 .9-1.6L9 6.3v-4M5.2 9.6h5.6"
    readonly property string book: "M8 4.2C6.6 3.2 4.7 2.9 2.5 3v9.4c2.2-.1 4.1.2 5.5 1.2 1.4-1 3.3-1.3 5.5-1.2V3c-2.2-.1-4.1.2-5.5 1.2zM8 4.2v9.4"
    readonly property string quit: "M6.5 2.5h-3a1 1 0 0 0-1 1v9a1 1 0 0 0 1 1h3M10 11.2L13.2 8 10 4.8M13 8H6.2"
    readonly property string minus: "M3 8h10"
    readonly property string chevron: "M4.5 6.5L8 10l3.5-3.5"
    readonly property string search: "M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM10.4 10.4L13.5 13.5"
    readonly property string settings: "M2.5 4.5h6M11.5 4.5h2M10 3v3M2.5 11.5h2M7.5 11.5h6M6 10v3M2.5 8h8M13 8h.5M11.8 6.5v3"
    readonly property string wrap: "M2.5 4h11M2.5 8h8.2a2.4 2.4 0 0 1 0 4.8H8.5M10 11L8.2 12.8 10 14.5M2.5 12h3"
    readonly property string compare: "M3.5 2.5h3a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1h-3a1 1 0 0 1-1-1v-9a1 1 0 0 1 1-1zM10.5 3.5H12a1.5 1.5 0 0 1 1.5 1.5v6a1.5 1.5 0 0 1-1.5 1.5h-1.5M4.2 6h1.6M4.2 8.5h1.6"
    readonly property string save: "M8 2.5v7M5 6.8L8 9.6l3-2.8M3 11.5v1a1 1 0 0 0 1 1h8a1 1 0 0 0 1-1v-1"
    readonly property string unfold: "M5 5.5L8 2.5l3 3M5 10.5l3 3 3-3"
    readonly property string chevronDown: "M4.5 6.5L8 10l3.5-3.5"
    readonly property string chevronRight: "M6.5 4.5L10 8l-3.5 3.5"
    readonly property string attach: "M12.8 7.6l-4.9 4.9a3 3 0 0 1-4.3-4.3l5.2-5.1a2 2 0 0 1 2.9 2.9l-5 5a1 1 0 0 1-1.5-1.5l4.4-4.4"
    readonly property string file: "M4.5 2.5h4.2l3.3 3.3v6.7a1 1 0 0 1-1 1H4.5a1 1 0 0 1-1-1v-9a1 1 0 0 1 1-1zM8.5 2.7V6h3.3"
    readonly property string files: "M5.5 4.5h3.7l2.8 2.8v5.2a1 1 0 0 1-1 1H5.5a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1zM9 4.7V7.5h2.8M6.5 2.5h3.7l2.8 2.8"
    readonly property string command: "M3.5 5.5L6.5 8l-3 2.5M8.5 11h4"
}
