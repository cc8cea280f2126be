# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT
"""Dependencies point one way: which folder may include what. The order is the one of engine/README.md."""

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
FLOOR = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}

# Kernels get pointers, strides and row ranges: nothing of threads, mappings or counters reaches them.
ALLOWED_IN_KERNELS = {"base", "quant"}

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.MULTILINE)
QT = re.compile(r"^(Q[A-Zt]\w*(/.*)?|KSyntaxHighlighting/.*|KF\d/.*|q[a-z]+\.h)$")
DOOR = "engine/engine.h"


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
    return found
