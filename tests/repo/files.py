# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT
"""The files of the repository, and C++ source without what a rule must not be fooled by. Shared by the rule tests."""

import os
import pathlib
import re
import shutil
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
NOT_OURS = {".git", ".cache", "build", "__pycache__"}

COMMENT_OR_LITERAL = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"(?P<tag>[^(\s]*)\(.*?\)(?P=tag)"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])\'', re.DOTALL)


def files(*suffixes, under=""):
    """The repository's files below `under` with one of the suffixes (all without any), as paths relative to its root.

    From git where it answers, so that what it ignores is ignored; else (no git, a source archive) from the folders.
    """
    names = []
    if shutil.which("git"):
        listed = subprocess.run(["git", "-C", ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
                                capture_output=True, check=False).stdout.decode()
        names = [name for name in listed.split("\0") if name and (ROOT / name).is_file()]
    if not names:
        for folder, folders, found in os.walk(ROOT):
            folders[:] = [name for name in folders if name not in NOT_OURS]
            names += [os.path.relpath(os.path.join(folder, name), ROOT) for name in found]
    paths = sorted({pathlib.PurePosixPath(name) for name in names})
    return [path for path in paths
            if path.is_relative_to(under) and (not suffixes or path.suffix in suffixes or path.name in suffixes)]


def text(path):
    return (ROOT / path).read_text(encoding="utf-8")


def code(source):
    """C++ source with comments and literals blanked; line numbers stay."""
    return COMMENT_OR_LITERAL.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), source)
