# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT
"""Follow-ups on a function: tests, templates, explanations, shorter forms."""
import ast
import re

from .harness import char, text

NOW_IN = ["Now in {lang}.", "now in {lang}", "And in {lang}?", "The same in {lang}, please.", "Can you do it in {lang}?", "Translate it to {lang}.",
          "How about {lang}?", "Show me the {lang} version.", "in {lang} please", "Convert this to {lang}.", "Rewrite it in {lang}."]
ADD_TEST = ["Add a test.", "add a test", "Write a test for it.", "Can you test it?", "Add some tests.", "How do I test this?", "test it please"]
MAKE_TEMPLATE = ["Make it a template.", "make it a template", "Can it be a template?", "Turn it into a template.", "Make it generic."]
EXPLAIN = ["Explain it line by line.", "explain line by line", "How does it work?", "Explain the code.", "What does each line do?", "Please explain it."]
SHORTER = ["Shorter.", "shorter", "Make it shorter.", "Can you make it shorter?", "Is there a shorter way?", "Use less code."]

# Functions whose C++ form stays right with a type parameter for int (sizes and indices aside).
TEMPLATES = {"add", "subtract", "multiply", "square", "cube", "maximum_of_two", "minimum_of_two", "maximum_of_three", "clamp", "absolute", "is_between",
             "maximum", "minimum", "sum_list", "product_list", "contains", "double_all", "square_all", "bubble_sort", "is_sorted"}

# The body's one line in Python; names are those of the library.
SHORT = {
    "sum_list": "sum(xs)", "maximum": "max(xs)", "minimum": "min(xs)", "reverse_string": "s[::-1]", "is_palindrome": "s == s[::-1]",
    "count_vowels": 'sum(c in "aeiou" for c in s.lower())', "filter_even": "[x for x in xs if x % 2 == 0]", "filter_odd": "[x for x in xs if x % 2 != 0]",
    "filter_positive": "[x for x in xs if x > 0]", "double_all": "[x * 2 for x in xs]", "square_all": "[x * x for x in xs]", "reverse_list": "xs[::-1]",
    "maximum_of_two": "max(a, b)", "minimum_of_two": "min(a, b)", "maximum_of_three": "max(a, b, c)", "absolute": "abs(n)", "contains": "target in xs",
    "count_value": "xs.count(target)", "sum_to_n": "n * (n + 1) // 2", "sum_of_digits": "sum(int(d) for d in str(n))", "count_digits": "len(str(n))",
    "reverse_number": "int(str(n)[::-1])", "remove_spaces": 's.replace(" ", "")', "to_uppercase": "s.upper()", "to_lowercase": "s.lower()",
    "is_sorted": "all(a <= b for a, b in zip(xs, xs[1:]))", "power": "base ** exponent", "clamp": "max(low, min(n, high))", "distance": "abs(a - b)",
    "concatenate": "xs + ys", "range_list": "list(range(1, n + 1))", "count_even": "sum(x % 2 == 0 for x in xs)", "count_words": "len(s.split())",
    "is_perfect_square": "round(n ** 0.5) ** 2 == n", "every_second": "xs[::2]", "take_first": "xs[:n]", "skip_first": "xs[n:]", "remove_zeros": "[x for x in xs if x != 0]",
    "all_positive": "all(x > 0 for x in xs)", "any_negative": "any(x < 0 for x in xs)", "has_duplicates": "len(set(xs)) < len(xs)", "swap_case": "s.swapcase()",
}


def template_code(code):
    """The C++ function with T in place of int, except for loop counters."""
    head, _, body = code.rpartition("\n\n") if code.startswith("#include") else ("", "", code)
    body = re.sub(r"\bint\b", "T", body)
    body = re.sub(r"\(T (\w+) = 0; \1 <", r"(int \1 = 0; \1 <", body).replace("static_cast<T>", "static_cast<int>")
    body = re.sub(r"for \(T (i|j) =", r"for (int \1 =", body)
    return (head + "\n\n" if head else "") + "template <typename T>\n" + body


