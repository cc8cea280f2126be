#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT
"""The man pages: what people wrote (NAME.man.in) with the options that the programs themselves tell (--help).

`manpage.py BUILD`          writes vibrant.1 and vibrant-cli.1 anew from the programs of a build folder
`manpage.py --check BUILD`  exit code 1 and the difference if the files are not what it would write

In a template, a line `@help@` stands for the options of the program, `@commands@` for its commands with theirs.
"""

import difflib
import os
import pathlib
import re
import subprocess
import sys

FOLDER = pathlib.Path(__file__).resolve().parent
PROGRAMS = {"vibrant": "app/vibrant", "vibrant-cli": "engine/cli/vibrant-cli"}


def help_of(program, *command):
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8", "LANGUAGE": "C", "COLUMNS": "100"}
    return subprocess.run([program, *command, "--help"], env=environment, check=True, capture_output=True, text=True).stdout


def roff(text):
    """Plain text as roff: nothing in it is a command."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq")
    return re.sub(r"^(?=[.'])", r"\\&", text, flags=re.MULTILINE)


def sections(text):
    """[(heading, [(what, meaning)])] of a help text: lines indented under `Heading:`, meanings to the right or below."""
    found = []
    for line in text.splitlines():
        stripped = line.strip()
        if re.match(r"^(\[Option Group: )?[A-Z][a-z]+[\]:]", stripped) and not line.startswith("   "):
            found.append((re.sub(r"^\[Option Group: |[\]:].*$", "", stripped), []))
        elif not stripped or not found or stripped.startswith("["):
            continue
        else:
            what, _, meaning = re.match(r"^\s*(\S.*?)(  +|$)(.*)$", line).groups()
            indented_far = len(line) - len(line.lstrip()) > 12
            if stripped == "Options:":
                continue
            if indented_far and found[-1][1]:
                before = found[-1][1][-1]
                found[-1][1][-1] = (before[0], f"{before[1]} {stripped}".strip())
            else:
                found[-1][1].append((what, meaning))
    return [(heading, entries) for heading, entries in found if entries]


def entry(what, meaning):
    # What CLI11 says about types is for programmers: "INT:INT in [0 - 256]" is "INT", "ENUM:…" and "OR {…}" go.
    what = re.sub(r"(\b[A-Z]+):.*$", r"\1", what)
    what = re.sub(r"\s+REQUIRED", "", what)
    return f".TP\n.B {roff(what)}\n{roff(meaning)}\n" if meaning else f".TP\n.B {roff(what)}\n\\&\n"


def options(text):
    lines = []
    for heading, entries in sections(text):
        if heading in ("Usage", "Subcommands"):
            continue
        if heading not in ("Options", "Positionals", "Arguments"):
            lines.append(f".PP\n{roff(heading)}:\n")
        lines += [entry(*one) for one in entries if not one[0].startswith(("-h,", "--help-all"))]
    return "".join(lines)


def commands(program, text):
    lines = []
    for heading, entries in sections(text):
        if heading != "Subcommands":
            continue
        for name, meaning in entries:
            usage = next(line for line in help_of(program, name).splitlines() if line.startswith("Usage:"))
            arguments = usage.split(name, 1)[1].strip()
            lines.append(f".SS {roff(name)} {roff(arguments)}\n{roff(meaning)}.\n{options(help_of(program, name))}")
    return "".join(lines)


def page(name, program):
    text = help_of(program)
    version = re.search(r"VERSION (\d[\d.]*)", (FOLDER.parents[1] / "CMakeLists.txt").read_text(encoding="utf-8")).group(1)
    template = (FOLDER / f"{name}.man.in").read_text(encoding="utf-8")
    return (template.replace("@version@", version)
            .replace("@help@\n", options(text)).replace("@commands@\n", commands(program, text)))


def main(arguments):
    check = arguments[:1] == ["--check"]
    build = pathlib.Path(arguments[-1])
    same = True
    for name, program in PROGRAMS.items():
        if not (build / program).exists():
            print(f"{build / program} is not built")
            return 77
        path, new = FOLDER / f"{name}.1", page(name, build / program)
        if not check:
            path.write_text(new, encoding="utf-8")
            continue
        old = path.read_text(encoding="utf-8")
        if old != new:
            same = False
            sys.stdout.writelines(difflib.unified_diff(old.splitlines(True), new.splitlines(True), str(path), "what --help says"))
            print(f"packaging/man/manpage.py {build} writes it anew")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
