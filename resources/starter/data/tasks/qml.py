# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT
"""Small QML components, linted."""
from ..task import snippet

COLORS = ["red", "green", "blue", "orange", "steelblue", "tomato", "gold", "teal"]
N = [100, 120, 150, 180, 200, 240, 300]


def q(id, does, body, imports=("QtQuick",), note="", **vary):
    used = {k: v for k, v in {"C": COLORS, "N": N, **vary}.items() if f"@{k}@" in body + does}
    snippet("qml", id, does, "".join(f"import {i}\n" for i in imports) + "\n" + body, None, note, **used)


CONTROLS, LAYOUTS = ("QtQuick", "QtQuick.Controls"), ("QtQuick", "QtQuick.Controls", "QtQuick.Layouts")
q("qml_rectangle", "shows a @C@ rectangle|draws a rectangle filled with @C@, @N@ pixels wide", 'Rectangle {\n    width: @N@\n    height: 100\n    color: "@C@"\n}')
q("qml_text", "shows a centered text|displays Hello in the middle of an item", 'Item {\n    width: @N@\n    height: 100\n\n    Text {\n        anchors.centerIn: parent\n        text: "Hello"\n    }\n}')
q("qml_button", "shows a button that counts its clicks|makes a button with a click counter", 'Button {\n    property int clicks: 0\n\n    text: "Clicked " + clicks + " times"\n    onClicked: clicks += 1\n}', CONTROLS)
q("qml_click_area", "changes the color of a rectangle when it is clicked|turns a rectangle @C@ on a click", 'Rectangle {\n    id: box\n    width: @N@\n    height: 100\n    color: "gray"\n\n    MouseArea {\n        anchors.fill: parent\n        onClicked: box.color = "@C@"\n    }\n}')
q("qml_circle", "draws a @C@ circle|shows a circle filled with @C@", 'Rectangle {\n    width: @N@\n    height: width\n    radius: width / 2\n    color: "@C@"\n}', note="A rectangle whose radius is half its width is a circle.")
q("qml_column", "arranges three texts in a column|puts three texts below each other", 'Column {\n    spacing: 8\n\n    Text { text: "One" }\n    Text { text: "Two" }\n    Text { text: "Three" }\n}')
q("qml_row", "arranges two buttons in a row|puts an OK and a Cancel button next to each other", 'Row {\n    spacing: 8\n\n    Button { text: "OK" }\n    Button { text: "Cancel" }\n}', CONTROLS)
q("qml_list", "shows a list of @K@ items|displays a ListView with @K@ rows", 'ListView {\n    width: 200\n    height: 300\n    model: @K@\n    delegate: Text {\n        required property int index\n        text: "Item " + index\n    }\n}', K=[5, 10, 20, 50, 100])
q("qml_slider", "shows a slider with its value|makes a slider from 0 to @K@ and a label with its value", 'Column {\n    Slider {\n        id: slider\n        from: 0\n        to: @K@\n    }\n    Label {\n        text: Math.round(slider.value)\n    }\n}', CONTROLS, K=[5, 10, 50, 100, 255])
q("qml_timer", "counts seconds with a timer|shows how many seconds have passed", 'Text {\n    id: label\n    property int seconds: 0\n    text: seconds + " s"\n\n    Timer {\n        interval: 1000\n        running: true\n        repeat: true\n        onTriggered: label.seconds += 1\n    }\n}')
q("qml_animation", "moves a @C@ square back and forth|animates a square without end", 'Rectangle {\n    width: 40\n    height: 40\n    color: "@C@"\n\n    SequentialAnimation on x {\n        loops: Animation.Infinite\n        NumberAnimation { to: 200; duration: 1000 }\n        NumberAnimation { to: 0; duration: 1000 }\n    }\n}')
q("qml_text_field", "greets the name typed into a text field|shows a text field and a greeting", 'Column {\n    TextField {\n        id: field\n        placeholderText: "Your name"\n    }\n    Label {\n        text: "Hello, " + field.text\n    }\n}', CONTROLS)
q("qml_checkbox", "shows a check box that enables a button|makes a button depend on a check box", 'Column {\n    CheckBox {\n        id: agree\n        text: "I agree"\n    }\n    Button {\n        text: "Continue"\n        enabled: agree.checked\n    }\n}', CONTROLS)
q("qml_window", "opens a window with a title|shows an application window titled @W@", 'ApplicationWindow {\n    width: 640\n    height: 480\n    visible: true\n    title: "@W@"\n}', CONTROLS, W=["Hello", "Notes", "Viewer", "My app"])
q("qml_grid", "arranges @K@ squares in a grid of three columns|shows a grid with @K@ cells", 'Grid {\n    columns: 3\n    spacing: 4\n\n    Repeater {\n        model: @K@\n        Rectangle {\n            width: 40\n            height: 40\n            color: "@C@"\n        }\n    }\n}', K=[6, 9, 12, 15])
q("qml_hover", "highlights a rectangle under the mouse|changes the color of a rectangle while the pointer is over it", 'Rectangle {\n    width: @N@\n    height: 50\n    color: hover.hovered ? "@C@" : "gray"\n\n    HoverHandler {\n        id: hover\n    }\n}')
q("qml_key", "moves a square with the arrow keys|reacts to the left and right keys", 'Rectangle {\n    width: 40\n    height: 40\n    color: "@C@"\n    focus: true\n    Keys.onLeftPressed: x -= 10\n    Keys.onRightPressed: x += 10\n}')
q("qml_layout", "puts a label and a text field into a row layout|lays out a label next to a field that fills the rest", 'RowLayout {\n    Label { text: "Name" }\n    TextField { Layout.fillWidth: true }\n}', LAYOUTS)
