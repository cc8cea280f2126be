# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT
"""Asks the model the held-out prompts, greedily, and checks the answers by compiling and running them.

Writes evaluation.json (figures and every answer that failed) and, with --card, the card's results.
"""
import argparse
import json
import re
import subprocess
import tempfile
from collections import Counter, defaultdict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from data import talk, verify
from data.conversations import Library
from data.languages import rendered_name

BARS = {"parses": 0.90, "correct": 0.75, "tag": 0.95, "honest": 0.90}
BLOCK = re.compile(r"```(\w*)\n(.*?)\n?```", re.S)
FUNCTION = {"python": r"^def (\w+)", "javascript": r"function (\w+)", "rust": r"fn (\w+)", "go": r"^func (\w+)", "java": r"static [\w<>\[\], ]+ (\w+)\(",
            "cpp": r"^[\w:<>, ]+?[&*]? ?\b(\w+)\(", "c": r"^[\w ]+?[ *]+(\w+)\(", "bash": r"^(\w+)\(\)"}
SYNTAX = {"javascript": ("t.js", ["node", "--check", "t.js"]), "bash": ("t.sh", ["bash", "-n", "t.sh"]),
          "c": ("t.c", ["gcc", "-std=c11", "-w", "-fsyntax-only", "t.c"]), "cpp": ("t.cpp", ["g++", "-std=c++20", "-w", "-fsyntax-only", "t.cpp"]),
          "rust": ("t.rs", ["rustc", "--edition", "2021", "-A", "warnings", "--crate-type", "lib", "--emit", "metadata", "t.rs"]),
          "go": ("t.go", ["gofmt", "-e", "t.go"]), "java": ("t.java", ["javac", "-nowarn", "-proc:none", "-d", "out", "t.java"]),
          "git": ("t.sh", ["bash", "-n", "t.sh"])}


def ask(cli, model, prompt, threads):
    done = subprocess.run([cli, "generate", model, "--chat", "--temperature", "0", "--max-tokens", "500", "--threads", str(threads), "--prompt", prompt],
                          capture_output=True, text=True, timeout=300, errors="replace")
    if done.returncode != 0:
        raise SystemExit(f"{cli}: {done.stderr.strip()}")
    return done.stdout


def parses(tag, code, check):
    """Whether the block alone is accepted by its language."""
    if tag == "python":
        try:
            compile(code, "answer", "exec")
            return True
        except SyntaxError:
            return False
    if tag == "sql":
        return "syntax error" not in (verify.check_sql(code, *check) or "") and "incomplete" not in (verify.check_sql(code, *check) or "")
    if tag in ("qml", "cmake"):
        error = verify.check_snippet(tag, code, check)
        return error is None or ("Parse error" not in error and "CMake Error" not in error and tag == "cmake")
    name, command = SYNTAX[tag]
    if tag == "java":  # a public class must be in a file of its name
        code = code.replace("public class", "class")
    if tag == "go":
        code = code if code.startswith("package") else "package main\n\n" + code
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, name).write_text(code)
        return verify.run(command, folder)[0]


def judge(exchange, answer):
    """{"tag", "parses", "correct"} and a reason for what is missing."""
    found = BLOCK.search(answer)
    want = exchange.program.tag if exchange.program else exchange.context["task"].tag
    if not found:
        return {"tag": False, "parses": False, "correct": False, "why": "no block"}
    tag, code = found.groups()
    out = {"tag": tag == want, "parses": False, "correct": False, "why": ""}
    if exchange.program:
        name = exchange.context["asked"] or rendered_name(exchange.context["task"].id, want)
        if name not in code and not exchange.context["asked"]:
            match = re.search(FUNCTION[want], code, re.M)
            name = match.group(1) if match else name
        out["parses"] = parses(want, code, None)
        out["why"] = verify.check_batch([replace(exchange.program, code=code, name=name)])[0] or ""
    else:
        kind, _, check = exchange.snippet
        out["parses"] = parses(kind, code, check)
        out["why"] = verify.check_snippet(kind, code, check) or ""
    out["correct"] = out["parses"] and not out["why"]
    return out


def share(values):
    return sum(values) / max(1, len(values))


