#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT
"""The starter model's recipe: library, tokenizer, rows, quantisers and export, in seconds and without training.

Parts that need NumPy or PyTorch skip by name where those are missing; a build of Vibrant needs neither.
VIBRANT_CLI names the engine's program; with it, the tokenizer and the exported file are held against it.
"""
import importlib.util
import json
import os
import random
import re
import struct
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HERE))

import bpe  # noqa: E402
from data import phrases, talk, verify  # noqa: E402
from data.conversations import Library  # noqa: E402
from data.task import TASKS, FunctionTask  # noqa: E402

CLI = os.environ.get("VIBRANT_CLI")
needs_numpy = unittest.skipUnless(importlib.util.find_spec("numpy"), "NumPy is not installed")
needs_torch = unittest.skipUnless(importlib.util.find_spec("torch"), "PyTorch is not installed")
LIBRARY = Library()


def texts(conversations=400):
    draw = random.Random(1)
    return [t for _ in range(conversations) for e in LIBRARY.conversation(draw)[1] for t in (e.prompt, e.answer)]


class Data(unittest.TestCase):
    def test_size(self):
        self.assertGreaterEqual(len(TASKS), 250)
        self.assertGreaterEqual(len({tag for _, tag in LIBRARY.pairs}), 8)

    def test_a_seed_gives_the_same_text(self):
        once, again = (LIBRARY.conversation(random.Random(5)) for _ in range(2))
        self.assertEqual(once, again)

    def test_held_out_pairs_are_never_trained(self):
        self.assertGreater(len(LIBRARY.held_out), 50)
        draw = random.Random(2)
        for _ in range(2000):
            for e in LIBRARY.conversation(draw)[1]:
                if e.program and "task" in e.context:
                    self.assertNotIn((e.context["task"].id, e.program.tag), LIBRARY.held_out)

    def test_held_out_words_are_never_trained(self):
        trained = "\n".join(t.lower() for t in texts(2000))
        for frame in phrases.HELD_OUT_FRAMES + phrases.HELD_OUT_CALLED:
            longest = max(re.split(r"\{\w+\}", frame.lower()), key=len).strip(" .?")
            if len(longest.split()) > 2:
                self.assertNotIn(longest, trained)
        draw = random.Random(3)
        for _ in range(200):
            self.assertNotIn(talk.off_topic(draw, held_out=True).lower(), trained)

    def test_evaluation_is_what_it_says(self):
        prompts = LIBRARY.evaluation()
        kinds = [kind for kind, _ in prompts]
        self.assertEqual((len(prompts) - kinds.count("off-topic"), kinds.count("off-topic")), (200, 50))
        for kind, e in prompts:
            if kind == "pair":
                self.assertIn((e.context["task"].id, e.program.tag), LIBRARY.held_out)
            elif kind == "name":
                self.assertIn(e.program.name, e.prompt)
                self.assertIn(e.program.name, e.program.code)

    def test_every_answer_is_one_block_with_its_language(self):
        for identifier, tag in LIBRARY.training:
            answer = LIBRARY.exchange(random.Random(identifier), (identifier, tag)).answer
            self.assertEqual(re.findall(r"^```(.*)$", answer, re.M), [TASKS[identifier].tag if not isinstance(TASKS[identifier], FunctionTask) else tag, ""])

    def test_no_wording_asks_for_two_tasks(self):
        wordings = {}
        for identifier, tag in LIBRARY.pairs:
            for does in TASKS[identifier].does.split("|"):
                plain = re.sub(r"\b(a|an|the) ", "", phrases.imperative(does))
                self.assertEqual(wordings.setdefault((plain, tag), identifier), identifier)

    def test_programs_run(self):
        """A sample in Python; `python3 -m data.generate` does all of them in all languages."""
        draw = random.Random(4)
        pairs = [p for p in LIBRARY.pairs if p[1] == "python" and isinstance(TASKS[p[0]], FunctionTask)]
        programs = [LIBRARY.function_exchange(draw, TASKS[i], tag).program for i, tag in pairs]
        self.assertFalse([e for e in verify.check_batch(programs) if e])

    def test_a_wrong_program_is_caught(self):
        draw = random.Random(6)
        good = LIBRARY.function_exchange(draw, TASKS["gcd"], "python", names={}).program
        good.code = good.code.replace("a % b", "b % a")
        self.assertIn("AssertionError", verify.check_batch([good])[0])


