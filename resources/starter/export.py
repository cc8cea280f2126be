# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT
"""Writes a checkpoint as GGUF v3: weights, tokenizer and chat template in one file.

The format is that of ggml's docs/gguf.md. Matrices get the type asked for, vectors stay F32; the
embedding, which is the output matrix too, gets at least Q6_K, as it decides every token.
"""
import argparse
import struct
from pathlib import Path

import torch

from bpe import Tokenizer
from model import Config
from quantise import TYPES, encode

ALIGNMENT = 32  # bytes
FILE_TYPES = {"F32": 0, "Q8_0": 7, "Q4_K": 15, "Q5_K": 17, "Q6_K": 18}  # general.file_type, of llama.cpp
TEMPLATE = ("{% for message in messages %}{{'<|im_start|>' + message['role'] + '\\n' + message['content'] + '<|im_end|>' + '\\n'}}{% endfor %}"
            "{% if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}{% endif %}")
UINT32, INT32, FLOAT32, BOOL, STRING, ARRAY = 4, 5, 6, 7, 8, 9


def string(text):
    raw = text.encode()
    return struct.pack("<Q", len(raw)) + raw


def value(kind, v):
    if kind == STRING:
        return string(v)
    return struct.pack({UINT32: "<I", INT32: "<i", FLOAT32: "<f", BOOL: "<?"}[kind], v)


def entry(key, kind, v):
    """A metadata pair; a list is an array of `kind`."""
    if isinstance(v, list):
        return string(key) + struct.pack("<IIQ", ARRAY, kind, len(v)) + b"".join(value(kind, x) for x in v)
    return string(key) + struct.pack("<I", kind) + value(kind, v)


def metadata(c: Config, tokenizer: Tokenizer, kind):
    texts, types = tokenizer.token_texts()
    ids = tokenizer.special
    pairs = [
        ("general.architecture", STRING, "qwen2"), ("general.name", STRING, "Vibrant Starter"), ("general.license", STRING, "MIT"),
        ("general.author", STRING, "The Vibrant developers"), ("general.alignment", UINT32, ALIGNMENT),
        ("general.description", STRING, "A tiny model trained from scratch on generated text: a few hundred small programming tasks"),
        ("vibrant.starter", BOOL, True),
        ("general.file_type", UINT32, FILE_TYPES[kind]), ("general.quantization_version", UINT32, 2),
        ("qwen2.block_count", UINT32, c.layers), ("qwen2.context_length", UINT32, c.context), ("qwen2.embedding_length", UINT32, c.width),
        ("qwen2.feed_forward_length", UINT32, c.hidden), ("qwen2.attention.head_count", UINT32, c.heads),
        ("qwen2.attention.head_count_kv", UINT32, c.kv_heads), ("qwen2.rope.freq_base", FLOAT32, c.rope_base),
        ("qwen2.attention.layer_norm_rms_epsilon", FLOAT32, c.eps),
        ("tokenizer.ggml.model", STRING, "gpt2"), ("tokenizer.ggml.pre", STRING, "qwen2"), ("tokenizer.ggml.tokens", STRING, texts),
        ("tokenizer.ggml.token_type", INT32, types), ("tokenizer.ggml.merges", STRING, tokenizer.merge_texts()),
        ("tokenizer.ggml.eos_token_id", UINT32, ids["<|im_end|>"]), ("tokenizer.ggml.padding_token_id", UINT32, ids["<|endoftext|>"]),
        ("tokenizer.ggml.bos_token_id", UINT32, ids["<|endoftext|>"]), ("tokenizer.ggml.add_bos_token", BOOL, False),
        ("tokenizer.ggml.fim_pre_token_id", UINT32, ids["<|fim_prefix|>"]), ("tokenizer.ggml.fim_mid_token_id", UINT32, ids["<|fim_middle|>"]),
        ("tokenizer.ggml.fim_suf_token_id", UINT32, ids["<|fim_suffix|>"]), ("tokenizer.ggml.fim_pad_token_id", UINT32, ids["<|fim_pad|>"]),
        ("tokenizer.ggml.fim_rep_token_id", UINT32, ids["<|repo_name|>"]), ("tokenizer.ggml.fim_sep_token_id", UINT32, ids["<|file_sep|>"]),
        ("tokenizer.chat_template", STRING, TEMPLATE),
    ]
    return [entry(*p) for p in pairs]


LAYER = {"attn_norm.weight": "attn_norm.weight", "ffn_norm.weight": "ffn_norm.weight", "q.weight": "attn_q.weight", "q.bias": "attn_q.bias",
         "k.weight": "attn_k.weight", "k.bias": "attn_k.bias", "v.weight": "attn_v.weight", "v.bias": "attn_v.bias", "output.weight": "attn_output.weight",
         "gate.weight": "ffn_gate.weight", "up.weight": "ffn_up.weight", "down.weight": "ffn_down.weight"}


def tensors(state, c: Config):
    """(name in the file, name in the checkpoint, float32 array) in the order of use."""
    def array(name):
        return state[name].float().cpu().numpy()

    yield "token_embd.weight", "embedding.weight", array("embedding.weight")
    yield "output_norm.weight", "norm.weight", array("norm.weight")
    for i in range(c.layers):
        for ours, theirs in LAYER.items():
            yield f"blk.{i}.{theirs}", f"blocks.{i}.{ours}", array(f"blocks.{i}.{ours}")


def tensor_type(name, kind):
    """Of a matrix of the checkpoint in a file of that kind."""
    return "Q6_K" if name == "embedding.weight" and kind in ("Q4_K", "Q5_K") else kind


def write(path: Path, checkpoint: Path, tokenizer: Tokenizer, kind):
    stored = torch.load(checkpoint, map_location="cpu")
    c = Config(**stored["config"])
    infos, data, offset = [], [], 0
    for name, ours, x in tensors(stored["model"], c):
        own = "F32" if x.ndim == 1 else tensor_type(ours, kind)
        raw = encode(own, x)
        raw += b"\0" * (-len(raw) % ALIGNMENT)
        shape = x.shape[::-1]
        infos.append(string(name) + struct.pack(f"<I{len(shape)}QIQ", len(shape), *shape, TYPES[own], offset))
        data.append(raw)
        offset += len(raw)
    pairs = metadata(c, tokenizer, kind)
    head = b"GGUF" + struct.pack("<IQQ", 3, len(infos), len(pairs)) + b"".join(pairs) + b"".join(infos)
    head += b"\0" * (-len(head) % ALIGNMENT)
    path.write_bytes(head + b"".join(data))
    return path.stat().st_size


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, default=Path("build/starter"))
    parser.add_argument("--types", nargs="+", default=["Q8_0"], choices=sorted(TYPES))
    options = parser.parse_args()
    tokenizer = Tokenizer.load(options.work / "tokenizer.json")
    for kind in options.types:
        path = options.work / f"vibrant-starter-{kind}.gguf"
        size = write(path, options.work / "checkpoint.pt", tokenizer, kind)
        print(f"{path}: {size / 1e6:.2f} MB")
        if size > 12e6 and kind != "F32":
            raise SystemExit(f"{path}: too large for the repository (found {size} bytes, allowed 12000000)")


if __name__ == "__main__":
    main()
