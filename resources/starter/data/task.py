# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT
"""What a task is, and the registry the files in tasks/ fill."""
from dataclasses import dataclass, field

TASKS = {}  # id -> task, in the order of definition


@dataclass
class FunctionTask:
    """A function written once (data/ir.py) and rendered in every language that can express it.

    `does`: what it does, as "returns the ...", alternatives separated by |. `@K@` in `does` and
    `source` stands for a constant drawn from vary["K"]; `cases` is then a function of the constants.
    A case is (argument, ..., expected result); for a function that changes its list: the list after.
    """
    id: str
    does: str
    source: str
    cases: object
    note: str = ""
    vary: dict = field(default_factory=dict)
    native: dict = field(default_factory=dict)  # tag -> code with @NAME@; then nothing is rendered
    area: str = ""

    def cases_for(self, constants):
        return self.cases(**constants) if callable(self.cases) else self.cases


@dataclass
class SnippetTask:
    """A program in one language: a query, a script, a pattern, a component.

    `@name@` in `does`, `code` and `check` is drawn from vary["name"]. What `check` means depends on
    the language; data/verify.py says it at the function of that language.
    """
    id: str
    tag: str         # language of the block
    does: str        # "lists the ...", alternatives separated by |
    code: str
    check: object = None
    note: str = ""
    vary: dict = field(default_factory=dict)
    area: str = ""   # where the tag does not say it: git, regex, class, file


def function(id, does, source, cases, note="", **vary):
    assert id not in TASKS, id
    TASKS[id] = FunctionTask(id, does, source.strip() + "\n", cases, note, vary)


def pattern(id, does, expression, yes, no, note=""):
    """A regular expression as a function from text to bool, in the languages that spell it alike."""
    assert id not in TASKS, id
    source = f"def {id}(text: str) -> bool:\n    return True\n"
    java = expression.replace("\\", "\\\\").replace('"', '\\"')
    slashed = expression.replace("/", "\\/")
    native = {
        "python": f'import re\n\n\ndef @NAME@(text: str) -> bool:\n    return re.fullmatch(r"{expression}", text) is not None',
        "javascript": f"function @NAME@(text) {{\n  return /^{slashed}$/.test(text);\n}}",
        "go": f'import "regexp"\n\nvar pattern = regexp.MustCompile(`^{expression}$`)\n\n'
              "func @NAME@(text string) bool {\n\treturn pattern.MatchString(text)\n}",
        "java": f'public class @CLASS@ {{\n    static boolean @NAME@(String text) {{\n        return text.matches("{java}");\n    }}\n}}',
        "cpp": f'#include <regex>\n#include <string>\n\nbool @NAME@(const std::string& text) {{\n'
               f'    static const std::regex pattern(R"({expression})");\n    return std::regex_match(text, pattern);\n}}',
    }
    cases = [(text, True) for text in yes] + [(text, False) for text in no]
    TASKS[id] = FunctionTask(id, does, source, cases, note, {}, native, "regex")


def native(id, does, source, cases, note="", **codes):
    """A function written out per language; `source` gives its name and types."""
    assert id not in TASKS, id
    TASKS[id] = FunctionTask(id, does, source + "\n", cases, note, {}, codes)


def snippet(tag, id, does, code, check=None, note="", area="", **vary):
    assert id not in TASKS, id
    TASKS[id] = SnippetTask(id, tag, does, code.strip("\n"), check, note, vary, area)


def fill(text: str, values: dict) -> str:
    for name, value in values.items():
        text = text.replace(f"@{name}@", str(value))
    return text
