# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT
"""Quantisers for Q8_0, Q4_K, Q5_K and Q6_K, and their decoders for checks.

The layouts are those of engine/quant/blocks.h. Every encoder takes float32 rows whose length is a
multiple of the block and gives bytes. Scales are searched: candidates around the obvious scale are
tried and the one with the least squared error (weighted by the square of the values) is kept, then
refitted by least squares to the quants it gave.
"""
import numpy as np

TYPES = {"F32": 0, "Q8_0": 8, "Q4_K": 12, "Q5_K": 13, "Q6_K": 14}  # ggml's numbers
BLOCK = {"Q8_0": (32, 34), "Q4_K": (256, 144), "Q5_K": (256, 176), "Q6_K": (256, 210)}  # values, bytes


def half(x):
    """float32 rounded to what a binary16 holds."""
    return x.astype(np.float16).astype(np.float32)


def half_bytes(x):
    return np.ascontiguousarray(x.astype("<f2")).view(np.uint8).reshape(len(x), 2)


def divide(a, b):
    """a / b, and 0 where b is 0."""
    return np.divide(a, b, out=np.zeros(np.broadcast(a, b).shape, np.float32), where=b != 0)


def q8_0(x):
    x = x.reshape(-1, 32)
    d = half(np.abs(x).max(1, keepdims=True) / 127)
    q = np.clip(np.rint(divide(x, d)), -127, 127).astype(np.int8)
    return np.concatenate([half_bytes(d[:, 0]), q.view(np.uint8)], 1)


def q8_0_decode(b):
    return b[:, :2].copy().view("<f2").astype(np.float32) * b[:, 2:].copy().view(np.int8)


