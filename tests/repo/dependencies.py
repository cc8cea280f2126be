# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT
"""Dependencies point one way: which folder may include what. The orders are those of engine/README.md and app/README.md."""

import re

# From the ground up; a room includes its own headers and those of lower floors, never of its own floor.
FLOORS = [
    {"base"},
    {"memory", "parallel", "profile"},
    {"quant"},
    {"kernels", "tensor"},
    {"ops", "cache", "gguf", "tuning"},
    {"model", "text", "sampling"},
    {"session"},
    {"cli"},
]
APP_FLOORS = [
    {"platform", "text"},
    {"values"},
    {"chats", "inference", "settings"},
    {"actions", "files", "documents"},
    {"library"},
    {"chat"},
    {"status"},
    {"window"},
]
# Which folder's types may be named in which; Main.qml belongs to the window.
QML_FLOORS = [
    {"theme"},
    {"components"},
    {"settings", "status"},
    {"chats", "library", "chat/code"},
    {"chat/message", "chat/composer"},
    {"chat"},
    {"window"},
]


def by_room(floors):
    return {room: number for number, rooms in enumerate(floors) for room in rooms}


FLOOR = by_room(FLOORS)
APP_FLOOR = by_room(APP_FLOORS)
QML_FLOOR = by_room(QML_FLOORS)

# Kernels get pointers, strides and row ranges: nothing of threads, mappings or counters reaches them.
ALLOWED_IN_KERNELS = {"base", "quant"}

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.MULTILINE)
QT = re.compile(r"^(Q[A-Zt]\w*(/.*)?|KSyntaxHighlighting/.*|KF\d/.*|q[a-z]+\.h)$")
# The room of plain text links none of them (QtQmlIntegration is a header of macros).
QT_QUICK = re.compile(r"^(QtQuick|QQuick|QSG|QtQml(?!Integration)|QQml|QJS)")
DOOR = "engine/engine.h"
# Rules of the engine about plain bytes, which the room of plain text shares: no model, no thread behind them.
SHARED_WITH_TEXT = {"engine/base/decoded_text.h"}

QML_IMPORT = re.compile(r"^import (Vibrant[\w.]*)", re.MULTILINE)
QML_MAY_IMPORT = {"theme": set(), "components": {"Vibrant.Theme"}}
# A type's name: not a member of another (FileDialog.SaveFile), not a part of a longer word.
QML_TYPE = re.compile(r"(?<![.\w])[A-Z]\w*")


def includes(source):
    """(line, how, what) of every #include; a commented one does not start its line with #."""
    return [(source.count("\n", 0, match.start()) + 1, match.group(1), match.group(2)) for match in INCLUDE.finditer(source)]


def problem_of(path, what):
    """Why the file at `path` may not include `what`, or None."""
    top, folder = path.parts[0], path.parts[1] if len(path.parts) > 2 else ""
    inner = re.match(r"engine/(\w+)/", what)
    if top == "engine":
        if QT.match(what):
            return "the engine knows no Qt"
        if what.startswith(("app/", "qml/", "tests/")):
            return "the engine knows nothing above it"
        if what == DOOR:
            return None if folder == "cli" else "only programs come in by the front door"
        if inner is None or folder == inner.group(1):
            return None
        below = inner.group(1)
        if below not in FLOOR:
            return f"engine/{below} has no floor in tests/repo/dependencies.py"
        if folder == "":
            return None  # engine.h shows what it likes
        if folder not in FLOOR:
            return f"engine/{folder} has no floor in tests/repo/dependencies.py"
        if FLOOR[below] >= FLOOR[folder]:
            return f"{folder} stands on floor {FLOOR[folder]}, {below} on floor {FLOOR[below]}"
        if folder == "kernels" and below not in ALLOWED_IN_KERNELS:
            return "kernels know neither threads nor mappings nor counters"
    if top == "app" and (inner := re.match(r"(\w+)/.*\.h$", what)) and inner.group(1) in APP_FLOOR:
        below = inner.group(1)
        if folder not in APP_FLOOR:
            return f"{path.parent} has no floor in tests/repo/dependencies.py"
        if folder != below and APP_FLOOR[below] >= APP_FLOOR[folder]:
            return f"{folder} stands on floor {APP_FLOOR[folder]}, {below} on floor {APP_FLOOR[below]}"
    if path.parts[:2] == ("app", "text") and QT_QUICK.match(what):
        return "the room of plain text knows no Qt Quick"
    if path.parts[:2] == ("app", "text") and what in SHARED_WITH_TEXT:
        return None
    if top in ("app", "qml") and what.startswith("engine/"):
        if path.parts[:2] != ("app", "inference"):
            return "only app/inference/ knows the engine"
        if what != DOOR:
            return f"the engine's door is {DOOR}"
    if top in ("app", "engine", "qml") and what.startswith("tests/"):
        return "the product knows no tests"
    return None


def problems(path, source):
    found = []
    for line, how, what in includes(source):
        problem = problem_of(path, what)
        if problem:
            found.append(f"{path}:{line}: includes {what}: {problem}")
        if what.startswith(("engine/", "tests/")) and how == "<":
            found.append(f"{path}:{line}: includes <{what}>: our own headers are quoted")
        if how == '"' and path.parts[0] == "engine" and "/" not in what and not what.endswith(".inc"):
            found.append(f"{path}:{line}: includes {what}: engine headers are named from the repository's root")
        if how == '"' and path.parts[0] == "app" and "/" not in what and not what.endswith(".moc"):
            found.append(f"{path}:{line}: includes {what}: the app's headers are named with their room")
    return found


def qml_room(path):
    """The room of a file below qml/: its folder; what stands in qml/ itself belongs to the window."""
    return path.parent.relative_to("qml").as_posix().replace(".", "window")


def qml_problems(path, source, rooms):
    """`rooms`: {name of a type: room of its file}; `source`: without comments and strings."""
    room, found = qml_room(path), []
    if room not in QML_FLOOR:
        return [f"{path}: {path.parent} has no floor in tests/repo/dependencies.py"]
    for match in QML_IMPORT.finditer(source):
        if match.group(1) not in QML_MAY_IMPORT.get(room, {match.group(1)}):
            line = source.count("\n", 0, match.start()) + 1
            found.append(f"{path}:{line}: {room} must not import {match.group(1)}")
    for match in QML_TYPE.finditer(source):
        below = rooms.get(match.group(), room)
        if below != room and QML_FLOOR.get(below, 0) >= QML_FLOOR[room]:
            line = source.count("\n", 0, match.start()) + 1
            found.append(f"{path}:{line}: names {match.group()}: {room} stands on floor {QML_FLOOR[room]}, "
                         f"{below} on floor {QML_FLOOR[below]}")
    return found
