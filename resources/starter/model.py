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
    width: int = 256
    layers: int = 8
    heads: int = 4
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


def attention(q, k, v):
    """Causal attention. In bfloat16 on a CPU, PyTorch 2.6's fused form multiplies without oneDNN and
    takes 92 % of a step; spelled out, each product is oneDNN's (500 GFLOPS on a Zen 5 core)."""
    if q.is_cuda or not torch.is_autocast_enabled("cpu"):
        return F.scaled_dot_product_attention(q, k, v, is_causal=True)
    time = q.shape[2]
    later = torch.ones(time, time, dtype=torch.bool, device=q.device).triu(1)
    scores = (q * q.shape[-1] ** -0.5) @ k.transpose(-1, -2)
    return scores.masked_fill(later, float("-inf")).softmax(-1, dtype=torch.bfloat16) @ v


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

    def forward(self, x, cos, sin):
        batch, time, width = x.shape
        c = self.c
        h = self.attn_norm(x)
        q, k, v = (f(h).view(batch, time, -1, c.head).transpose(1, 2) for f in (self.q, self.k, self.v))
        q, k = rotate(q, cos, sin), rotate(k, cos, sin)
        group = c.heads // c.kv_heads
        k, v = k.repeat_interleave(group, 1), v.repeat_interleave(group, 1)
        h = attention(q, k, v)
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
        for block in self.blocks:
            x = block(x, cos, sin)
        return self.norm(x)

    def forward(self, ids):
        return self.hidden(ids) @ self.embedding.weight.T

    def loss(self, ids, mask):
        """Mean cross entropy of the next tokens that the mask marks. Only those reach the vocabulary
        matrix: about 40 % of a row."""
        states = self.hidden(ids)[:, :-1][mask[:, 1:]]
        return F.cross_entropy((states @ self.embedding.weight.T).float(), ids[:, 1:][mask[:, 1:]])
