#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT
"""Vibrant and llama.cpp on the same file in the same sitting.

Every round runs one measurement of each, one after the other, so that whatever the machine does besides hits both;
medians over the rounds are divided by each other. Absolute figures drift between machines and between hours: only the
ratios count. The table says for every row whether it reaches the bar and the goal the project set itself.

  tests/bench/compare.py --models DIR --peer llama-bench [--vibrant build/release/engine/cli/vibrant-cli]
                         [--rows 1.5B,7B-Q6_K] [--rounds 3] [--threads 2] [--json FILE]

--peer is a command that takes what llama-bench takes behind the model's path: `CMD MODEL -p 512 -n 0 -t 2 -o json`.
With `llama-bench` itself, `-m` is put before the model. Models are looked for in DIR by the names of the rows, which
are qwen2.5-coder-<size>-<quant>.gguf in lower case; random weights of the real shape do, since no figure here depends
on their values. Rows whose file is missing are listed as not measured.
"""

import argparse
import json
import os
import shlex
import statistics
import subprocess
import sys
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Row:
    """One line of the table. A figure of None has no bar."""

    name: str
    model: str  # size-quant, as in the file's name
    prompt: int = 0  # tokens to evaluate, 0 for decode
    generate: int = 0  # tokens to generate, 0 for prefill
    depth: int = 0  # tokens in the cache before
    flash: tuple[int, ...] = (0,)  # the peer's -fa; the better counts
    bar: float | None = None  # ours / theirs
    goal: float | None = None
    rounds: int | None = None  # fewer where one takes minutes

    @property
    def file(self) -> str:
        return f"qwen2.5-coder-{self.model}.gguf"


def q4(size: str, prompt: int, prefill: tuple[float, float], decode: tuple[float, float]) -> list[Row]:
    model = f"{size.lower()}-q4_k_m"
    return [
        Row(f"{size} prefill {prompt}", model, prompt=prompt, bar=prefill[0], goal=prefill[1]),
        Row(f"{size} decode", model, generate=32, bar=decode[0], goal=decode[1]),
    ]


def other(size: str, quant: str, decode: tuple[float, float], prefill: tuple[float, float] | None) -> list[Row]:
    model, name = f"{size}-{quant}".lower(), f"{size}-{quant}"
    rows = [Row(f"{name} decode", model, generate=16, bar=decode[0], goal=decode[1])]
    if prefill:
        rows.append(Row(f"{name} prefill 128", model, prompt=128, bar=prefill[0], goal=prefill[1]))
    return rows


ROWS = [
    *q4("0.5B", 512, (8, 11), (1.9, 2.3)),
    *q4("1.5B", 512, (3.2, 4), (1.9, 2.2)),
    *q4("7B", 128, (3, 3.7), (1.8, 2.1)),
    *(row for quant in ("Q5_K_M", "Q6_K", "Q8_0") for row in other("7B", quant, (1.4, 2), (3, 6))),
    *other("14B", "Q5_K_M", (1.5, 2), None),
    Row("1.5B prefill 8192", "1.5b-q4_k_m", prompt=8192, flash=(1,), bar=3, goal=5, rounds=1),
    Row("1.5B decode at 8192", "1.5b-q4_k_m", generate=16, depth=8192, flash=(0, 1), bar=2, goal=2.5, rounds=1),
    Row("7B prefill 512", "7b-q4_k_m", prompt=512),
]


@dataclass
class Result:
    row: Row
    ours: list[float] = field(default_factory=list)  # tokens/s
    theirs: list[float] = field(default_factory=list)
    bandwidth: list[float] = field(default_factory=list)  # ours / the machine's
    int8: list[float] = field(default_factory=list)
    private_bytes: int = 0
    missing: str = ""

    @property
    def ratio(self) -> float | None:
        if not self.ours or not self.theirs:
            return None
        return statistics.median(self.ours) / statistics.median(self.theirs)

    def verdict(self) -> str:
        if self.ratio is None or self.row.bar is None:
            return ""
        if self.row.goal is not None and self.ratio >= self.row.goal:
            return "goal"
        return "bar" if self.ratio >= self.row.bar else "below"


