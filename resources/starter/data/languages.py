# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT
"""The languages: names people use for them, and the renderer where functions are rendered."""
import re

from .ir import Unsupported, parse, rename
from .render_c import C, Cpp, Java
from .render_script import Bash, JavaScript
from .render_system import Go, Rust

# tag of the fenced block -> how people write the name, the usual one first
NAMES = {
    "python": ["Python", "python", "Python 3", "py"],
    "cpp": ["C++", "c++", "modern C++", "cpp"],
    "c": ["C", "plain C", "C99"],
    "javascript": ["JavaScript", "javascript", "JS", "js"],
    "rust": ["Rust", "rust"],
    "go": ["Go", "golang", "go"],
    "java": ["Java", "java"],
    "bash": ["Bash", "bash"],
    "sql": ["SQL", "sql", "SQLite"],
    "qml": ["QML", "qml", "Qt Quick"],
    "cmake": ["CMake", "cmake"],
}
RENDERERS = {r.tag: r for r in (Cpp, C, JavaScript, Rust, Go, Java, Bash)}


def python_text(source: str) -> str:
    """The source as people write it: characters are strings, string quotes are double."""
    text = source.strip().replace(": char", ": str").replace("dict[char,", "dict[str,").replace("-> char", "-> str")
    return re.sub(r" = \((.+, .+)\)$", r" = \1", text.replace("'", '"'), flags=re.M)


def render(source: str, tag: str) -> str:
    """The function in that language; raises Unsupported where it has no plain form."""
    if tag == "python":
        return python_text(source)
    if tag not in RENDERERS:
        raise Unsupported(tag)
    return RENDERERS[tag](parse(source)).render()


def rendered_name(name: str, tag: str) -> str:
    """A function's name in that language's custom."""
    if tag in ("javascript", "java", "go"):
        first, *rest = name.split("_")
        return first + "".join(w.capitalize() for w in rest)
    return name


__all__ = ["NAMES", "RENDERERS", "Unsupported", "render", "rendered_name", "rename"]
