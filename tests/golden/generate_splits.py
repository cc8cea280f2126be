#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT
"""Writes splits.jsonl: texts and where the published regular expressions of three model families cut them.

    python3 tests/golden/generate_splits.py > tests/golden/splits.jsonl

Needs the `regex` module (Debian: python3-regex), which knows \\p classes; it is the independent witness for the
hand-written scanners of engine/text/splitter.cpp. Each line holds a text and, per family, the lengths of the pieces in
code points, a run of k equal lengths n as [n, k].
"""
import itertools
import json
import random
import sys
import unicodedata

import regex

CONTRACTION = r"'s|'t|'re|'ve|'m|'ll|'d"
QWEN2 = (rf"(?i:{CONTRACTION})|[^\r\n\p{{L}}\p{{N}}]?\p{{L}}+|\p{{N}}| ?[^\s\p{{L}}\p{{N}}]+[\r\n]*|\s*[\r\n]+"
         r"|\s+(?!\S)|\s+")
RULES = {
    "qwen2": QWEN2,
    "llama-bpe": QWEN2.replace(r"|\p{N}|", r"|\p{N}{1,3}|"),
    "gpt-2": rf"{CONTRACTION}| ?\p{{L}}+| ?\p{{N}}+| ?[^\s\p{{L}}\p{{N}}]+|\s+(?!\S)|\s+",
}
RULES = {name: regex.compile(rule) for name, rule in RULES.items()}

HAND_WRITTEN = [
    "", " ", "\n", "a", "I'm you'RE he'Ve 'S 's' ''s it'll'd 'x '", "'\u017f '\u017fa x'\u017fy", "'l 'lL 'r 'v 've'", "don't DON'T",
    "1", "12", "123", "1234", "1234567 89", " 1", "  12", "a1b22c333d4444", "\u00bd\u2167\u0663\u096912", "x1\u0301",
    "(a", "((a", "!a!", " (a)", "  (a)", "\ta", "\t\ta", "\u00a0a", "\u3000\u3000a", "\u2028a", "a\u0301b", "\u0301a",
    "a\n", "a\n\n", "a \n b", "a  \n  b", "\n \n ", " \n\n\n x", "\r\n\r\nx", "a\r\n  b", ";\n", ";\n\n x", "; \n", ";\r\n\n}",
    "   ", "   a", "   1", "   !", "\t \t", "\t\n\t", "a \t\n", " \u2003 b", "\v\f\x1c\x1d\x85x", "\x00\x01a", "\ufeffa",
    "if (x == 10) {\n\treturn foo_bar[0x1F];  // done\n}\n", "def f(self, *args, **kw):\n    return 'it''s'\n\n\n",
    "\U0001f469\u200d\U0001f469\u200d\U0001f467 ok", "\U0001f1e9\U0001f1ea", "\u4f60\u597d\uff0c\u4e16\u754c\uff01",
    "\u0928\u092e\u0938\u094d\u0924\u0947", "\u0e2a\u0e27\u0e31\u0e2a\u0e14\u0e35", "\uffff\U0010ffff", "a\U0010ffffb",
]


def pieces(rule, text):
    lengths = []
    at = 0
    for match in rule.finditer(text):
        assert match.start() == at and match.end() > at, (rule, text)
        lengths.append(match.end() - at)
        at = match.end()
    assert at == len(text)
    runs = [(n, len(list(run))) for n, run in itertools.groupby(lengths)]
    return [n if k == 1 else [n, k] for n, k in runs]


rng = random.Random(20260101)
assigned = [chr(c) for c in range(0x110000) if unicodedata.category(chr(c)) not in ("Cn", "Cs", "Co")]
by_class = {}
for c in assigned:
    by_class.setdefault(unicodedata.category(c)[0], []).append(c)
ascii_alphabet = "aZsSdDmtTlLrReEvV''09  \t\n\r!(-_"


def random_text():
    kind = rng.randrange(3)
    n = rng.randrange(1, 24)
    if kind == 0:
        return "".join(rng.choice(ascii_alphabet) for _ in range(n))
    if kind == 1:  # classes evenly, so that rare ones meet each other
        return "".join(rng.choice(by_class[rng.choice(sorted(by_class))]) for _ in range(n))
    return "".join(rng.choice(ascii_alphabet) if rng.random() < 0.6 else rng.choice(assigned) for _ in range(n))


texts = HAND_WRITTEN + [random_text() for _ in range(2400)]
# A walk through all assigned code points, ten neighbours at a time with letter, digit and space between.
for at in range(0, len(assigned), 500):
    texts.append("".join(c + "a1 "[i % 3] for i, c in enumerate(assigned[at:at + 10])))
for text in texts:
    row = {"text": text} | {name: pieces(rule, text) for name, rule in RULES.items()}
    json.dump(row, sys.stdout, separators=(",", ":"), ensure_ascii=False)
    print()
