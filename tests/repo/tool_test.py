#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT
"""`tool_test.py CHECK`: one check that another program does for us. Exit code 77 where that program is not installed."""

import pathlib
import shutil
import subprocess
import sys
import tempfile

import files

SKIPPED = 77
LINUX = "packaging/linux"


def shell_scripts():
    def is_script(path):
        first = files.ROOT.joinpath(path).read_bytes().partition(b"\n")[0]
        return path.suffix == ".sh" or (first.startswith(b"#!") and first.endswith(b"sh"))
    return [path for path in files.files() if is_script(path)]


def run(program, *arguments):
    if shutil.which(program) is None:
        print(f"{program} is not installed")
        sys.exit(SKIPPED)
    return subprocess.run([program, *map(str, arguments)], cwd=files.ROOT, check=False).returncode == 0


def run_on(paths, program, *arguments):
    if not paths:
        print(f"found no files for {program}")
        return False
    return run(program, *arguments, *paths)


def mime():
    """The type as the desktop reads it. update-mime-database exits with 0 whatever it finds, so look at what it wrote."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "packages").mkdir()
        for path in files.files(".xml", under=f"{LINUX}/mime"):
            shutil.copy(files.ROOT / path, folder / "packages")
        return (run("update-mime-database", folder)
                and ":application/x-gguf:*.gguf\n" in (folder / "globs2").read_text(encoding="utf-8")
                and b"[60:application/x-gguf]\n>0=\x00\x04GGUF" in (folder / "magic").read_bytes())


CHECKS = {
    "shell": lambda: run_on(shell_scripts(), "shellcheck", "-x"),
    # Not `reuse lint`: without git it would take build folders for ours.
    "licences": lambda: run_on(files.files(), "reuse", "lint-file"),
    "mime": mime,
    "format": lambda: run_on(files.files(".cpp", ".h"), "clang-format-19", "--dry-run", "-Werror"),
}

if __name__ == "__main__":
    sys.exit(0 if CHECKS[sys.argv[1]]() else 1)
