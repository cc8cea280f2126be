# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT
"""What holds for every file: whose it is, how long it may grow, and how its lines end."""

# Not read by `reuse lint` as the header of this file: REUSE-IgnoreStart
COPYRIGHT = "SPDX-FileCopyrightText: "
LICENCE = "SPDX-License-Identifier: MIT"
# REUSE-IgnoreEnd

HEADED = {".cpp", ".h", ".qml", ".py", ".sh", ".cmake", ".txt", ".md", ".svg", ".xml", ".desktop", ".supp"}
COUNTED = {".cpp", ".h", ".qml", ".py", ".sh", ".cmake", "CMakeLists.txt"}
MOST_LINES = 500
HEADER_WITHIN = 12  # lines


def is_data(path):
    """Golden data and corpora are covered by REUSE.toml; LICENSES holds the licence texts themselves."""
    return path.parts[0] == "LICENSES" or path.parts[:2] in (("tests", "golden"),) or path.parts[:3] == ("tests", "fuzz", "corpus")


def is_script(path, source):
    return path.suffix == "" and source.startswith("#!")


def problems(path, source):
    if is_data(path):
        return []
    found = []
    lines = source.splitlines()
    if path.suffix in HEADED or is_script(path, source):
        head = "\n".join(lines[:HEADER_WITHIN])
        if COPYRIGHT not in head or LICENCE not in head:
            found.append(f"{path}:1: no SPDX header in the first {HEADER_WITHIN} lines")
    if (path.suffix in COUNTED or path.name in COUNTED or is_script(path, source)) and len(lines) > MOST_LINES:
        found.append(f"{path}: {len(lines)} lines, {MOST_LINES} are allowed: split it")
    if path.suffix in COUNTED and "\t" in source:
        found.append(f"{path}:{source[:source.index(chr(9))].count(chr(10)) + 1}: a tab")
    if "\r" in source:
        found.append(f"{path}: carriage returns")
    if path.suffix in HEADED and source and not source.endswith("\n"):
        found.append(f"{path}: no newline at the end")
    return found
