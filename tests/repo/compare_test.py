# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT
"""tests/bench/compare.py against programs that only pretend to measure."""

import io
import json
import os
import sys
import tempfile
import unittest
from contextlib import redirect_stderr, redirect_stdout

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "bench"))
import compare  # noqa: E402

# Reports 10 tokens/s without flash attention and 12 with it, and keeps what it was called with.
PEER = """#!/usr/bin/env python3
import json, sys
args = sys.argv[1:]
open(LOG, "a").write("peer " + " ".join(args) + "\\n")
value = lambda name: int(args[args.index(name) + 1])
tests = [{"n_prompt": value("-p"), "n_gen": 0, "avg_ts": 10.0 + 2 * value("-fa")}] if value("-p") else []
if value("-n"): tests.append({"n_prompt": 0, "n_gen": value("-n"), "avg_ts": 10.0 + 2 * value("-fa")})
print(json.dumps(tests))
"""
VIBRANT = """#!/usr/bin/env python3
import json, sys
open(LOG, "a").write("ours " + " ".join(sys.argv[1:]) + "\\n")
print(json.dumps({"prefill_tokens_per_s": 85.0, "decode_tokens_per_s": 21.0, "bandwidth_ratio": 0.9,
                  "int8_peak_ratio": 0.7, "private_bytes": 5_000_000}))
"""


class CompareTest(unittest.TestCase):
    def setUp(self):
        self.dir = tempfile.TemporaryDirectory()
        self.addCleanup(self.dir.cleanup)
        self.log = os.path.join(self.dir.name, "log")
        for name, text in (("peer", PEER), ("vibrant", VIBRANT)):
            path = os.path.join(self.dir.name, name)
            with open(path, "w", encoding="utf-8") as out:
                out.write(text.replace("LOG", repr(self.log)))
            os.chmod(path, 0o755)
        for model in ("0.5b-q4_k_m", "1.5b-q4_k_m"):
            open(os.path.join(self.dir.name, f"qwen2.5-coder-{model}.gguf"), "w", encoding="utf-8").close()

    def compare(self, rows, rounds=3):
        out, err = io.StringIO(), io.StringIO()
        report = os.path.join(self.dir.name, "report.json")
        with redirect_stdout(out), redirect_stderr(err):
            code = compare.main(["--models", self.dir.name, "--peer", os.path.join(self.dir.name, "peer"), "--vibrant",
                                 os.path.join(self.dir.name, "vibrant"), "--rows", rows, "--rounds", str(rounds),
                                 "--json", report])
        self.assertEqual(code, 0)
        with open(report, encoding="utf-8") as file:
            return out.getvalue(), json.load(file)

    def calls(self):
        with open(self.log, encoding="utf-8") as file:
            return [line.split() for line in file]

    def test_alternates(self):
        self.compare("0.5B prefill")
        self.assertEqual([call[0] for call in self.calls()], ["peer", "ours"] * 3)

    def test_ratio_and_verdict(self):
        text, report = self.compare("0.5B")
        self.assertEqual([row["row"] for row in report], ["0.5B prefill 512", "0.5B decode"])
        self.assertAlmostEqual(report[0]["ratio"], 8.5)
        self.assertEqual([row["verdict"] for row in report], ["bar", "bar"])
        self.assertIn("| 0.5B prefill 512 | 85.0 | 10.0 | 8.50 | 8.0 | 11.0 | bar | 0.70 of int8 peak | 5 |", text)

    def test_the_better_of_the_peers_attentions_counts(self):
        _, report = self.compare("1.5B decode at")
        self.assertEqual(report[0]["theirs"], [12.0])  # one round: it takes minutes
        self.assertEqual(report[0]["verdict"], "below")
        self.assertIn("--depth 8192", " ".join(self.calls()[-1]))

    def test_missing_models_are_named(self):
        text, report = self.compare("14B")
        self.assertIn("no qwen2.5-coder-14b-q5_k_m.gguf", text)
        self.assertIsNone(report[0]["ratio"])

    def test_failures_are_not_figures(self):
        with open(os.path.join(self.dir.name, "peer"), "w", encoding="utf-8") as out:
            out.write("#!/bin/sh\necho broken >&2; exit 3\n")
        with self.assertRaisesRegex(RuntimeError, "exit code 3: broken"):
            self.compare("0.5B decode")


if __name__ == "__main__":
    unittest.main()
