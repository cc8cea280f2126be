# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT
"""Verifies the library and prints its counts: python3 -m data.generate [--work FOLDER] [--draws N]."""
import argparse
import random as random_module
import sys
from pathlib import Path

from . import phrases, verify
from .conversations import Library, drawn, filled
from .task import TASKS, FunctionTask


def verify_library(library, work: Path, draws: int):
    """Every pair with `draws` draws of constants and names, every snippet, and a sample of follow-ups."""
    random = random_module.Random(7)
    checker = verify.Verifier(work / "verified.txt")
    programs = []
    for identifier, tag in library.pairs:
        task = TASKS[identifier]
        for draw in range(draws):
            if isinstance(task, FunctionTask):
                names = {} if draw == 0 else library.names_for(random, task)
                programs.append(library.function(random, task, tag, drawn(random, task.vary), names))
            else:
                constants = drawn(random, task.vary)
                code, check = filled((task.code, task.check), constants)
                checker.snippet("git" if task.area == "git" else tag, identifier, code, check)
    for identifier, tag in library.training:
        if isinstance(TASKS[identifier], FunctionTask):
            for _ in range(draws):
                second = library.follow_up(random, library.exchange(random, (identifier, tag)))
                if second and second.program:
                    programs.append(second.program)
                elif second and second.snippet and tag in ("python", "javascript", "c"):
                    checker.snippet(*second.snippet[:1], f"test of {identifier}", *second.snippet[1:])
    checker.functions(programs)
    return checker


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, default=Path("build/starter"))
    parser.add_argument("--draws", type=int, default=3)
    options = parser.parse_args()
    library = Library()
    templates = len(phrases.FRAMES) + len(phrases.HELD_OUT_FRAMES)
    ways = sum(len(TASKS[i].does.split("|")) for i, _ in library.pairs) * templates
    tags = sorted({tag for _, tag in library.pairs})
    print(f"{len(TASKS)} tasks, {len(library.pairs)} pairs of task and language ({len(library.held_out)} held out), "
          f"{len(tags)} languages ({', '.join(tags)}), {ways} ways to ask")
    checker = verify_library(library, options.work, options.draws)
    print(checker.report())
    sys.exit(1 if checker.errors else 0)


if __name__ == "__main__":
    main()
