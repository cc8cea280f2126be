#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT
"""`tidy.py BUILD`: clang-tidy over what has changed since the branch left the main one, or on that one since its last
commit; uncommitted files count. Only the lines that changed are judged, so moving a file or touching one line of it does
not fail on the rest. The compiler's commands are those of BUILD/compile_commands.json.

A whole run takes hours of processor time (half a minute for a file with Qt), so there is a budget: VIBRANT_TIDY_SECONDS,
90 without it. When it is used up no more files are begun, one minute later the last is stopped, and those that are left
are named, as are those whose generated headers are not built: that is no failure, `ninja tidy` does them all. Tests go
without the analyzer, which takes two thirds of the time there. VIBRANT_TIDY_BASE names another commit to compare with.
Exit code 77 without clang-tidy, without git, and where the history is too short to compare."""

import concurrent.futures
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import time

import files

SKIPPED = 77
TIDY = "clang-tidy-19"
HUNK = re.compile(r"@@ -\S+ \+(\d+)(?:,(\d+))? @@")
UNBUILT = re.compile(r"error: '[^']*' file not found")
MAIN = ("origin/HEAD", "origin/main", "origin/master", "main", "master")


def git(*arguments):
    """What git prints, or None where it fails: no git, no repository, a commit that a shallow clone lacks."""
    try:
        result = subprocess.run(["git", *arguments], cwd=files.ROOT, check=False, capture_output=True, text=True)
    except FileNotFoundError:
        return None
    return result.stdout.strip() if result.returncode == 0 else None


def base_of(ask=git):
    """The commit to compare with, or None."""
    head = ask("rev-parse", "--verify", "--quiet", "HEAD")
    if head is None:
        return None
    if wanted := os.environ.get("VIBRANT_TIDY_BASE"):
        return ask("rev-parse", "--verify", "--quiet", wanted + "^{commit}")
    for name in MAIN:
        base = ask("merge-base", "HEAD", name)
        if base and base != head:
            return base
    return ask("rev-parse", "--verify", "--quiet", "HEAD~1")


def changed(base, ask=git):
    """{path relative to the root: [[first, last] line that differs from `base`]} of C++ files; a new file from 1 to the end."""
    lines, path = {}, ""
    for line in (ask("diff", "--unified=0", "--find-renames", "--diff-filter=d", "--no-color", base) or "").split("\n"):
        if line.startswith("+++ "):
            path = line.removeprefix("+++ b/").rstrip("\t")
        elif match := HUNK.match(line):
            first, count = int(match.group(1)), int(match.group(2) or 1)
            lines.setdefault(path, []).extend([[first, first + count - 1]] if count else [])
    for path in (ask("ls-files", "--others", "--exclude-standard") or "").split("\n"):
        lines[path] = [[1, 1_000_000]]
    return {path: ranges for path, ranges in lines.items() if ranges and path.endswith((".cpp", ".h"))}


def sources_of(names, compiled):
    """The compiled sources to look at: those changed, and the ones beside a changed header. The engine's come first: they
    take a few seconds each."""
    wanted = {pathlib.PurePosixPath(name).with_suffix(".cpp").as_posix() for name in names}
    return sorted(wanted & compiled, key=lambda name: (name.split("/")[0] != "engine", name))


def check(build, name, lines, seconds):
    """What clang-tidy says of one file's changed lines; empty if nothing, None if it took longer than that or something it
    includes is not built."""
    only = json.dumps([{"name": path, "lines": ranges} for path, ranges in lines.items()])
    command = [TIDY, "--quiet", "-p", str(build), f"--line-filter={only}", name]
    if name.startswith("tests/"):
        command.append("--checks=-clang-analyzer-*")
    try:
        result = subprocess.run(command, cwd=files.ROOT, check=False, capture_output=True, text=True, timeout=seconds)
    except subprocess.TimeoutExpired:
        return None
    if result.returncode == 0:
        return ""
    said = result.stdout.strip() or result.stderr.strip()
    return None if UNBUILT.search(said) else said


def check_all(sources, seconds, look, now=time.monotonic):
    """([findings of a file], [sources that were not looked at])."""
    end = now() + seconds
    findings, left = [], []

    def one(name):
        said = look(name) if now() < end else None
        if said is None:
            left.append(name)
        elif said:
            findings.append(said)

    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(one, sources))
    return findings, sorted(left)


def main():
    build = pathlib.Path(sys.argv[1])
    commands = build / "compile_commands.json"
    if shutil.which(TIDY) is None:
        print(f"{TIDY} is not installed")
        return SKIPPED
    if not commands.exists():
        print(f"no {commands}")
        return SKIPPED
    base = base_of()
    if base is None:
        print("no git, or no commit to compare with")
        return SKIPPED
    entries = json.loads(commands.read_text(encoding="utf-8"))
    root = str(files.ROOT) + "/"
    compiled = {entry["file"].removeprefix(root) for entry in entries}
    lines = changed(base)
    sources = sources_of(lines, compiled)
    seconds = float(os.environ.get("VIBRANT_TIDY_SECONDS", "90"))
    end = time.monotonic() + seconds + 60
    findings, left = check_all(sources, seconds, lambda name: check(build.resolve(), name, lines, end - time.monotonic()))
    print("\n\n".join(findings))
    print(f"{len(sources) - len(left)} of {len(sources)} changed sources since {base[:10]}, {len(findings)} with findings")
    if left:
        print("not looked at, for want of time or of what is generated for them: " + " ".join(left))
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
