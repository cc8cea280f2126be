# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT
"""Writes a starter model's file again with its matrices in another type, for tests: no checkpoint needed.

Reads no more of GGUF v3 (ggml's docs/gguf.md) than our own files have.
"""
import struct
from pathlib import Path

import numpy as np

from quantise import BLOCK, DECODERS, TYPES, encode

SIZES = {0: 1, 1: 1, 2: 2, 3: 2, 4: 4, 5: 4, 6: 4, 7: 1, 10: 8, 11: 8, 12: 8}  # bytes of a metadata value by its type
STRING, ARRAY = 8, 9
ALIGNMENT = 32  # bytes
NAMES = {number: name for name, number in TYPES.items()}


class Reader:
    def __init__(self, raw):
        self.raw, self.at = raw, 0

    def take(self, layout):
        values = struct.unpack_from("<" + layout, self.raw, self.at)
        self.at += struct.calcsize("<" + layout)
        return values if len(values) > 1 else values[0]

    def string(self):
        n = self.take("Q")
        self.at += n
        return self.raw[self.at - n:self.at]

    def skip_value(self, kind):
        if kind == STRING:
            self.string()
        elif kind == ARRAY:
            of, n = self.take("IQ")
            if of == STRING:
                for _ in range(n):
                    self.string()
            else:
                self.at += n * SIZES[of]
        else:
            self.at += SIZES[kind]


def tensors(reader, n):
    """(name, shape with the row length first, type, offset in the data)"""
    infos = []
    for _ in range(n):
        name, n_dims = reader.string(), reader.take("I")
        shape = [reader.take("Q") for _ in range(n_dims)]
        kind, offset = reader.take("IQ")
        infos.append((name, shape, NAMES[kind], offset))
    return infos


def retype(source: Path, target: Path, kind):
    """Every matrix becomes `kind`; vectors stay as they are."""
    raw = source.read_bytes()
    reader = Reader(raw)
    magic, version, n_tensors, n_pairs = reader.take("4sIQQ")
    assert (magic, version) == (b"GGUF", 3), source
    for _ in range(n_pairs):
        reader.string()
        reader.skip_value(reader.take("I"))
    pairs_end = reader.at
    infos = tensors(reader, n_tensors)
    begin = reader.at + -reader.at % ALIGNMENT

    head, data, offset = [], [], 0
    for name, shape, was, at in infos:
        count = int(np.prod(shape))
        if len(shape) == 1:
            own, out = was, raw[begin + at:begin + at + 4 * count]
        else:
            values, size = BLOCK[was]
            blocks = np.frombuffer(raw, np.uint8, count // values * size, begin + at).reshape(-1, size)
            own, out = kind, encode(kind, DECODERS[was](blocks).reshape(shape[1], shape[0]))
        out += b"\0" * (-len(out) % ALIGNMENT)
        head.append(struct.pack("<Q", len(name)) + name + struct.pack(f"<I{len(shape)}QIQ", len(shape), *shape, TYPES[own], offset))
        data.append(out)
        offset += len(out)
    start = raw[:pairs_end] + b"".join(head)
    target.write_bytes(start + b"\0" * (-len(start) % ALIGNMENT) + b"".join(data))