def evaluate(cli, model, threads, jobs):
    prompts = Library().evaluation()
    with ThreadPoolExecutor(jobs) as pool:
        answers = list(pool.map(lambda p: ask(cli, model, p[1].prompt, threads), prompts))
        code = [(k, e, a) for (k, e), a in zip(prompts, answers) if k != "off-topic"]
        results = list(pool.map(lambda x: judge(x[1], x[2]), code))
    honest = [talk.MARK in a and "```" not in a for (k, _), a in zip(prompts, answers) if k == "off-topic"]
    by_kind, by_tag = defaultdict(list), defaultdict(list)
    for (kind, e, _), r in zip(code, results):
        by_kind[kind].append(r["correct"])
        by_tag[e.program.tag if e.program else e.context["task"].tag].append(r["correct"])
    missing = Counter(e.program.tag for _, e, _ in code if e.program and not verify.available(e.program.tag))
    figures = {name: share([r[name] for r in results]) for name in ("parses", "correct", "tag")}
    figures["honest"] = share(honest)
    failures = [{"kind": k, "prompt": e.prompt, "answer": a, **r} for (k, e, a), r in zip(code, results) if not (r["correct"] and r["tag"])]
    failures += [{"kind": k, "prompt": e.prompt, "answer": a} for ((k, e), a) in zip(prompts, answers)
                 if k == "off-topic" and not (talk.MARK in a and "```" not in a)]
    return {"figures": figures, "prompts": len(code), "off_topic": len(honest), "correct_by_kind": {k: share(v) for k, v in sorted(by_kind.items())},
            "correct_by_language": {k: [sum(v), len(v)] for k, v in sorted(by_tag.items())}, "languages_not_run": dict(missing), "failures": failures}


TITLES = {"parses": "blocks that parse or compile", "correct": "do what was asked, run against asserts", "tag": "right language tag",
          "honest": "off-topic questions declined"}
KINDS = {"name": "names never seen", "pair": "task and language never seen together", "phrasing": "phrasings never seen"}


def table(report, training):
    """The results as the model card shows them."""
    rows = ["| | measured | bar |", "|---|---|---|"]
    rows += [f"| {TITLES[n]} | {100 * report['figures'][n]:.1f} % | {100 * bar:.0f} % |" for n, bar in BARS.items()]
    kinds = ", ".join(f"{KINDS[k]} {100 * v:.0f} %" for k, v in report["correct_by_kind"].items())
    languages = ", ".join(f"{k} {a}/{b}" for k, (a, b) in report["correct_by_language"].items())
    return "\n".join([
        f"On {report['prompts']} held-out prompts and {report['off_topic']} off-topic questions, greedily, through `vibrant-cli`:", "", *rows, "",
        f"Correct by kind: {kinds}. By language: {languages}.", "",
        f"Trained on {training['tokens'] / 1e6:.1f} million tokens in {training['seconds'] / 60:.0f} minutes on "
        + (f"{training['threads']} threads of a shared desktop processor" if training["device"] == "cpu" else "one GPU")
        + f"; loss at the end {training['loss']:.3f} nats per answer token."])


def write_card(card, text):
    """Replaces what stands between the marks."""
    head, rest = card.read_text().split("<!-- results", 1)
    mark, rest = rest.split("-->", 1)
    tail = rest.split("<!-- end of results -->", 1)[1]
    card.write_text(f"{head}<!-- results{mark}-->\n{text}\n<!-- end of results -->{tail}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, default=Path("build/starter"))
    parser.add_argument("--cli", default="build/release/engine/cli/vibrant-cli")
    parser.add_argument("--type", default="Q8_0")
    parser.add_argument("--threads", type=int, default=1, help="of each vibrant-cli")
    parser.add_argument("--jobs", type=int, default=2, help="prompts at once")
    parser.add_argument("--card", type=Path, help="model card to write the results into")
    options = parser.parse_args()
    model = options.work / f"vibrant-starter-{options.type}.gguf"
    report = evaluate(options.cli, str(model), options.threads, options.jobs)
    report["model"] = model.name
    (options.work / "evaluation.json").write_text(json.dumps(report, indent=1))
    if options.card:
        write_card(options.card, table(report, json.loads((options.work / "training.json").read_text())))
    for name, bar in BARS.items():
        got = report["figures"][name]
        print(f"{name:8} {100 * got:5.1f} %  (bar {100 * bar:.0f} %) {'ok' if got >= bar else 'BELOW THE BAR'}")
    print("correct by kind:", {k: f"{100 * v:.0f} %" for k, v in report["correct_by_kind"].items()})
    print("correct by language:", {k: f"{a}/{b}" for k, (a, b) in report["correct_by_language"].items()})
    if report["languages_not_run"]:
        print("NOT RUN, counted as wrong, tools missing:", report["languages_not_run"])
    raise SystemExit(any(report["figures"][n] < bar for n, bar in BARS.items()))


if __name__ == "__main__":
    main()
