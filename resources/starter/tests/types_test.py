#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT
"""The shipped model's trained weights, in four types: decode and prefill stay close to the reference path.

Random weights, as in the golden models, have no outliers and no confident predictions; these have both. VIBRANT_CLI
names the engine's program.
"""
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HERE))

CLI = os.environ.get("VIBRANT_CLI")
MODEL = HERE / "vibrant-starter.gguf"
# Mean divergence to the reference in nats, as for the golden models (tests/engine/session/golden_test.cpp).
DECODE, PREFILL, DECODE_INT8_KV = 1e-5, 3e-3, 1e-3
PROMPTS = ("Write a function in C++ that reverses a string", "python function for the greatest common divisor", "Undo the last git commit but keep the changes",
           "What can you do?")


def answer(model, prompt, tokens):
    ask = ["--chat", "--prompt", prompt, "--temperature", "0", "--max-tokens", str(tokens)]
    return subprocess.run([CLI, "generate", model, *ask], capture_output=True, text=True, check=True).stdout


@unittest.skipUnless(importlib.util.find_spec("numpy"), "NumPy is not installed")
@unittest.skipUnless(CLI, "VIBRANT_CLI is not set")
@unittest.skipUnless(MODEL.exists(), "the starter model is not in this checkout")
class Types(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.work = Path(cls.folder.name)
        # Its own conversations: what it is sure of, and what it is not.
        text = "".join(f"<|im_start|>user\n{p}<|im_end|>\n<|im_start|>assistant\n{answer(MODEL, p, 120)}<|im_end|>\n" for p in PROMPTS)
        (cls.work / "text").write_text(text)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def divergence(self, model, *options):
        done = subprocess.run([CLI, "perplexity", model, "--file", self.work / "text", "--against", "reference", "--window", "512", "--threads", "2",
                               "--json", *options], capture_output=True, text=True, check=True)
        found = json.loads(done.stdout)
        self.assertGreater(found["positions"], 100)
        return found["mean_kl"]

    def test_stays_close_to_the_reference(self):
        from retype import retype
        for kind in ("Q4_K", "Q5_K", "Q6_K", "Q8_0"):
            with self.subTest(kind):
                model = self.work / f"{kind}.gguf"
                retype(MODEL, model, kind)
                # --batch 1 is what decode computes.
                decode, prefill = self.divergence(model, "--batch", "1"), self.divergence(model)
                decode8 = self.divergence(model, "--batch", "1", "--kv", "int8")
                print(f"{kind}: decode {decode:.1e}, with an 8-bit cache {decode8:.1e}, prefill {prefill:.1e}")
                self.assertLess(decode, DECODE)
                self.assertLess(prefill, PREFILL)
                self.assertLess(decode8, DECODE_INT8_KV)

    def test_the_same_type_is_the_same_file(self):
        from retype import retype
        again = self.work / "again.gguf"
        retype(MODEL, again, "Q8_0")
        self.assertEqual(again.stat().st_size, MODEL.stat().st_size)
        answers = [answer(m, PROMPTS[0], 60) for m in (MODEL, again)]
        self.assertEqual(*answers)
        self.assertIn("```cpp", answers[0])


if __name__ == "__main__":
    unittest.main()
