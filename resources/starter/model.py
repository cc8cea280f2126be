# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT
"""The qwen2 architecture in plain PyTorch: RMSNorm, RoPE over halves, grouped queries with biases on
q, k and v, SwiGLU, and one matrix for embedding and output."""
from dataclasses import asdict, dataclass

import torch
import torch.nn.functional as F
from torch import nn


@dataclass
class Config:
    """Widths are multiples of 256, the length of a K-quant block."""
    vocabulary: int = 4096
    width: int = 512
    layers: int = 4
    heads: int = 8
    kv_heads: int = 2
    hidden: int = 768
    context: int = 2048
    rope_base: float = 10000.0
    eps: float = 1e-6

    @property
    def head(self):
        return self.width // self.heads

    def as_dict(self):
        return asdict(self)


class Norm(nn.Module):
    def __init__(self, width, eps):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(width))
        self.eps = eps

    def forward(self, x):
        return x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + self.eps) * self.weight


def rotate(x, cos, sin):
    """Pairs (i, i + half), as llama.cpp's neox layout. x: (batch, heads, time, head)."""
    a, b = x.chunk(2, -1)
    return torch.cat((a * cos - b * sin, b * cos + a * sin), -1)


def attention(q, k, v, later):
    """Causal attention of grouped queries. q: (batch, kv heads, group, time, head); k and v without group.

    In bfloat16 on a CPU, PyTorch 2.6's fused form multiplies without oneDNN and takes 92 % of a step;
    spelled out, each product is oneDNN's (500 GFLOPS on a Zen 5 core). later: (time, time), 0 or -inf."""
    batch, heads, group, time, width = q.shape
    if q.is_cuda or not torch.is_autocast_enabled("cpu"):
        k, v = (x[:, :, None].expand_as(q).flatten(1, 2) for x in (k, v))
        return F.scaled_dot_product_attention(q.flatten(1, 2), k, v, is_causal=True)
    q = (q * width ** -0.5).view(batch * heads, group * time, width)
    mask = later.to(q.dtype).repeat(group, 1).expand(batch * heads, -1, -1)
    scores = torch.baddbmm(mask, q, k.flatten(0, 1).transpose(1, 2))
    return (scores.softmax(-1, dtype=torch.bfloat16) @ v.flatten(0, 1)).view(batch, heads * group, time, width)


class Block(nn.Module):
    def __init__(self, c: Config):
        super().__init__()
        kv = c.kv_heads * c.head
        self.c = c
        self.attn_norm, self.ffn_norm = Norm(c.width, c.eps), Norm(c.width, c.eps)
        self.q, self.k, self.v = nn.Linear(c.width, c.width), nn.Linear(c.width, kv), nn.Linear(c.width, kv)
        self.output = nn.Linear(c.width, c.width, bias=False)
        self.gate, self.up = (nn.Linear(c.width, c.hidden, bias=False) for _ in range(2))
        self.down = nn.Linear(c.hidden, c.width, bias=False)

    def forward(self, x, cos, sin, later):
        batch, time, width = x.shape
        c = self.c
        h = self.attn_norm(x)
        q, k, v = (f(h).view(batch, time, -1, c.head).transpose(1, 2) for f in (self.q, self.k, self.v))
        q, k = rotate(q, cos, sin), rotate(k, cos, sin)
        h = attention(q.unflatten(1, (c.kv_heads, -1)), k, v, later)
        x = x + self.output(h.transpose(1, 2).reshape(batch, time, width))
        h = self.ffn_norm(x)
        return x + self.down(F.silu(self.gate(h)) * self.up(h))


class Model(nn.Module):
    def __init__(self, c: Config):
        super().__init__()
        self.c = c
        self.embedding = nn.Embedding(c.vocabulary, c.width)
        self.blocks = nn.ModuleList(Block(c) for _ in range(c.layers))
        self.norm = Norm(c.width, c.eps)
        frequencies = c.rope_base ** (-torch.arange(0, c.head, 2).double() / c.head)
        angles = torch.arange(c.context).double()[:, None] * frequencies
        self.register_buffer("cos", angles.cos().float(), persistent=False)
        self.register_buffer("sin", angles.sin().float(), persistent=False)
        for name, p in self.named_parameters():
            if p.dim() == 2:
                deep = name.endswith(("output.weight", "down.weight"))
                nn.init.normal_(p, std=0.02 / ((2 * c.layers) ** 0.5 if deep else 1))
            elif name.endswith("bias"):
                nn.init.zeros_(p)

    def hidden(self, ids):
        """Normed states, (batch, time, width)."""
        x = self.embedding(ids)
        cos, sin = self.cos[:ids.shape[1]], self.sin[:ids.shape[1]]
        later = torch.full((ids.shape[1], ids.shape[1]), float("-inf"), device=ids.device).triu(1)
        for block in self.blocks:
            x = block(x, cos, sin, later)
        return self.norm(x)

    def forward(self, ids):
        return self.hidden(ids) @ self.embedding.weight.T

    def loss(self, ids, mask):
        """Mean cross entropy of the next tokens that the mask marks. Only those reach the vocabulary
        matrix: about 40 % of a row."""
        states = self.hidden(ids)[:, :-1][mask[:, 1:]]
        return F.cross_entropy((states @ self.embedding.weight.T).float(), ids[:, 1:][mask[:, 1:]])
