#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT
"""tidy.py: which files it looks at, and what it does with its time. Git and clang-tidy are replaced by functions."""

import unittest

import tidy


def repository(head="h", **bases):
    """A git that knows HEAD, the merge bases in `bases` and, with `parent`, the commit before HEAD."""
    def ask(*arguments):
        if arguments[0] == "merge-base":
            return bases.get(arguments[2].replace("/", "_"))
        return {"HEAD": head, "HEAD~1": bases.get("parent")}.get(arguments[-1])
    return ask


class Base(unittest.TestCase):
    def test_a_branch_is_compared_with_where_it_began(self):
        self.assertEqual(tidy.base_of(repository(main="m", parent="p")), "m")
        self.assertEqual(tidy.base_of(repository(origin_main="o", main="m", parent="p")), "o")

    def test_the_main_branch_with_its_last_commit(self):
        self.assertEqual(tidy.base_of(repository(main="h", parent="p")), "p")

    def test_without_history_there_is_none(self):
        self.assertIsNone(tidy.base_of(repository(main="h")))  # a shallow clone
        self.assertIsNone(tidy.base_of(lambda *_: None))  # no git


class Sources(unittest.TestCase):
    COMPILED = {"engine/base/base.cpp", "app/chat/a.cpp", "app/chat/b.cpp", "tests/app/c.cpp"}

    def test_changed_sources_and_those_beside_a_changed_header(self):
        changed = ["app/chat/a.h", "app/chat/b.cpp", "app/chat/b.h", "engine/base/base.cpp", "engine/base/new.h"]
        self.assertEqual(tidy.sources_of(changed, self.COMPILED), ["engine/base/base.cpp", "app/chat/a.cpp", "app/chat/b.cpp"])

    DIFF = """diff --git a/app/old.cpp b/app/new.cpp
--- a/app/old.cpp
+++ b/app/new.cpp
@@ -3 +3 @@ void f()
-a
+b
@@ -9,2 +8,0 @@
-c
-d
@@ -20,0 +19,3 @@
+e
+f
+g
--- a/engine/base/gone.h
+++ b/engine/base/gone.h
@@ -1 +0,0 @@
-a
--- a/README.md
+++ b/README.md
@@ -1 +1 @@
-a
+b"""

    def test_only_changed_lines_count(self):
        answers = {"diff": self.DIFF, "ls-files": "app/untracked.h\nnotes.txt"}
        self.assertEqual(tidy.changed("base", lambda what, *_: answers[what]),
                         {"app/new.cpp": [[3, 3], [19, 21]], "app/untracked.h": [[1, 1_000_000]]})
        self.assertEqual(tidy.changed("base", lambda *_: None), {})


class Budget(unittest.TestCase):
    def test_findings_are_gathered(self):
        said = {"a": "", "b": "oh", "c": None}  # c: a header that is generated is not there
        self.assertEqual(tidy.check_all(said, 10, said.get), (["oh"], ["c"]))

    def test_what_there_is_no_time_for_is_named(self):
        clock = iter([0, 0, 1, 20, 21])  # the start, then once per file
        found, left = tidy.check_all("abcd", 10, lambda name: name, now=lambda: next(clock))
        self.assertEqual((len(found), len(left)), (2, 2))


if __name__ == "__main__":
    unittest.main()
