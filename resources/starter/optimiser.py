# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT
"""Muon for the matrices of the layers, AdamW for the embedding and the vectors.

Muon (K. Jordan et al., 2024, https://kellerjordan.github.io/posts/muon): the momentum of a matrix is
brought near the closest orthogonal matrix by five Newton-Schulz steps, whose coefficients are those
of that text, so that every direction of a matrix learns equally fast. Here it costs 8 % of a step.
"""
import torch

MATRIX_RATE, EMBEDDING_RATE, VECTOR_RATE = 0.02, 3e-3, 3e-3   # at the schedule's peak
MATRIX_DECAY = 0.05                                           # of a weight, times the rate, per step


def orthogonal(g, steps=5):
    """A matrix with the singular vectors of g and singular values near one."""
    a, b, c = 3.4445, -4.7750, 2.0315
    wide = g.shape[0] <= g.shape[1]
    x = (g if wide else g.T).bfloat16()
    x = x / (x.norm() + 1e-7)
    for _ in range(steps):
        s = x @ x.T
        x = a * x + (b * s + c * (s @ s)) @ x
    return (x if wide else x.T).float()


class Muon(torch.optim.Optimizer):
    def __init__(self, matrices, lr, momentum=0.95, decay=MATRIX_DECAY):
        super().__init__(matrices, {"lr": lr, "momentum": momentum, "decay": decay})

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            for p in group["params"]:
                mean = self.state[p].setdefault("mean", torch.zeros_like(p))
                mean.lerp_(p.grad, 1 - group["momentum"])
                update = orthogonal(p.grad.lerp(mean, group["momentum"]))
                p.mul_(1 - group["lr"] * group["decay"])
                p.add_(update, alpha=-group["lr"] * max(1, p.shape[0] / p.shape[1]) ** 0.5)


def optimisers(model):
    """Both, with the peak rate of each group kept as group["peak"]."""
    matrices = [p for n, p in model.named_parameters() if p.dim() == 2 and n.startswith("blocks")]
    vectors = [p for p in model.parameters() if p.dim() != 2]
    groups = [{"params": [model.embedding.weight], "lr": EMBEDDING_RATE}, {"params": vectors, "lr": VECTOR_RATE}]
    both = [Muon(matrices, MATRIX_RATE), torch.optim.AdamW(groups, betas=(0.9, 0.95), eps=1e-10, weight_decay=0.0)]
    for optimiser in both:
        for group in optimiser.param_groups:
            group["peak"] = group["lr"]
    return both
