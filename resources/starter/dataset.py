# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT
"""Conversations as rows of token ids with a mask of what is learnt.

A row holds whole conversations, one after the other; only the answers and their end are learnt.
Workers draw from seeds of their own, so the rows depend on (seed, number of chunks) alone, not on
how many processes there are.
"""
import argparse
import random
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np

from bpe import Tokenizer, train
from data import phrases
from data.conversations import Library

VOCABULARY = 4096
ROW = 512            # tokens of a training row
CHUNK = 2000         # conversations per seed


def render_chat(tokenizer, system, exchanges):
    """(ids, mask) in ChatML as the engine renders it: text after a role in one piece with its line break."""
    start, end, newline = tokenizer.special["<|im_start|>"], tokenizer.special["<|im_end|>"], tokenizer.encode("\n")
    ids, mask = [], []

    def turn(role, text, learnt):
        head = [start] + tokenizer.encode(f"{role}\n")
        body = tokenizer.encode(text) + [end]
        assert tokenizer.encode(f"{role}\n{text}") == head[1:] + body[:-1]
        ids.extend(head + body + newline)
        mask.extend([0] * len(head) + [int(learnt)] * len(body) + [0] * len(newline))

    if system:
        turn("system", system, False)
    for e in exchanges:
        turn("user", e.prompt, False)
        turn("assistant", e.answer, True)
    return ids, mask


_library, _tokenizer = None, None


def _start(path):
    global _library, _tokenizer
    _library, _tokenizer = Library(), Tokenizer.load(path)
    phrases.use_pieces(_tokenizer.decode([i]) for i in range(VOCABULARY))


def packed(conversations):
    """Rows of whole conversations. Each goes where it leaves the least room: 2 % of a row is padding, 20 % if put in turn."""
    rows = []
    room = [[] for _ in range(ROW + 1)]  # by tokens left: rows
    for ids, mask in conversations:
        left = next((n for n in range(len(ids), ROW + 1) if room[n]), None)
        row = room[left].pop() if left else ([], [])
        if left is None:
            rows.append(row)
        row[0].extend(ids)
        row[1].extend(mask)
        room[ROW - len(row[0])].append(row)
    return rows


def _chunk(seed):
    """Rows of one chunk of conversations."""
    draw = random.Random(seed)
    drawn = (render_chat(_tokenizer, *_library.conversation(draw)) for _ in range(CHUNK))
    rows = packed([c for c in drawn if len(c[0]) <= ROW])
    draw.shuffle(rows)
    pad = _tokenizer.special["<|endoftext|>"]
    out = np.full((len(rows), ROW), pad, np.uint16)
    out_mask = np.zeros((len(rows), ROW), np.uint8)
    for i, (a, b) in enumerate(rows):
        out[i, :len(a)] = a
        out_mask[i, :len(b)] = b
    return out, out_mask


def train_tokenizer(path: Path, conversations=6000):
    library, draw = Library(), random.Random(1)
    texts = []
    for _ in range(conversations):
        _, exchanges = library.conversation(draw)
        texts += [t for e in exchanges for t in ("user\n" + e.prompt, "assistant\n" + e.answer)]
    tokenizer = train(texts, VOCABULARY)
    tokenizer.save(path)
    return tokenizer


def main():
    parser = argparse.ArgumentParser(description="Writes tokenizer.json, rows.npy and mask.npy")
    parser.add_argument("--work", type=Path, default=Path("build/starter"))
    parser.add_argument("--conversations", type=int, default=210_000)
    parser.add_argument("--seed", type=int, default=100)
    parser.add_argument("--processes", type=int, default=2)
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    path = options.work / "tokenizer.json"
    began = time.time()
    if not path.exists():
        tokenizer = train_tokenizer(path)
        print(f"tokenizer: {len(tokenizer.merges)} merges in {time.time() - began:.0f} s", flush=True)
    chunks = max(1, options.conversations // CHUNK)
    with ProcessPoolExecutor(options.processes, initializer=_start, initargs=(path,)) as pool:
        parts = list(pool.map(_chunk, range(options.seed, options.seed + chunks)))
    rows, mask = (np.concatenate([p[i] for p in parts]) for i in (0, 1))
    np.save(options.work / "rows.npy", rows)
    np.save(options.work / "mask.npy", mask)
    print(f"{len(rows)} rows of {ROW}: {rows.size / 1e6:.1f} M tokens, {mask.sum() / 1e6:.1f} M learnt, in {time.time() - began:.0f} s")


if __name__ == "__main__":
    main()
