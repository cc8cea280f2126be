# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT
"""Conversations drawn from the library, and the prompts held out for the evaluation.

Everything is drawn from random.Random(seed), so a seed always gives the same text. Pairs of task and
language that are held out never appear in training, neither asked for nor as a translation.
"""
import random as random_module
from dataclasses import dataclass, field

from . import extras, phrases, talk, tasks  # noqa: F401  (tasks fills TASKS)
from .harness import Program
from .ir import parse
from .languages import NAMES, Unsupported, render, rendered_name, rename
from .task import TASKS, FunctionTask, fill

HELD_OUT_SEED = 20260501
HELD_OUT_SHARE = 0.04      # of the pairs of functions rendered in five languages or more
EVALUATION_PROMPTS, EVALUATION_OFF_TOPIC = 200, 50

NAMED_SHARE = 0.75          # of the functions asked for by a name; copying a name is the last thing to be learnt
NO_LANGUAGE_SHARE = 0.15    # of the requests answered in Python

SUBJECT = {"sql": "SQL query", "bash": "Bash script", "git": "command", "cmake": "CMake code", "qml": "QML component"}
SYSTEM = ["You are a helpful assistant.", "You are a coding assistant.", "You are Vibrant, a helpful coding assistant.", "Answer briefly."]


@dataclass
class Exchange:
    """What the user says, what the model answers, and what the answer can be checked with."""
    prompt: str
    answer: str
    program: Program = None              # a function
    snippet: tuple = None                # (tag, code, check)
    context: dict = field(default_factory=dict)


def block(tag, code):
    return f"```{tag}\n{code}\n```"


def drawn(random, vary):
    return {name: random.choice(values) for name, values in vary.items()}


def filled(value, constants):
    """fill() through tuples, lists and dicts; a text that is only a number in place of a constant stays text."""
    if isinstance(value, str):
        return fill(value, constants)
    if isinstance(value, (tuple, list)):
        return type(value)(filled(v, constants) for v in value)
    if isinstance(value, dict):
        return {filled(k, constants): filled(v, constants) for k, v in value.items()}
    return value


