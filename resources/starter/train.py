# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT
"""Trains the starter model on rows.npy, and goes on from the last checkpoint after an interruption.

The number of steps is fixed by --tokens, so that an interrupted run ends with the same schedule.
"""
import argparse
import json
import math
import time
from pathlib import Path

import numpy as np
import torch

from model import Config, Model


def learning_rate(step, steps, peak, warm_up):
    if step < warm_up:
        return peak * (step + 1) / warm_up
    part = (step - warm_up) / max(1, steps - warm_up)
    return peak * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * min(1.0, part))))


def optimizer_for(model, device):
    matrices = [p for p in model.parameters() if p.dim() == 2]
    vectors = [p for p in model.parameters() if p.dim() != 2]
    groups = [{"params": matrices, "weight_decay": 0.1}, {"params": vectors, "weight_decay": 0.0}]
    return torch.optim.AdamW(groups, lr=1e-3, betas=(0.9, 0.95), eps=1e-8, fused=device == "cuda" or None)


def save(path: Path, model, optimizer, step, config):
    temporary = path.with_suffix(".tmp")
    torch.save({"model": model.state_dict(), "optimizer": optimizer.state_dict(), "step": step, "config": config}, temporary)
    temporary.replace(path)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, default=Path("build/starter"))
    parser.add_argument("--tokens", type=float, default=24e6, help="tokens to see in all")
    parser.add_argument("--batch", type=int, default=16, help="rows per step")
    parser.add_argument("--peak", type=float, default=2e-3, help="highest learning rate")
    parser.add_argument("--layers", type=int, default=Config.layers)
    parser.add_argument("--width", type=int, default=Config.width)
    parser.add_argument("--hidden", type=int, default=Config.hidden)
    parser.add_argument("--heads", type=int, default=Config.heads)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--bf16", action="store_true", help="matrix products in bfloat16; see README for what is faster")
    parser.add_argument("--stop-after", type=float, default=0, help="seconds, then a checkpoint and the end; for smoke runs")
    options = parser.parse_args()

    device = "cuda" if torch.cuda.is_available() else "cpu"
    torch.set_num_threads(options.threads)
    torch.manual_seed(1)
    rows = np.load(options.work / "rows.npy", mmap_mode="r")
    mask = np.load(options.work / "mask.npy", mmap_mode="r")
    per_step = options.batch * rows.shape[1]
    steps = max(1, int(options.tokens / per_step))
    config = Config(layers=options.layers, width=options.width, hidden=options.hidden, heads=options.heads)
    model = Model(config).to(device)
    optimizer = optimizer_for(model, device)
    checkpoint, step = options.work / "checkpoint.pt", 0
    if checkpoint.exists():
        stored = torch.load(checkpoint, map_location=device)
        if stored["config"] != config.as_dict():
            raise SystemExit(f"{checkpoint}: another model shape (found {stored['config']}, wanted {config.as_dict()})")
        model.load_state_dict(stored["model"])
        optimizer.load_state_dict(stored["optimizer"])
        step = stored["step"]
        print(f"going on at step {step}")
    parameters = sum(p.numel() for p in model.parameters())
    print(f"{parameters / 1e6:.2f} M parameters, {steps} steps of {per_step} tokens on {device}, {options.threads} threads, "
          f"{len(rows)} rows: {steps * options.batch / len(rows):.1f} epochs", flush=True)

    began, seen, smooth, last_saved = time.time(), 0, None, time.time()
    order, order_epoch = None, -1
    while step < steps:
        # The order of an epoch depends on its number only, so a resumed run sees the rows it would have seen.
        first = step * options.batch
        picks = []
        for i in range(first, first + options.batch):
            epoch, at = divmod(i, len(rows))
            if epoch != order_epoch:
                order, order_epoch = np.random.default_rng(epoch).permutation(len(rows)), epoch
            picks.append(order[at])
        ids = torch.from_numpy(rows[picks].astype(np.int64)).to(device)
        learnt = torch.from_numpy(mask[picks].astype(bool)).to(device)
        for group in optimizer.param_groups:
            group["lr"] = learning_rate(step, steps, options.peak, min(100, steps // 10 + 1))
        with torch.autocast(device, torch.bfloat16, enabled=options.bf16 or device == "cuda"):
            loss = model.loss(ids, learnt)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        step, seen = step + 1, seen + per_step
        smooth = loss.item() if smooth is None else 0.95 * smooth + 0.05 * loss.item()
        elapsed = time.time() - began
        stop = bool(options.stop_after) and elapsed > options.stop_after
        if step % 10 == 0 or step == steps or stop:
            rest = (steps - step) * per_step / (seen / elapsed)
            print(f"step {step}/{steps}  loss {smooth:.4f}  {seen / elapsed:.0f} tokens/s  ETA {rest / 60:.1f} min", flush=True)
        if stop or step == steps or time.time() - last_saved > 120:
            save(checkpoint, model, optimizer, step, config.as_dict())
            last_saved = time.time()
        if stop:
            break
    report = {"step": step, "steps": steps, "loss": smooth, "seconds": time.time() - began, "tokens": step * per_step,
              "parameters": parameters, "device": device, "threads": options.threads}
    with (options.work / "training.jsonl").open("a") as out:
        out.write(json.dumps(report) + "\n")


if __name__ == "__main__":
    main()
