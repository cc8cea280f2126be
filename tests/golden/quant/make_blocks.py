#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT
"""Writes blocks.bin: random blocks of every tensor type we read and the values that the gguf Python package decodes
from them (Debian: python3-gguf, python3-numpy), an implementation independent of ours. Deterministic.

  make_blocks.py blocks.bin

The file is a row of records, little endian: gguf id u32, values u32, bytes u32, the blocks, the values as f32.
"""
import struct
import sys

import numpy as np
from gguf.constants import GGML_QUANT_SIZES, GGMLQuantizationType as T
from gguf.quants import dequantize

# Where a block keeps its f16 factors; all other bytes may hold anything.
FACTORS = {T.Q4_0: [0], T.Q4_1: [0, 2], T.Q5_0: [0], T.Q5_1: [0, 2], T.Q8_0: [0], T.Q2_K: [80, 82], T.Q3_K: [108],
           T.Q4_K: [0, 2], T.Q5_K: [0, 2], T.Q6_K: [208], T.IQ4_NL: [0], T.IQ4_XS: [0]}
PLAIN = [T.F32, T.F16, T.BF16]

# One block per case: ordinary scales, the largest and the smallest f16, subnormals, zeros of both signs.
CASES = [0.0123, -0.037, 65504.0, 6e-8, -3.1e-6, 0.0, -0.0, 1.0]


def blocks(rng, kind):
    _, size = GGML_QUANT_SIZES[kind]
    data = rng.integers(0, 256, (len(CASES), size), dtype=np.uint8)
    for block, case in zip(data, CASES):
        for i, offset in enumerate(FACTORS[kind]):
            block[offset:offset + 2] = np.float16(case * (1 - 0.3 * i)).reshape(1).view(np.uint8)
    return data.reshape(-1)


def plain(rng, kind):
    values = np.concatenate([rng.standard_normal(57).astype(np.float32), np.float32(CASES), np.float32([1e-40, 3e38])])
    if kind == T.F32:
        return values.view(np.uint8)
    if kind == T.F16:
        return np.clip(values, -65504, 65504).astype(np.float16).view(np.uint8)
    return (values.view(np.uint32) >> 16).astype(np.uint16).view(np.uint8)


def main():
    rng = np.random.default_rng(20260801)
    with open(sys.argv[1], "wb") as out:
        for kind in PLAIN + list(FACTORS):
            data = plain(rng, kind) if kind in PLAIN else blocks(rng, kind)
            decoded = dequantize(data.view({T.F32: np.float32, T.F16: np.float16}.get(kind, np.uint8)), kind)
            values = np.ascontiguousarray(decoded, dtype="<f4").reshape(-1)
            out.write(struct.pack("<3I", int(kind), values.size, data.size) + data.tobytes() + values.tobytes())


if __name__ == "__main__":
    main()
