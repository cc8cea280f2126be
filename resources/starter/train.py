# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT
"""Trains the starter model on rows.npy, and goes on from the last checkpoint after an interruption.

The learning rate falls to zero over --tokens, or over --minutes of computing: a step counts with at
most four times the usual step's time, so a process that is stopped and continued loses nothing.
"""
import argparse
import json
import time
from pathlib import Path

import numpy as np
import torch

from model import Config, Model
from optimiser import optimisers

WARM_UP, FALL = 0.02, 0.75   # parts of the training: the rate rises over the first and falls over the last
LONG = 0.05                  # last part, in rows of the whole context instead of 512 tokens
SAVE_EVERY = 150             # seconds


def rate(part):
    """Of the peak, at a part in 0..1 of the training."""
    return min(1.0, part / WARM_UP + 0.02, max(0.0, (1 - part) / FALL))


class Budget:
    """How much of the training is done, by tokens or by computing time."""

    def __init__(self, tokens, minutes):
        self.tokens, self.seconds = tokens, minutes * 60
        self.seen, self.spent, self.usual = 0, 0.0, None

    def add(self, tokens, seconds):
        self.usual = seconds if self.usual is None else min(1.02 * self.usual, 0.9 * self.usual + 0.1 * seconds)
        self.seen += tokens
        self.spent += min(seconds, 4 * self.usual)

    def part(self):
        return self.spent / self.seconds if self.seconds else self.seen / self.tokens

    def left(self):
        """Seconds."""
        return self.spent * (1 / max(1e-6, self.part()) - 1)


class Rows:
    """Batches in an order that depends on how many rows were taken before only, so a resumed run sees
    what it would have seen."""

    def __init__(self, work: Path):
        self.ids, self.mask = (np.load(work / f"{n}.npy", mmap_mode="r") for n in ("rows", "mask"))
        self.order, self.epoch = None, -1

    def take(self, first, count, together):
        """`count` rows, `together` of them joined to one."""
        picks = []
        for i in range(first, first + count):
            epoch, at = divmod(i, len(self.ids))
            if epoch != self.epoch:
                self.order, self.epoch = np.random.default_rng(epoch).permutation(len(self.ids)), epoch
            picks.append(self.order[at])
        shape = (count // together, -1)
        return (torch.from_numpy(self.ids[picks].astype(np.int64)).view(shape),
                torch.from_numpy(self.mask[picks].astype(bool)).view(shape))


def save(path: Path, model, both, taken, budget, config):
    temporary = path.with_suffix(".tmp")
    torch.save({"model": model.state_dict(), "optimisers": [o.state_dict() for o in both], "taken": taken,
                "seen": budget.seen, "spent": budget.spent, "usual": budget.usual, "config": config}, temporary)
    temporary.replace(path)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, default=Path("build/starter"))
    parser.add_argument("--tokens", type=float, default=30e6, help="tokens to see in all")
    parser.add_argument("--minutes", type=float, default=0, help="computing time instead of --tokens")
    parser.add_argument("--batch", type=int, default=16, help="rows per step, a multiple of 4")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--stop-after", type=int, default=0, help="steps, then a checkpoint and the end; for smoke runs")
    for name in ("layers", "width", "hidden", "heads", "kv_heads"):
        parser.add_argument(f"--{name.replace('_', '-')}", type=int, default=getattr(Config, name))
    return parser.parse_args()


def main():
    options = arguments()
    device = "cuda" if torch.cuda.is_available() else "cpu"
    torch.set_num_threads(options.threads)
    torch.manual_seed(1)
    rows = Rows(options.work)
    config = Config(layers=options.layers, width=options.width, hidden=options.hidden, heads=options.heads, kv_heads=options.kv_heads)
    model = Model(config).to(device)
    both = optimisers(model)
    budget, taken, step = Budget(options.tokens, options.minutes), 0, 0
    checkpoint = options.work / "checkpoint.pt"
    if checkpoint.exists():
        stored = torch.load(checkpoint, map_location=device)
        if stored["config"] != config.as_dict():
            raise SystemExit(f"{checkpoint}: another model shape (found {stored['config']}, wanted {config.as_dict()})")
        model.load_state_dict(stored["model"])
        for optimiser, state in zip(both, stored["optimisers"]):
            optimiser.load_state_dict(state)
        taken, budget.seen, budget.spent, budget.usual = (stored[n] for n in ("taken", "seen", "spent", "usual"))
        print(f"going on at {100 * budget.part():.1f} %")
    parameters = sum(p.numel() for p in model.parameters())
    print(f"{parameters / 1e6:.2f} M parameters, {len(rows.ids)} rows, {options.batch} per step, {options.threads} threads on {device}", flush=True)

    smooth, last_saved = None, time.time()
    while (part := budget.part()) < 1:
        began = time.time()
        together = config.context // rows.ids.shape[1] if part > 1 - LONG else 1
        ids, learnt = (x.to(device) for x in rows.take(taken, options.batch, together))
        for optimiser in both:
            for group in optimiser.param_groups:
                group["lr"] = group["peak"] * rate(part)
        with torch.autocast(device, torch.bfloat16):
            loss = model.loss(ids, learnt)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        for optimiser in both:
            optimiser.step()
            optimiser.zero_grad(set_to_none=True)
        step, taken = step + 1, taken + options.batch
        smooth = loss.item() if smooth is None else 0.95 * smooth + 0.05 * loss.item()
        budget.add(ids.numel(), time.time() - began)
        done = budget.part() >= 1 or step == options.stop_after
        if step % 10 == 0 or done:
            print(f"step {step}  {100 * budget.part():.1f} %  loss {smooth:.4f}  {budget.seen / budget.spent:.0f} tokens/s  "
                  f"{budget.left() / 60:.1f} min left", flush=True)
        if done or time.time() - last_saved > SAVE_EVERY:
            save(checkpoint, model, both, taken, budget, config.as_dict())
            last_saved = time.time()
        if done:
            break
    report = {"loss": smooth, "seconds": budget.spent, "tokens": budget.seen, "rows": len(rows.ids), "parameters": parameters, "device": device,
              "threads": options.threads, "batch": options.batch, **config.as_dict()}
    (options.work / "training.json").write_text(json.dumps(report, indent=1) + "\n")


if __name__ == "__main__":
    main()