def short_code(task, code, names):
    """The Python function of `code` with its body replaced by the one line, or None."""
    if task.id not in SHORT:
        return None
    line = re.sub(r"\b\w+\b", lambda m: names.get(m.group(0), m.group(0)), SHORT[task.id])
    return code.split("\n")[0] + f"\n    return {line}"


def test_code(program):
    """Asserts for a function of plain values in its language, or None."""
    kinds = set(program.params) | {program.result}
    tag = program.tag
    if program.result in ("float", "None") or "dict" in program.result:
        return None
    if tag != "python" and (kinds - {"int", "bool", "str", "char"} or (tag == "c" and "str" in kinds)):
        return None
    lines = []
    for case in program.cases:
        args, want = case[:-1], case[-1]
        show = repr if tag == "python" else text
        values = [char(a) if t == "char" and tag in ("cpp", "c", "rust") else show(a).replace("'", '"') if tag == "python" else text(a)
                  for a, t in zip(args, program.params)]
        call = f"{program.name}({', '.join(values)})"
        if tag == "python":
            lines.append(f"assert {call} is {want}" if isinstance(want, bool) else "assert {} == {}".format(call, repr(want).replace("'", '"')))
        elif tag == "javascript":
            lines.append(f"console.assert({call} === {text(want)});")
        elif isinstance(want, bool):
            lines.append(f"assert{'!' if tag == 'rust' else ''}({'' if want else '!'}{call});")
        elif tag == "rust":
            lines.append(f"assert_eq!({call}, {text(want)});")
        elif tag in ("cpp", "c"):
            lines.append(f"assert({call} == {text(want)});")
        else:
            return None
    if tag in ("python", "javascript"):
        return "\n".join(lines)
    body = "\n".join("    " + line for line in lines)
    if tag == "rust":
        return f"fn main() {{\n{body}\n}}"
    return f"#include <{'cassert' if tag == 'cpp' else 'assert.h'}>\n\nint main{'()' if tag == 'cpp' else '(void)'} {{\n{body}\n{'    return 0;' + chr(10) if tag == 'c' else ''}}}"


def explain(code):
    """One sentence per line of a Python function of the library."""
    out = []

    def show(node):
        return "`" + ast.unparse(node).replace("'", '"') + "`"

    def walk(body):
        for s in body:
            if isinstance(s, ast.Assign):
                out.append(f"{show(s)} sets {show(s.targets[0])}.")
            elif isinstance(s, ast.AugAssign):
                out.append(f"{show(s)} changes {show(s.target)}.")
            elif isinstance(s, ast.AnnAssign):
                out.append(f"{show(s.target)} starts as {show(s.value)}.")
            elif isinstance(s, ast.For):
                out.append(f"The loop lets {show(s.target)} run over {show(s.iter)}.")
                walk(s.body)
            elif isinstance(s, ast.While):
                out.append(f"The loop repeats while {show(s.test)} is true.")
                walk(s.body)
            elif isinstance(s, ast.If):
                out.append(f"The next part runs if {show(s.test)} is true.")
                walk(s.body)
                if s.orelse:
                    out.append("Otherwise the following runs.")
                    walk(s.orelse)
            elif isinstance(s, ast.Return):
                out.append(f"The result is {show(s.value)}.")
            elif isinstance(s, ast.Break):
                out.append("`break` leaves the loop.")
            elif isinstance(s, ast.Expr):
                out.append(f"{show(s)} adds an element.")

    function = ast.parse(code).body[0]
    names = [f"`{a.arg}`" for a in function.args.args]
    takes = " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names) or "nothing"
    out.append(f"The function `{function.name}` takes {takes}.")
    walk(function.body)
    return "\n".join(f"{i}. {line}" for i, line in enumerate(out, 1))
