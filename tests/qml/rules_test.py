#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT
"""The rules of qml/ that qmllint has no word for (which folder may use which is in tests/repo/dependencies.py). Each failure is
one line `file:line: problem`; exit code 1 if any."""

import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
QML = ROOT / "qml"
MOST_LINES = 200

COMMENT = re.compile(r"//[^\n]*")
STRING = re.compile(r'"(?:\\.|[^"\\\n])*"')
COLOUR = re.compile(r'"#[0-9A-Fa-f]{3,8}"|Qt\.(?:rgba|hsla|hsva)\(|color: "(?!transparent")\w+"')
# Items that lay out text; in any format but plain, model names and answers would be markup. (TextInput and TextField know
# no other format.)
TEXT_ITEM = re.compile(r"^\s*((?:T\.)?(?:Text|TextEdit|TextArea))\s*\{", re.MULTILINE)
PLAIN = re.compile(r"\btextFormat: (?:Text|TextEdit)\.PlainText\b")
# They load what they are told to; nothing of the window comes from a picture file.
FORBIDDEN_ITEM = re.compile(r"^\s*(Image|AnimatedImage|BorderImage|VectorImage|WebView|SvgImage)\s*\{", re.MULTILINE)
# A wish goes up by the action table (ActionModel), not from hand to hand; a part may tell the one it stands in.
WISH_HANDLER = re.compile(r"\bon[A-Z]\w*Requested\b(?:\(\S*\)(?:: \w+)? *(?=\{)|:)")
WISH = re.compile(r"\b\w+Requested\(")
TRANSLATED = re.compile(r"qsTr\((\s*\"(?:\\.|[^\"\\\n])*\")\s*(.)")

def line_of(source, offset):
    return source.count("\n", 0, offset) + 1


def body(source, opening):
    """The text between a brace and the one that closes it, without what deeper braces hold."""
    depth, found = 0, []
    for character in source[opening:]:
        depth += (character == "{") - (character == "}")
        if depth == 0:
            break
        if depth == 1:
            found.append(character)
    return "".join(found)


def handler(source, start):
    """What stands after `onSomething:`, to the end of its line or of its braces."""
    line = source[start:].split("\n", 1)[0]
    if not line.rstrip().endswith("{"):
        return line
    depth = 0
    for offset, character in enumerate(source[start:]):
        depth += (character == "{") - (character == "}")
        if depth == 0 and character == "}":
            return source[start:start + offset]
    return source[start:]


def problems(path, source):
    code = COMMENT.sub(lambda match: " " * len(match.group()), source)
    bare = STRING.sub(lambda match: '"' + " " * (len(match.group()) - 2) + '"', code)
    folder = path.relative_to(QML).parts[0]
    if len(source.splitlines()) > MOST_LINES:
        yield 1, f"more than {MOST_LINES} lines: split it"
    if folder != "theme":
        for match in COLOUR.finditer(code):
            yield line_of(code, match.start()), f"a colour by value, {match.group()}: name it in theme/Theme.qml"
    for match in TEXT_ITEM.finditer(bare):
        if not PLAIN.search(body(bare, match.end() - 1)):
            yield line_of(bare, match.start(1)), f"{match.group(1)} without PlainText"
    for match in FORBIDDEN_ITEM.finditer(bare):
        yield line_of(bare, match.start(1)), f"{match.group(1)}: the window draws its own pictures"
    for match in WISH_HANDLER.finditer(bare):
        if WISH.search(handler(bare, match.end())):
            yield line_of(bare, match.start()), "a wish is passed on: trigger an action of ActionModel"
    for match in TRANSLATED.finditer(code):
        if match.group(2) != ",":
            yield line_of(code, match.start()), "qsTr without a context for the translator"


def luminance(colour):
    channels = [int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    return sum(weight * (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4)
               for weight, c in zip((0.2126, 0.7152, 0.0722), channels))


def code_colours():
    """Our own colours of code are as they are meant on the ground that theme/Theme.qml gives code blocks: at least 4.5 : 1.
    (What another theme has below that is made stronger, see CodeHighlighter.)"""
    source = (QML / "theme" / "Theme.qml").read_text(encoding="utf-8")
    colour = r'"(#\w{6})"'
    for name, ground in zip(("light", "dark"), re.search(rf"color code: pick\({colour}, {colour},", source).groups()):
        path = ROOT / "resources" / "themes" / f"vibrant-{name}.theme"
        theme = json.loads(path.read_text(encoding="utf-8"))
        if theme["editor-colors"]["BackgroundColor"].upper() != ground.upper():
            yield f"{path.relative_to(ROOT)}: its BackgroundColor is not the ground of code, {ground}"
        for style, look in theme["text-styles"].items():
            bright, dim = sorted((luminance(look["text-color"]), luminance(ground)), reverse=True)
            ratio = (bright + 0.05) / (dim + 0.05)
            if ratio < 4.5:
                yield f"{path.relative_to(ROOT)}: {style} on code has {ratio:.2f} : 1, at least 4.5 is needed"


def self_check():
    """Each rule catches what it is for."""
    cases = {
        'Text { text: "a" }': "without PlainText",
        "Text {\n Item { textFormat: Text.PlainText }\n}": "without PlainText",
        'Rectangle { color: "#fff" }': "colour by value",
        'Rectangle { color: "red" }': "colour by value",
        'Label { text: qsTr("a") }': "context",
        "Image {}": "pictures",
        "A { onOpenRequested: root.openRequested() }": "passed on",
        "A { onOpenRequested: name => {\n root.close();\n root.wantRequested(name);\n}\n}": "passed on",
        "Connections { function onOpenRequested(): void {\n openRequested();\n} }": "passed on",
    }
    for source, expected in cases.items():
        found = [text for _, text in problems(QML / "components" / "X.qml", source)]
        assert any(expected in text for text in found), (source, found)
    assert not list(problems(QML / "X.qml", "A { onOpenRequested: dialog.open() }\nB { onClicked: root.openRequested() }"))
    assert not list(problems(QML / "X.qml", 'Text { textFormat: Text.PlainText; color: "transparent" } // "#fff"'))


def main():
    self_check()
    paths = sorted(QML.rglob("*.qml"))
    assert len(paths) > 40, "the folder qml/ is not where it should be"
    failed = [f"{path.relative_to(ROOT)}:{line}: {text}"
              for path in paths for line, text in problems(path, path.read_text(encoding="utf-8"))]
    failed += code_colours()
    print("\n".join(failed) or f"{len(paths)} files")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
