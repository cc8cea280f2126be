#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT
"""Adds up CTest's JUnit reports: `summary.py RUN=FILE...` prints what was skipped or failed, by name, and one last line.

A GoogleTest or Qt Test program is one entry for CTest but many cases; they are counted from what the program printed. An
entry that fails without a failed case (it crashed, leaked, timed out) counts as one failure more, and so does a report
that is missing. Exit code 0 only if nothing failed.
"""

import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree

GTEST_CASE = re.compile(r"^\[ +(OK|FAILED|SKIPPED) +\] (\S+?),?(?: where .*)? \(\d+ ms\)$", re.MULTILINE)
QTEST_CASE = re.compile(r"^(PASS  |FAIL! |XPASS |XFAIL |SKIP  ) : (\S+?\(.*?\))(?: .*)?$", re.MULTILINE)
OUTCOMES = {"OK": "passed", "FAILED": "failed", "SKIPPED": "skipped",
            "PASS": "passed", "FAIL!": "failed", "XPASS": "failed", "XFAIL": "passed", "SKIP": "skipped"}


def cases_of(entry):
    """The (outcome, name) pairs of one CTest entry."""
    name = entry.get("name")
    output = entry.findtext("system-out") or ""
    found = [(OUTCOMES[word.strip()], f"{name}: {case}")
             for word, case in GTEST_CASE.findall(output) + QTEST_CASE.findall(output)]
    if entry.find("failure") is not None or entry.get("status") in ("fail", "notrun", "disabled"):
        if entry.find("skipped") is not None and entry.find("failure") is None:
            return found or [("skipped", name)]
        if not any(outcome == "failed" for outcome, _ in found):
            found.append(("failed", f"{name}: the program itself"))
        return found
    if entry.find("skipped") is not None:
        return found or [("skipped", name)]
    return found or [("passed", name)]


def cases_of_report(path):
    if not path.is_file():
        return [("failed", "no report: the build or CTest itself failed")]
    entries = list(ElementTree.parse(path).getroot().iter("testcase"))
    if not entries:
        return [("failed", "the report is empty")]
    return [case for entry in entries for case in cases_of(entry)]


def main(arguments):
    totals = {"passed": 0, "failed": 0, "skipped": 0}
    named = {"skipped": [], "failed": []}
    for argument in arguments:
        run, _, path = argument.partition("=")
        for outcome, name in cases_of_report(pathlib.Path(path)):
            totals[outcome] += 1
            if outcome in named:
                named[outcome].append(f"{outcome}: [{run}] {name}")
    print()
    for line in named["skipped"] + named["failed"]:
        print(line)
    skipped = f", {totals['skipped']} skipped" if totals["skipped"] else ""
    print(f"{totals['passed']} passed, {totals['failed']} failed{skipped}")
    return 1 if totals["failed"] or not totals["passed"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