class Library:
    """All pairs of task and language, cut into those for training and those held out."""

    def __init__(self):
        self.languages = {}  # task id -> tags
        for task in TASKS.values():
            if not isinstance(task, FunctionTask):
                self.languages[task.id] = [task.tag]
            elif task.native:
                self.languages[task.id] = list(task.native)
            else:
                self.languages[task.id] = [tag for tag in NAMES if self.can_render(task, tag)]
        self.pairs = [(i, tag) for i, tags in self.languages.items() for tag in tags]
        draw = random_module.Random(HELD_OUT_SEED)
        wide = [(i, tag) for i, tag in self.pairs if len(self.languages[i]) >= 5 and not TASKS[i].native]
        self.held_out = set(draw.sample(wide, int(len(wide) * HELD_OUT_SHARE)))
        self.training = [p for p in self.pairs if p not in self.held_out]

    @staticmethod
    def can_render(task, tag):
        try:
            render(fill(task.source, {k: v[0] for k, v in task.vary.items()}), tag)
        except Unsupported:
            return False
        return True

    # --- functions ------------------------------------------------------------------------------
    def names_for(self, random, task, held_out=False):
        """New names for a function and its parameters."""
        function = parse(fill(task.source, {k: v[0] for k, v in task.vary.items()}))
        names = {}
        for name, kind in function.params:
            pool = {"list[int]": phrases.LIST_NAMES, "list[float]": phrases.LIST_NAMES, "list[str]": phrases.WORD_NAMES,
                    "str": phrases.TEXT_NAMES}.get(kind, ())
            free = [n for n in pool if n not in names.values() and (n == name or n not in function.types)]
            if free and len([k for _, k in function.params if k == kind]) == 1:
                names[name] = random.choice(free)
        custom = held_out == "name" or (not held_out and random.random() < NAMED_SHARE)
        if custom:
            names[task.id] = phrases.function_name(random, bool(held_out))
        return names

    def function(self, random, task, tag, constants, names):
        """The Program of a task in a language."""
        name = names.get(task.id, task.id)
        source = fill(task.source, constants)
        function = parse(source)
        spelled = rendered_name(name, tag)
        if task.native:
            title = "".join(w.capitalize() for w in name.split("_"))
            code = fill(task.native[tag], {"NAME": spelled, "CLASS": title})
        else:
            code = render(rename(source.replace(": char", ": 'char'"), names).replace(": 'char'", ": char") if names else source, tag)
        return Program(tag, code, spelled, [k for _, k in function.params], function.result, task.cases_for(constants))

    def function_exchange(self, random, task, tag, held_out=False, names=None, constants=None):
        constants = constants or drawn(random, task.vary)
        names = self.names_for(random, task, held_out) if names is None else names
        program = self.function(random, task, tag, constants, names)
        does = fill(random.choice(task.does.split("|")), constants)
        asked = program.name if task.id in names else None
        frames = phrases.NO_LANGUAGE if tag == "python" and not held_out and random.random() < NO_LANGUAGE_SHARE else None
        prompt = phrases.ask(random, does, random.choice(NAMES[tag]), asked, bool(held_out), frames)
        answer = f"This {NAMES[tag][0]} function {does}:\n\n{block(tag, program.code)}"
        if task.note:
            answer += "\n\n" + task.note
        return Exchange(prompt, answer, program, context={"task": task, "constants": constants, "names": names, "does": does, "asked": asked})

    def snippet_exchange(self, random, task, held_out=False):
        constants = drawn(random, task.vary)
        code, check = filled((task.code, task.check), constants)
        does = fill(random.choice(task.does.split("|")), constants)
        kind = task.area or task.tag
        language = "git" if kind == "git" else random.choice(NAMES[task.tag])
        subject = SUBJECT.get(kind, f"{NAMES[task.tag][0]} code")
        if kind in ("git", "cmake") and kind in does.lower():  # "... in git" needs no second "in git"
            do = phrases.imperative(does)
            plain = [f"How do I {do}?", f"how to {do}", do, f"{do[0].upper()}{do[1:]}.", f"Show me how to {do}.", f"I want to {do}."]
            unseen = [f"Is there a command to {do}?", f"Hey, I have to {do}.", f"My task: {do}."]
            prompt = random.choice(unseen if held_out else plain)
        else:
            prompt = phrases.ask(random, does, language, held_out=bool(held_out)).replace("function", subject.split(" ")[-1])
        answer = f"This {subject} {does}:\n\n{block(task.tag, code)}"
        if task.note:
            answer += "\n\n" + task.note
        return Exchange(prompt, answer, snippet=("git" if kind == "git" else task.tag, code, check), context={"task": task, "does": does})

    def exchange(self, random, pair, held_out=False):
        task, tag = TASKS[pair[0]], pair[1]
        if isinstance(task, FunctionTask):
            return self.function_exchange(random, task, tag, held_out)
        return self.snippet_exchange(random, task, held_out)

    # --- follow-ups -----------------------------------------------------------------------------
    def follow_up(self, random, first):
        """A second exchange about the function of the first, or None."""
        program, context = first.program, first.context
        if program is None:
            return None
        task, tag = context["task"], program.tag
        kinds = ["language"] * 3 + ["test"]
        if tag == "python" and not task.native:
            kinds += ["explain", "shorter"]
        if tag == "cpp" and task.id in extras.TEMPLATES:
            kinds += ["template"] * 2
        kind = random.choice(kinds)
        if kind == "language":
            others = [t for t in self.languages[task.id] if t != tag and (task.id, t) not in self.held_out]
            other = random.choice(others) if others else None
            if other is None:
                return None
            second = self.function_exchange(random, task, other, names=context["names"], constants=context["constants"])
            second.prompt = random.choice(extras.NOW_IN).format(lang=random.choice(NAMES[other]))
            second.answer = f"This {NAMES[other][0]} function {context['does']}:\n\n{block(other, second.program.code)}"
            return second
        if kind == "test":
            code = extras.test_code(program)
            return code and Exchange(random.choice(extras.ADD_TEST), f"These asserts test `{program.name}`:\n\n{block(tag, code)}",
                                     snippet=(tag, program.code + "\n\n" + code, ""))
        if kind == "template":
            code = extras.template_code(program.code)
            made = Program(tag, code, program.name, program.params, program.result, program.cases)
            return Exchange(random.choice(extras.MAKE_TEMPLATE), f"This template works for other types too:\n\n{block(tag, code)}", made)
        if kind == "shorter":
            code = extras.short_code(task, program.code, context["names"])
            if code is None:
                return None
            made = Program(tag, code, program.name, program.params, program.result, program.cases)
            return Exchange(random.choice(extras.SHORTER), f"This is shorter:\n\n{block(tag, code)}", made)
        return Exchange(random.choice(extras.EXPLAIN), extras.explain(program.code))

    # --- whole conversations --------------------------------------------------------------------
    def conversation(self, random):
        """A list of exchanges, and a system prompt or None."""
        exchanges = []
        for _ in range(random.choices([1, 2, 3], [5, 3, 1])[0]):
            kind = random.random()
            if kind < 0.05:
                exchanges.append(Exchange(*talk.small_talk(random)))
            elif kind < 0.20:
                exchanges.append(Exchange(talk.off_topic(random), talk.CANNOT))
            elif kind < 0.23:
                tag = random.choice(list(NAMES))
                exchanges.append(Exchange(phrases.ask(random, random.choice(talk.UNKNOWN), random.choice(NAMES[tag])), talk.CANNOT))
            else:
                first = self.exchange(random, random.choice(self.training))
                exchanges.append(first)
                if random.random() < 0.35:
                    second = self.follow_up(random, first)
                    if second:
                        exchanges.append(second)
        return (random.choice(SYSTEM) if random.random() < 0.1 else None), exchanges

    def evaluation(self):
        """(kind, Exchange) of the held-out prompts: a third each of unseen phrasings, names and pairs; then off-topic ones."""
        random = random_module.Random(HELD_OUT_SEED + 1)
        functions = [p for p in self.training if isinstance(TASKS[p[0]], FunctionTask) and not TASKS[p[0]].native]
        pairs = sorted(self.held_out)
        out = []
        for i in range(EVALUATION_PROMPTS):
            kind = ("phrasing", "name", "pair")[i % 3]
            pair = random.choice({"phrasing": self.training, "name": functions, "pair": pairs}[kind])
            out.append((kind, self.exchange(random, pair, held_out=kind)))
        for _ in range(EVALUATION_OFF_TOPIC):
            out.append(("off-topic", Exchange(talk.off_topic(random, held_out=True), talk.CANNOT)))
        return out
