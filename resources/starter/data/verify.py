# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT
"""Compiles and runs programs, many per process, and remembers by content what passed.

A language whose tools are missing is reported as not run, with the number of programs.
"""
import hashlib
import os
import shutil
import signal
import sqlite3
import subprocess
import tempfile
from collections import Counter
from pathlib import Path

from .harness import HARNESSES

BATCH = {"python": 200, "javascript": 200, "bash": 60, "c": 60, "cpp": 20, "rust": 60, "go": 120, "java": 150}
TIMEOUT = 60  # seconds for a batch: a loop without end is a failure, not a hang


def qmllint():
    for path in ("/usr/lib/qt6/bin/qmllint", shutil.which("qmllint6"), shutil.which("qmllint")):
        if path and os.path.exists(path):
            return path
    return None


TOOLS = {"python": ["python3"], "javascript": ["node"], "bash": ["bash"], "c": ["gcc"], "cpp": ["g++"], "rust": ["rustc"],
         "go": ["go"], "java": ["javac", "java"], "sql": [], "cmake": ["cmake"], "qml": [], "git": ["git"]}


def available(tag):
    return all(shutil.which(t) for t in TOOLS.get(tag, [])) and (tag != "qml" or qmllint())


def run(command, folder, stdin=None, timeout=TIMEOUT):
    """(passed, output) of a command in a folder, with a quiet and fixed environment."""
    environment = dict(os.environ, LC_ALL="C.UTF-8", GOCACHE=os.path.join(tempfile.gettempdir(), "starter-go"), GOFLAGS="-mod=mod",
                       GIT_CONFIG_GLOBAL="/dev/null", GIT_AUTHOR_NAME="a", GIT_AUTHOR_EMAIL="a@b", GIT_COMMITTER_NAME="a",
                       GIT_COMMITTER_EMAIL="a@b", HOME=str(folder), GIT_EDITOR="true")
    environment.setdefault("RUSTUP_HOME", os.path.expanduser("~/.rustup"))
    environment.setdefault("CARGO_HOME", os.path.expanduser("~/.cargo"))
    # A group of its own: `go run` starts the program as its child, which a loop without end would keep alive.
    with subprocess.Popen(command, cwd=folder, stdin=subprocess.PIPE if stdin is not None else subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, errors="replace", env=environment, start_new_session=True) as process:
        try:
            output = process.communicate(stdin, timeout)[0]
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
            return False, "timeout"
    return process.returncode == 0, output


STEPS = {  # file name, then the commands that must succeed in turn
    "python": ("t.py", [["python3", "t.py"]]),
    "javascript": ("t.js", [["node", "t.js"]]),
    "bash": ("t.sh", [["bash", "-n", "t.sh"], ["bash", "t.sh"]]),
    "c": ("t.c", [["gcc", "-std=c11", "-w", "-o", "t", "t.c", "-lm"], ["./t"]]),
    "cpp": ("t.cpp", [["g++", "-std=c++20", "-w", "-o", "t", "t.cpp"], ["./t"]]),
    "rust": ("t.rs", [["rustc", "--edition", "2021", "-A", "warnings", "-o", "t", "t.rs"], ["./t"]]),
    "go": ("t.go", [["go", "run", "t.go"]]),
    "java": ("Main.java", [["javac", "-nowarn", "Main.java"], ["java", "-Xshare:auto", "Main"]]),
}


def run_file(tag, text):
    """(how many steps passed of how many, output)."""
    name, steps = STEPS[tag]
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, name).write_text(text)
        for i, step in enumerate(steps):
            good, output = run(step, folder)
            if not good:
                return i, len(steps), output
    return len(steps), len(steps), ""


def check_batch(programs):
    """One error text or None per program; a batch that fails is halved until the culprits are alone."""
    done, steps, output = run_file(programs[0].tag, HARNESSES[programs[0].tag].file(programs))
    if done == steps:
        return [None] * len(programs)
    if len(programs) == 1:
        return [f"{'run' if done else 'compile'}: {output[-600:]}"]
    middle = len(programs) // 2
    return check_batch(programs[:middle]) + check_batch(programs[middle:])


