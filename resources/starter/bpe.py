# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT
"""Byte-level BPE with the qwen2 splitter: training and encoding.

The splitter's published expression uses \\p classes, which `re` lacks. The generated text is ASCII
(train() refuses anything else), and for ASCII the expression below is the same language; the test
test_tokenizer_matches_engine compares it with `vibrant-cli tokenize`.
"""
import json
import re
from collections import Counter, defaultdict
from pathlib import Path

SPLIT = re.compile(r"'(?:[sS]|[tT]|[rR][eE]|[vV][eE]|[mM]|[lL][lL]|[dD])|[^\r\nA-Za-z0-9]?[A-Za-z]+|[0-9]"
                   r"| ?[^\sA-Za-z0-9]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+", re.ASCII)
SPECIAL = ["<|endoftext|>", "<|im_start|>", "<|im_end|>", "<|fim_prefix|>", "<|fim_middle|>", "<|fim_suffix|>", "<|fim_pad|>", "<|repo_name|>",
           "<|file_sep|>"]


def byte_alphabet():
    """GPT-2's printable stand-in of each byte: printable ones are themselves, the others follow U+0100."""
    kept = [*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100)]
    others = [b for b in range(256) if b not in kept]
    return {**{b: chr(b) for b in kept}, **{b: chr(256 + i) for i, b in enumerate(others)}}


class Tokenizer:
    """Ids: 256 bytes, then one per merge in order, then the special tokens, then unused ones."""

    def __init__(self, merges, size):
        self.merges = [tuple(m) for m in merges]
        self.size = size
        self.ranks = {pair: i for i, pair in enumerate(self.merges)}
        self.bytes = [bytes([b]) for b in range(256)]
        for a, b in self.merges:
            self.bytes.append(self.bytes[a] + self.bytes[b])
        first = len(self.bytes)
        self.special = {text: first + i for i, text in enumerate(SPECIAL)}
        assert first + len(SPECIAL) <= size
        self.cache = {}

    def word(self, word):
        ids = self.cache.get(word)
        if ids is None:
            ids = list(word.encode())
            while len(ids) > 1:
                rank, at = min((self.ranks.get((a, b), 1 << 30), i) for i, (a, b) in enumerate(zip(ids, ids[1:])))
                if rank == 1 << 30:
                    break
                ids[at:at + 2] = [256 + rank]
            self.cache[word] = ids
        return ids

    def encode(self, text):
        return [i for word in SPLIT.findall(text) for i in self.word(word)]

    def decode(self, ids):
        names = {i: t.encode() for t, i in self.special.items()}
        return b"".join(self.bytes[i] if i < len(self.bytes) else names.get(i, b"") for i in ids).decode(errors="replace")

    def token_texts(self):
        """The texts of the file's vocabulary, and their types (1 normal, 3 control, 5 unused)."""
        alphabet = byte_alphabet()
        texts = ["".join(alphabet[b] for b in token) for token in self.bytes] + list(self.special)
        types = [1] * len(self.bytes) + [3] * len(self.special)
        unused = self.size - len(texts)
        return texts + [f"[unused{i}]" for i in range(unused)], types + [5] * unused

    def merge_texts(self):
        texts = self.token_texts()[0]
        return [f"{texts[a]} {texts[b]}" for a, b in self.merges]

    def save(self, path: Path):
        path.write_text(json.dumps({"size": self.size, "merges": self.merges}))

    @staticmethod
    def load(path: Path):
        data = json.loads(path.read_text())
        return Tokenizer(data["merges"], data["size"])


def train(texts, size):
    """A tokenizer of `size` tokens. The most frequent pair is merged, the smaller ids first among equals."""
    counts = Counter()
    for text in texts:
        assert text.isascii(), f"not ASCII: {text!r}"
        counts.update(SPLIT.findall(text))
    words = [list(w.encode()) for w in counts]
    weights = list(counts.values())
    pairs, where = Counter(), defaultdict(set)
    for w, word in enumerate(words):
        for pair in zip(word, word[1:]):
            pairs[pair] += weights[w]
            where[pair].add(w)
    merges = []
    while len(merges) < size - 256 - len(SPECIAL) and pairs:
        best = max(pairs, key=lambda p: (pairs[p], -p[0], -p[1]))
        if pairs[best] < 2:
            break
        new = 256 + len(merges)
        merges.append(best)
        for w in list(where[best]):
            old = words[w]
            word, i = [], 0
            while i < len(old):
                if i + 1 < len(old) and (old[i], old[i + 1]) == best:
                    word.append(new)
                    i += 2
                else:
                    word.append(old[i])
                    i += 1
            for pair in zip(old, old[1:]):
                pairs[pair] -= weights[w]
                where[pair].discard(w)
                if pairs[pair] <= 0:
                    del pairs[pair]
            for pair in zip(word, word[1:]):
                pairs[pair] += weights[w]
                where[pair].add(w)
            words[w] = word
    return Tokenizer(merges, size)
