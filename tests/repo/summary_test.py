#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT
"""The line CI believes: every way a program can end is counted as what it is."""

import pathlib
import unittest
import xml.etree.ElementTree as ElementTree

import summary


def entry(status, output="", problem=""):
    test = ElementTree.Element("testcase", name="program", status=status)
    if problem:
        test.append(ElementTree.fromstring(problem))
    ElementTree.SubElement(test, "system-out").text = output
    return test


class Summary(unittest.TestCase):
    def outcomes(self, *arguments):
        return [outcome for outcome, _ in summary.cases_of(entry(*arguments))]

    def test_plain_program(self):
        self.assertEqual(self.outcomes("run"), ["passed"])
        self.assertEqual(self.outcomes("fail", "", '<failure message="Timeout"/>'), ["failed"])

    def test_google_test(self):
        output = "[ RUN      ] A.b\n[       OK ] A.b (0 ms)\n[ RUN      ] A.c\n[  SKIPPED ] A.c (3 ms)\n"
        self.assertEqual(self.outcomes("run", output), ["passed", "skipped"])
        failed = output + ("[ RUN      ] A/B.d/1\n[  FAILED  ] A/B.d/1, where GetParam() = 4-byte object <02-00 00-00> (0 ms)\n"
                           "[  FAILED  ] 1 test, listed below:\n[  FAILED  ] A/B.d/1\n")
        self.assertEqual(self.outcomes("fail", failed, '<failure message="Failed"/>'), ["passed", "skipped", "failed"])

    def test_qt_test(self):
        output = "PASS   : T::a()\nSKIP   : T::b() no (real) data\nPASS   : T::c(one (1))\nTotals: 2 passed, 0 failed\n"
        self.assertEqual(self.outcomes("run", output), ["passed", "skipped", "passed"])
        self.assertEqual(self.outcomes("fail", "FAIL!  : T::c(two) Compared values are not the same\n"), ["failed"])

    def test_a_crash_is_a_failure_and_says_where(self):
        cases = summary.cases_of(entry("fail", "[ RUN      ] A.b\n[       OK ] A.b (0 ms)\n[ RUN      ] A.c\n",
                                       '<failure message="Subprocess aborted"/>'))
        self.assertEqual(cases, [("passed", "program: A.b"), ("failed", "program: Subprocess aborted during A.c")])

    def test_a_leak_after_the_last_case_is_a_failure(self):
        self.assertEqual(self.outcomes("fail", "[ RUN      ] A.b\n[       OK ] A.b (0 ms)\n", '<failure message="Failed"/>'),
                         ["passed", "failed"])

    def test_skipped_is_only_what_skipped_itself(self):
        self.assertEqual(self.outcomes("notrun", "", '<skipped message="SKIP_RETURN_CODE=77"/>'), ["skipped"])
        self.assertEqual(self.outcomes("notrun", "", '<skipped message="Unable to find executable"/>'), ["failed"])
        self.assertEqual(self.outcomes("disabled"), ["failed"])

    def test_a_missing_report_is_a_failure(self):
        self.assertEqual(summary.cases_of_report(pathlib.Path("/nowhere/tests.xml"))[0][0], "failed")


if __name__ == "__main__":
    unittest.main()