def symmetric_scale(x, limit, tries=21):
    """Scale per row of x with q in [-limit, limit - 1], least weighted squared error."""
    weight = x * x
    at = np.abs(x).argmax(1)
    peak = np.take_along_axis(x, at[:, None], 1)
    best, best_error = np.zeros_like(peak), np.full(peak.shape, np.inf, np.float32)
    for i in range(tries):
        scale = peak / (-limit + 0.1 * (i - tries // 2))
        q = np.clip(np.rint(divide(x, scale)), -limit, limit - 1)
        scale = divide((weight * x * q).sum(1, keepdims=True), (weight * q * q).sum(1, keepdims=True))
        error = (weight * (x - scale * q) ** 2).sum(1, keepdims=True)
        better = error < best_error
        best, best_error = np.where(better, scale, best), np.where(better, error, best_error)
    return best


def q6_k(x):
    x = x.reshape(-1, 16, 16)
    scale = symmetric_scale(x.reshape(-1, 16), 32).reshape(-1, 16)
    at = np.abs(scale).argmax(1)
    peak = np.take_along_axis(scale, at[:, None], 1)
    d = half(peak / -128)
    sub = np.clip(np.rint(divide(scale, d)), -128, 127)
    q = np.clip(np.rint(divide(x, (d * sub)[:, :, None])), -32, 31).astype(np.int32) + 32
    q = q.reshape(-1, 2, 2, 2, 32)                          # [h][n][j][l]: value 128h + 64n + 32j + l
    low, high = q & 15, q >> 4
    ql = (low[:, :, 0] | low[:, :, 1] << 4).reshape(-1, 128)  # byte 64h + 32j + l, nibble n
    high = high.reshape(-1, 2, 4, 32)                       # [h][j'][l]: bits 2j' of byte 32h + l
    qh = sum(high[:, :, j] << 2 * j for j in range(4)).reshape(-1, 64)
    return np.concatenate([ql.astype(np.uint8), qh.astype(np.uint8), sub.astype(np.int8).view(np.uint8), half_bytes(d[:, 0])], 1)


def q6_k_decode(b):
    ql, qh = b[:, :128].astype(np.int32).reshape(-1, 2, 2, 32), b[:, 128:192].astype(np.int32).reshape(-1, 2, 32)
    sub, d = b[:, 192:208].copy().view(np.int8).astype(np.float32), b[:, 208:].copy().view("<f2").astype(np.float32)
    low = np.stack([ql & 15, ql >> 4], 2)
    high = np.stack([qh >> 2 * j & 3 for j in range(4)], 2)
    q = (low.reshape(-1, 256) | high.reshape(-1, 256) << 4) - 32
    return q * np.repeat(d * sub, 16, 1)


def affine_scale(x, levels, tries=16):
    """(scale, min) per row of x with x = scale * q - min, q in [0, levels], min >= 0."""
    weight = np.sqrt((x * x).mean(1, keepdims=True)) + np.abs(x)
    low = np.minimum(x.min(1, keepdims=True), 0)
    span = x.max(1, keepdims=True) - low
    best_scale, best_min = divide(span, np.float32(levels)), -low
    best_error = np.full(span.shape, np.inf, np.float32)
    sum_w, sum_x = weight.sum(1, keepdims=True), (weight * x).sum(1, keepdims=True)
    for i in range(tries):
        q = np.clip(np.rint((x - low) * divide(np.float32(levels - 0.5 + 0.1 * i), span)), 0, levels)
        sum_q, sum_qq, sum_xq = ((weight * v).sum(1, keepdims=True) for v in (q, q * q, x * q))
        determinant = sum_w * sum_qq - sum_q * sum_q
        scale = divide(sum_w * sum_xq - sum_x * sum_q, determinant)
        offset = divide(sum_qq * sum_x - sum_q * sum_xq, determinant)
        positive = offset > 0                                # a min may not be negative
        scale = np.where(positive, divide(sum_xq, sum_qq), scale)
        offset = np.where(positive, 0, offset)
        error = (weight * (scale * q + offset - x) ** 2).sum(1, keepdims=True)
        better = (error < best_error) & (determinant != 0)
        best_scale, best_min = np.where(better, scale, best_scale), np.where(better, -offset, best_min)
        best_error = np.where(better, error, best_error)
    return np.maximum(best_scale, 0), best_min


def pack_scales(scale, low):
    """12 bytes of 8 pairs of 6 bits (blocks.h, kScaleMinBytes)."""
    out = np.zeros((len(scale), 12), np.int32)
    out[:, 0:4] = scale[:, :4] | (scale[:, 4:] >> 4) << 6
    out[:, 4:8] = low[:, :4] | (low[:, 4:] >> 4) << 6
    out[:, 8:12] = scale[:, 4:] & 15 | (low[:, 4:] & 15) << 4
    return out.astype(np.uint8)


def unpack_scales(b):
    b = b.astype(np.int32)
    scale = np.concatenate([b[:, 0:4] & 63, b[:, 8:12] & 15 | b[:, 0:4] >> 6 << 4], 1)
    low = np.concatenate([b[:, 4:8] & 63, b[:, 8:12] >> 4 | b[:, 4:8] >> 6 << 4], 1)
    return scale, low


def affine_quants(x, levels):
    """(d, dmin, 6-bit scales, 6-bit mins, quants) of blocks of 256."""
    x = x.reshape(-1, 8, 32)
    scale, low = (a.reshape(-1, 8) for a in affine_scale(x.reshape(-1, 32), levels))
    d, dmin = half(scale.max(1, keepdims=True) / 63), half(low.max(1, keepdims=True) / 63)
    sub, sub_min = (np.clip(np.rint(divide(a, b)), 0, 63).astype(np.int32) for a, b in ((scale, d), (low, dmin)))
    q = np.clip(np.rint(divide(x + (dmin * sub_min)[:, :, None], (d * sub)[:, :, None])), 0, levels).astype(np.int32)
    return d, dmin, sub, sub_min, q


def nibbles(q):
    """128 bytes: byte 32j + l holds value 64j + l low and 64j + 32 + l high. q: (n, 8, 32)."""
    q = q.reshape(-1, 4, 2, 32)
    return (q[:, :, 0] | q[:, :, 1] << 4).reshape(-1, 128).astype(np.uint8)


def q4_k(x):
    d, dmin, sub, sub_min, q = affine_quants(x, 15)
    return np.concatenate([half_bytes(d[:, 0]), half_bytes(dmin[:, 0]), pack_scales(sub, sub_min), nibbles(q)], 1)


def q5_k(x):
    d, dmin, sub, sub_min, q = affine_quants(x, 31)
    qh = sum((q[:, s] >> 4) << s for s in range(8)).astype(np.uint8)
    return np.concatenate([half_bytes(d[:, 0]), half_bytes(dmin[:, 0]), pack_scales(sub, sub_min), qh, nibbles(q & 15)], 1)


def affine_decode(b, high=None):
    d, dmin = (b[:, i:i + 2].copy().view("<f2").astype(np.float32) for i in (0, 2))
    sub, sub_min = unpack_scales(b[:, 4:16])
    qs = b[:, -128:].astype(np.int32).reshape(-1, 4, 32)
    q = np.stack([qs & 15, qs >> 4], 2).reshape(-1, 8, 32)
    if high is not None:
        q = q | np.stack([high.astype(np.int32) >> s & 1 for s in range(8)], 1) << 4
    return (q * (d * sub)[:, :, None] - (dmin * sub_min)[:, :, None]).reshape(-1, 256)


def q4_k_decode(b):
    return affine_decode(b)


def q5_k_decode(b):
    return affine_decode(b, b[:, 16:48])


ENCODERS = {"Q8_0": q8_0, "Q4_K": q4_k, "Q5_K": q5_k, "Q6_K": q6_k}
DECODERS = {"Q8_0": q8_0_decode, "Q4_K": q4_k_decode, "Q5_K": q5_k_decode, "Q6_K": q6_k_decode}


def encode(kind, x):
    """Bytes of a matrix in a type of TYPES."""
    x = np.ascontiguousarray(x, np.float32)
    if kind == "F32":
        return x.tobytes()
    assert x.shape[-1] % BLOCK[kind][0] == 0, (kind, x.shape)
    out = ENCODERS[kind](x.reshape(-1, BLOCK[kind][0]))
    assert out.dtype == np.uint8 and out.shape[1] == BLOCK[kind][1]
    return out.tobytes()


def round_trip(kind, x):
    """The float32 values a matrix has after a stay in a file."""
    if kind == "F32":
        return x
    raw = np.frombuffer(encode(kind, x), np.uint8).reshape(-1, BLOCK[kind][1])
    return DECODERS[kind](raw).reshape(x.shape)