class Tokenizer(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.tokenizer = bpe.train(texts(), 1024)

    def test_decode_inverts_encode(self):
        for text in texts(50) + ["", " ", "\t\n", "a\u00e4\U0001f600"]:
            self.assertEqual(self.tokenizer.decode(self.tokenizer.encode(text)), "".join(bpe.SPLIT.findall(text)))

    def test_ids(self):
        names, types = self.tokenizer.token_texts()
        self.assertEqual((len(names), len(types), len(set(names))), (1024, 1024, 1024))
        self.assertEqual([names[i] for i in self.tokenizer.special.values()], bpe.SPECIAL)
        self.assertLess(max(self.tokenizer.encode("def f(x): return x")), 1024 - len(bpe.SPECIAL))

    @needs_numpy
    def test_rows(self):
        import dataset
        ids, mask = dataset.render_chat(self.tokenizer, None, LIBRARY.conversation(random.Random(8))[1])
        self.assertEqual(self.tokenizer.decode(ids).count("<|im_end|>"), 2 * self.tokenizer.decode(ids).count("<|im_start|>assistant\n"))
        learnt = self.tokenizer.decode([i for i, m in zip(ids, mask) if m])
        self.assertTrue(learnt.endswith("<|im_end|>"))
        self.assertNotIn("<|im_start|>", learnt)
        sizes = [random.Random(i).randrange(20, 500) for i in range(300)]
        rows = dataset.packed([([i] * n, [1] * n) for i, n in enumerate(sizes)])
        self.assertLessEqual(max(len(a) for a, _ in rows), dataset.ROW)
        self.assertEqual(sum(len(a) for a, _ in rows), sum(sizes))
        self.assertLess(len(rows) * dataset.ROW, 1.1 * sum(sizes))


@needs_numpy
class Quantisers(unittest.TestCase):
    # Largest root mean square error, in parts of the values' own, for normally distributed ones.
    ERROR = {"Q8_0": 0.007, "Q6_K": 0.02, "Q5_K": 0.04, "Q4_K": 0.08}

    def test_round_trip(self):
        import numpy as np
        import quantise
        x = np.random.default_rng(1).standard_normal((16, 512)).astype(np.float32)
        for kind, allowed in self.ERROR.items():
            with self.subTest(kind):
                values, size = quantise.BLOCK[kind]
                self.assertEqual(len(quantise.encode(kind, x)), x.size // values * size)
                error = np.sqrt(((quantise.round_trip(kind, x) - x) ** 2).mean() / (x ** 2).mean())
                self.assertLess(error, allowed)

    def test_zeros_and_outliers(self):
        import numpy as np
        import quantise
        x = np.zeros((2, 256), np.float32)
        x[1, 7] = -3.0
        for kind in self.ERROR:
            with self.subTest(kind):
                back = quantise.round_trip(kind, x)
                self.assertTrue(np.isfinite(back).all() and not back[0].any())
                self.assertAlmostEqual(back[1, 7], -3.0, delta=0.02)


@needs_torch
class File(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        import torch
        import export
        from model import Config, Model
        torch.manual_seed(1)
        torch.set_num_threads(1)
        cls.folder = tempfile.TemporaryDirectory()
        cls.work = Path(cls.folder.name)
        cls.config = Config(vocabulary=1024, width=256, layers=2, heads=4, kv_heads=2, hidden=256)
        cls.model = Model(cls.config).eval()
        with torch.no_grad():
            for p in cls.model.parameters():
                p.mul_(3).add_(torch.randn_like(p), alpha=0.02)
        torch.save({"model": cls.model.state_dict(), "config": cls.config.as_dict()}, cls.work / "checkpoint.pt")
        cls.tokenizer = bpe.train(texts(), 1024)
        for kind in ("Q8_0", "Q6_K", "Q5_K", "Q4_K"):
            export.write(cls.work / f"{kind}.gguf", cls.work / "checkpoint.pt", cls.tokenizer, kind)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def test_head(self):
        raw = (self.work / "Q8_0.gguf").read_bytes()
        self.assertEqual(raw[:4], b"GGUF")
        self.assertEqual(struct.unpack("<IQ", raw[4:16]), (3, 2 + 12 * self.config.layers))
        for key in (b"vibrant.starter", b"general.license", b"tokenizer.chat_template"):
            self.assertIn(key, raw[:100_000])

    def test_loss_only_counts_what_is_learnt(self):
        import torch
        import torch.nn.functional as F
        ids = torch.randint(0, 1024, (2, 24), generator=torch.Generator().manual_seed(2))
        mask = torch.zeros(2, 24, dtype=torch.bool)
        mask[0, 5:9] = mask[1, 20:] = True
        logits = self.model(ids)
        each = F.cross_entropy(logits[:, :-1].flatten(0, 1), ids[:, 1:].flatten(), reduction="none").view(2, -1)
        self.assertAlmostEqual(self.model.loss(ids, mask).item(), each[mask[:, 1:]].mean().item(), places=4)

    def test_spelled_out_attention_is_the_fused_one(self):
        import torch
        from model import attention
        generator = torch.Generator().manual_seed(3)
        q, k, v = (torch.randn(shape, generator=generator) for shape in ((2, 2, 3, 33, 64), (2, 2, 33, 64), (2, 2, 33, 64)))
        later = torch.full((33, 33), float("-inf")).triu(1)
        fused = attention(q, k, v, later)
        with torch.autocast("cpu", torch.bfloat16):
            spelled = attention(q, k, v, later)
        self.assertEqual(fused.shape, spelled.shape)
        self.assertLess((fused - spelled).abs().max(), 0.03)   # bfloat16 has 8 bits

    @unittest.skipUnless(CLI, "VIBRANT_CLI is not set")
    def test_the_engine_reads_what_was_written(self):
        import check_file
        stored = {"model": self.model.state_dict(), "config": self.config.as_dict()}
        ids = self.tokenizer.encode("def gcd(a: int, b: int) -> int:\n    while b != 0:\n        a, b = b, a % b\n    return a")
        for kind in ("Q8_0", "Q6_K", "Q5_K", "Q4_K"):
            with self.subTest(kind):
                path = str(self.work / f"{kind}.gguf")
                ours, theirs = check_file.torch_logits(stored, ids, kind), check_file.engine_logits(CLI, path, ids, "reference")
                self.assertLess((ours - theirs).abs().max(), check_file.SAME)
        self.assertGreater(check_file.check_tokens(CLI, path, self.tokenizer, LIBRARY), 20)

    @unittest.skipUnless(CLI, "VIBRANT_CLI is not set")
    def test_chat_template(self):
        done = subprocess.run([CLI, "generate", self.work / "Q8_0.gguf", "--chat", "--temperature", "0", "--max-tokens", "1", "--json", "--prompt", "hi"],
                              capture_output=True, text=True, check=True)
        import dataset
        exchange = type("E", (), {"prompt": "hi", "answer": ""})
        head = len(dataset.render_chat(self.tokenizer, None, [exchange])[0]) - 2   # less the end of the answer and its line
        self.assertIn(str(head), json.dumps(json.loads(done.stdout)), done.stdout)


class Schedule(unittest.TestCase):
    @needs_torch
    def test_a_pause_costs_nothing(self):
        from train import Budget
        budget = Budget(0, minutes=1)
        for i in range(20):
            budget.add(100, 3600.0 if i == 10 else 1.0)
        self.assertAlmostEqual(budget.spent, 19 + 4, delta=0.2)
        self.assertLess(budget.part(), 0.5)

    @needs_torch
    def test_rate(self):
        from train import rate
        self.assertEqual((rate(0.2), rate(1.0)), (1.0, 0.0))
        self.assertLess(rate(0.0), 0.05)
        self.assertLess(rate(0.9), rate(0.6))


if __name__ == "__main__":
    unittest.main()
