# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT
"""What keeps an instruction set in its box. A heuristic on tokens, not a compiler: it knows braces, not templates.

Code compiled once per target must not instantiate standard containers: the linker keeps one copy of an inline function,
and if that is the AVX-512 one, an older machine dies in std::vector. An instruction set decides between functions, never
inside one.
"""

import re

CONTAINER = re.compile(
    r"std::(vector|string|map|set|unordered_map|unordered_set|deque|list|function|shared_ptr|unique_ptr|any|optional|variant)\b"
    r"|#\s*include\s*<(vector|string|map|set|unordered_map|unordered_set|deque|list|functional|memory|iostream|format)>")
ISA = re.compile(r"__(AVX|SSE|FMA|F16C|ARM|aarch64|x86_64|riscv)|\bHWY_(TARGET|ARCH)\b|\bHWY_IS_")
CONDITION = re.compile(r"^[ \t]*#[ \t]*(?:el)?ifn?(?:def)?\b(.*)$")
NOT_A_BODY = re.compile(r"\b(namespace|extern|struct|class|union|enum)\b[^;(){}]*$")


def per_target(path):
    """Whether the file is compiled once per instruction set."""
    return path.parts[:2] == ("engine", "kernels") and path.name.endswith("-inl.h")


def container_problems(path, code):
    return [f"{path}:{number}: {match.group().strip()} in code compiled once per target"
            for number, line in enumerate(code.splitlines(), 1) for match in CONTAINER.finditer(line)]


def condition_problems(path, code):
    """Conditionals on the instruction set that stand inside a function's body."""
    found, bodies, statement = [], [], ""
    for number, line in enumerate(code.splitlines(), 1):
        condition = CONDITION.match(line)
        if condition:
            if any(bodies) and ISA.search(condition.group(1)):
                found.append(f"{path}:{number}: a function's body depends on the instruction set: {line.strip()}")
            continue
        if line.lstrip().startswith("#"):
            continue
        for character in line + "\n":
            if character == "{":
                bodies.append(not NOT_A_BODY.search(statement))
                statement = ""
            elif character == "}":
                if bodies:
                    bodies.pop()
                statement = ""
            elif character == ";":
                statement = ""
            else:
                statement += character
    return found


def problems(path, code):
    found = container_problems(path, code) if per_target(path) else []
    if path.parts[:2] == ("engine", "kernels"):
        found += condition_problems(path, code)
    return found