def run(command: list[str]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(f"{shlex.join(command)}: exit code {done.returncode}: {done.stderr.strip()[-500:]}")
    return done.stdout


def peer_speed(peer: list[str], row: Row, path: str, threads: int) -> float:
    """Tokens per second of the peer; of several attention settings the best."""
    model = ["-m", path] if os.path.basename(peer[-1]) == "llama-bench" else [path]
    best = 0.0
    for flash in row.flash:
        out = run([*peer, *model, "-p", str(row.prompt), "-n", str(row.generate), "-d", str(row.depth),
                   "-fa", str(flash), "-t", str(threads), "-r", "1", "-o", "json"])
        tests = [t for t in json.loads(out) if bool(t["n_prompt"]) == bool(row.prompt)]
        best = max(best, *(t["avg_ts"] for t in tests))
    return best


def our_figures(vibrant: str, row: Row, path: str, threads: int) -> dict:
    return json.loads(run([vibrant, "bench", path, "--json", "--repeat", "1", "--threads", str(threads), "--prompt",
                           str(row.prompt), "--generate", str(row.generate), "--depth", str(row.depth)]))


def measure(row: Row, args: argparse.Namespace) -> Result:
    result = Result(row)
    path = os.path.join(args.models, row.file)
    if not os.path.exists(path):
        result.missing = f"no {row.file}"
        return result
    for _ in range(min(args.rounds, row.rounds or args.rounds)):
        result.theirs.append(peer_speed(args.peer, row, path, args.threads))
        ours = our_figures(args.vibrant, row, path, args.threads)
        if row.prompt:
            result.ours.append(ours["prefill_tokens_per_s"])
            result.int8.append(ours["int8_peak_ratio"])
        else:
            result.ours.append(ours["decode_tokens_per_s"])
            result.bandwidth.append(ours["bandwidth_ratio"])
        result.private_bytes = max(result.private_bytes, ours["private_bytes"])
    return result


def number(value: float | None, digits: int = 2) -> str:
    return "" if value is None else f"{value:.{digits}f}"


def table(results: list[Result]) -> str:
    lines = ["| row | Vibrant tokens/s | llama.cpp tokens/s | ratio | bar | goal | reached | of the machine | private MB |",
             "|---|--:|--:|--:|--:|--:|---|---|--:|"]
    for r in results:
        if r.missing:
            lines.append(f"| {r.row.name} | not measured: {r.missing} | | | | | | | |")
            continue
        limits = [f"{statistics.median(r.bandwidth):.2f} of bandwidth"] if r.bandwidth else []
        limits += [f"{statistics.median(r.int8):.2f} of int8 peak"] if r.int8 else []
        lines.append(f"| {r.row.name} | {statistics.median(r.ours):.1f} | {statistics.median(r.theirs):.1f} | "
                     f"{number(r.ratio)} | {number(r.row.bar, 1)} | {number(r.row.goal, 1)} | {r.verdict()} | "
                     f"{', '.join(limits)} | {r.private_bytes / 1e6:.0f} |")
    return "\n".join(lines)


def selected(rows: list[Row], wanted: str) -> list[Row]:
    """Rows whose name is one of the comma-separated words, or begins with a word that is no row's whole name; all for an
    empty string."""
    words = [w.strip().lower() for w in wanted.split(",") if w.strip()]
    whole = {w for w in words if any(r.name.lower() == w for r in rows)}
    return [r for r in rows if not words or r.name.lower() in whole or
            any(r.name.lower().startswith(w) for w in words if w not in whole)]


def save(results: list[Result], path: str | None) -> None:
    """After every row: rows take minutes, and whoever has to stop keeps those that are done."""
    if path:
        with open(path, "w", encoding="utf-8") as out:
            json.dump([{"row": r.row.name, "ours": r.ours, "theirs": r.theirs, "ratio": r.ratio, "verdict": r.verdict(),
                        "bandwidth_ratio": r.bandwidth, "int8_peak_ratio": r.int8, "private_bytes": r.private_bytes,
                        "missing": r.missing} for r in results], out, indent=1)


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--models", required=True)
    parser.add_argument("--peer", required=True, type=shlex.split)
    parser.add_argument("--vibrant", default="build/release/engine/cli/vibrant-cli")
    parser.add_argument("--rows", default="")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--json", metavar="FILE")
    args = parser.parse_args(argv)
    results = []
    for row in selected(ROWS, args.rows):
        print(f"{row.name} ...", file=sys.stderr, flush=True)
        results.append(measure(row, args))
        print(table(results[-1:]).splitlines()[-1], file=sys.stderr, flush=True)
        save(results, args.json)
    print(table(results))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