def check_snippet(tag, code, check):
    """None or an error for a program of its own.

    sql: check = (setup statements, rows the code or a third element, a query after it, gives);
    bash: (files, arguments, expected output); git: (setup commands, test command);
    cmake: expected part of the output of -P, or a dict of files for a project that must configure;
    qml: nothing, it is linted; other languages: lines appended to the program.
    """
    if tag == "sql":
        return check_sql(code, *check)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        if tag == "qml":
            (root / "Main.qml").write_text(code)
            good, output = run([qmllint(), "--ignore-settings", "Main.qml"], folder)
            return None if good else output[-600:]
        if tag == "cmake":
            files = check if isinstance(check, dict) else {}
            (root / "CMakeLists.txt").write_text(code)
            for name, text in files.items():
                (root / name).parent.mkdir(parents=True, exist_ok=True)
                (root / name).write_text(text)
            command = ["cmake", "-S", ".", "-B", "out"] if files else ["cmake", "-P", "CMakeLists.txt"]
            good, output = run(command, folder)
            return None if good and (files or check in output) else output[-600:]
        if tag == "git":
            setup, test = check
            start = "git init -q -b main . && echo one > a.txt && git add a.txt && git commit -qm first\n"
            (root / "t.sh").write_text(f"set -e\n{start}{setup}\n{code}\n{test}\n")
            good, output = run(["bash", "t.sh"], folder)
            return None if good else output[-600:]
        if tag == "bash":
            files, arguments, want = check
            for name, text in files.items():
                (root / name).parent.mkdir(parents=True, exist_ok=True)
                (root / name).write_text(text)
            (root / "t.sh").write_text(code)
            good, output = run(["bash", "-n", "t.sh"], folder)
            if not good:
                return output[-600:]
            good, output = run(["bash", "t.sh", *arguments], folder)
            return None if output.strip() == want.strip() else f"found {output[-300:]!r}, wanted {want!r}"
    done, steps, output = run_file(tag, code + "\n" + (check or ""))
    return None if done == steps else output[-600:]


def check_sql(code, setup, rows, after=None):
    database = sqlite3.connect(":memory:")
    try:
        database.executescript(setup)
        if after:
            database.executescript(code)
            found = database.execute(after).fetchall()
        else:
            found = database.execute(code).fetchall()
    except (sqlite3.Error, sqlite3.Warning) as error:
        return str(error)
    return None if found == rows else f"found {found}, wanted {rows}"


class Verifier:
    """Checks programs once: what passed is remembered in a file of hashes."""

    def __init__(self, cache: Path):
        self.cache = cache
        self.passed = set(cache.read_text().split()) if cache.exists() else set()
        self.counts, self.not_run, self.errors = Counter(), Counter(), []

    @staticmethod
    def key(*parts):
        return hashlib.sha256(repr(parts).encode()).hexdigest()[:24]

    def remember(self, key):
        self.passed.add(key)
        self.cache.parent.mkdir(parents=True, exist_ok=True)
        with self.cache.open("a") as out:
            out.write(key + "\n")

    def functions(self, programs):
        by_tag = {}
        for p in programs:
            by_tag.setdefault(p.tag, {})[self.key(p.tag, p.code, p.cases)] = p
        for tag, unique in by_tag.items():
            if not available(tag):
                self.not_run[tag] += len(unique)
                continue
            fresh = [(k, p) for k, p in unique.items() if k not in self.passed]
            self.counts[tag] += len(unique)
            for at in range(0, len(fresh), BATCH[tag]):
                part = fresh[at:at + BATCH[tag]]
                for (k, p), error in zip(part, check_batch([p for _, p in part])):
                    if error is None:
                        self.remember(k)
                    else:
                        self.errors.append((tag, p.name, error, p.code))

    def snippet(self, tag, name, code, check):
        if not available(tag):
            self.not_run[tag] += 1
            return
        self.counts[tag] += 1
        k = self.key(tag, code, check)
        if k in self.passed:
            return
        error = check_snippet(tag, code, check)
        if error is None:
            self.remember(k)
        else:
            self.errors.append((tag, name, error, code))

    def report(self):
        lines = [f"verified {tag:11} {n:6} programs" for tag, n in sorted(self.counts.items())]
        lines += [f"NOT RUN  {tag:11} {n:6} programs: its tools are missing here" for tag, n in sorted(self.not_run.items())]
        lines += [f"FAILED   {tag} {name}: {error}\n{code}\n" for tag, name, error, code in self.errors]
        return "\n".join(lines)
