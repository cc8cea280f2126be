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
GTEST_START = re.compile(r"^\[ RUN +\] (\S+)$", re.MULTILINE)
QTEST_CASE = re.compile(r"^(PASS  |FAIL! |XPASS |XFAIL |SKIP  ) : (\S+?\(.*?\))(?: .*)?$", re.MULTILINE)
OUTCOMES = {"OK": "passed", "FAILED": "failed", "SKIPPED": "skipped",
            "PASS": "passed", "FAIL!": "failed", "XPASS": "failed", "XFAIL": "passed", "SKIP": "skipped"}


def cases_of(entry):
    """The (outcome, name) pairs of one CTest entry."""
    name = entry.get("name")
    output = entry.findtext("system-out") or ""
    found = [(OUTCOMES[word.strip()], f"{name}: {case}")
             for word, case in GTEST_CASE.findall(output) + QTEST_CASE.findall(output)]
    skip = entry.find("skipped")
    if skip is not None and skip.get("message", "").startswith("SKIP_"):
        return found or [("skipped", name)]
    if entry.get("status") == "run":
        return found or [("passed", name)]
    # Failed, or never ran: CTest calls a program that does not exist skipped.
    if not any(outcome == "failed" for outcome, _ in found):
        started = GTEST_START.findall(output)
        problem = entry.find("failure") if skip is None else skip
        during = f" during {started[-1]}" if started and len(started) > len(found) else ""
        found.append(("failed", f"{name}: {problem.get('message') if problem is not None else 'no result'}{during}"))
    return found


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
