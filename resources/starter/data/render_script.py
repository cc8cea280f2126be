# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT
"""JavaScript and Bash."""
import ast

from .ir import Unsupported, calls_itself, type_of
from .render import ATOM, BINARY, MULTIPLY, UNARY, Renderer


class JavaScript(Renderer):
    tag = "javascript"
    indent = "  "
    camel = True

    def signature(self):
        return f"function {self.name(self.f.name)}({', '.join(self.name(n) for n, _ in self.f.params)})"

    def declare(self, name, type_, value):
        if isinstance(value, ast.List):
            return f"const {self.name(name)} = [{', '.join(self.expression(v) for v in value.elts)}]"
        if isinstance(value, ast.Dict):
            return f"const {self.name(name)} = new Map()"
        word = "const" if self.f.assigned.get(name) == 1 else "let"
        return f"{word} {self.name(name)} = {self.expression(value)}"

    def assign_pair(self, left, right):
        if isinstance(left[0], ast.Name) and left[0].id not in self.declared:
            return super().assign_pair(left, right)
        a, b = (", ".join(self.expression(x) for x in side) for side in (left, right))
        self.line(f"[{a}] = [{b}];")

    def for_range(self, name, first, end, step):
        return f"for ({self.counting(name, first, end, step, 'let ')})"

    def step_one(self, text, op):
        return text + op * 2

    def for_each(self, name, iterable):
        return f"for (const {self.name(name)} of {self.expression(iterable)})"

    def length(self, node):
        return f"{self.expression(node)}.length"

    def comparison(self, op):
        return {"==": "===", "!=": "!=="}.get(op, op)

    def literal(self, e, wanted):
        return super().literal(e, None)

    def binary(self, e, wanted):
        if isinstance(e.op, ast.FloorDiv):
            return f"Math.floor({self.grouped(e.left, MULTIPLY)} / {self.grouped(e.right, UNARY)})", ATOM
        return super().binary(e, wanted)

    def augmented(self, s):
        if isinstance(s.op, ast.FloorDiv):
            t = self.expression(s.target)
            return self.line(f"{t} = Math.floor({t} / {self.grouped(s.value, UNARY)});")
        super().augmented(s)

    def append(self, name, value):
        text = self.expression(value)
        return f"{self.name(name)} += {text}" if self.f.types[name] == "str" else f"{self.name(name)}.push({text})"

    def subscript(self, e):
        if type_of(e.value, self.f).startswith("dict"):
            return f"{self.expression(e.value)}.get({self.expression(e.slice)})"
        return super().subscript(e)

    def count_up(self, name, k):
        n, k = self.name(name), self.expression(k)
        return f"{n}.set({k}, ({n}.get({k}) ?? 0) + 1)"

    def put(self, name, k, value):
        return f"{self.name(name)}.set({self.expression(k)}, {self.expression(value)})"

    def contains(self, container, item):
        if isinstance(container, ast.Constant):
            return f'"{container.value}".includes({self.expression(item)})'
        word = "has" if type_of(container, self.f).startswith("dict") else "includes"
        return f"{self.expression(container)}.{word}({self.expression(item)})"

    def char_test(self, what, c):
        classes = {"isdigit": "0-9", "isalpha": "a-zA-Z", "isupper": "A-Z", "islower": "a-z", "isalnum": "a-zA-Z0-9"}
        return f"/{'[' + classes[what] + ']' if what in classes else chr(92) + 's'}/.test({c})"

    def char_case(self, what, c):
        return f"{c}.to{what.capitalize()}Case()"

    def to_float(self, text):
        return text

    def ord(self, c):
        return f"{self.expression(c)}.charCodeAt(0)", ATOM

    def chr(self, n):
        return f"String.fromCharCode({self.expression(n)})", ATOM

    def arithmetic(self, what, args, kind):
        return f"Math.{what}({', '.join(args)})"

    def assemble(self, code):
        return code


class Bash(Renderer):
    """Functions of integers only: arithmetic in (( )), the result on standard output."""
    tag = "bash"

    def __init__(self, function):
        super().__init__(function)
        kinds = set(function.types.values()) | {function.result}
        if kinds - {"int", "bool"} or calls_itself(function) or "None" in kinds:
            raise Unsupported("not of integers only")

    def signature(self):
        return f"{self.f.name}()"

    def prologue(self):
        self.line("local " + " ".join(f"{n}=${i}" for i, (n, _) in enumerate(self.f.params, 1)))

    def declare(self, name, type_, value):
        return f"local {name}={self.number(value)}"

    def number(self, value):
        text = self.expression(value)
        if isinstance(value, ast.Name):
            return f"${text}"
        return text if text.isdigit() else f"$(({text}))"

    semicolon = ""

    def literal(self, e, wanted):
        return str(int(e.value)) if isinstance(e.value, bool) else super().literal(e, None)

    def statement(self, s):
        if isinstance(s, ast.Assign) and isinstance(s.targets[0], ast.Name) and s.targets[0].id in self.declared:
            return self.line(f"{s.targets[0].id}={self.number(s.value)}")
        if isinstance(s, ast.AugAssign):
            op = BINARY[type(s.op)][0]
            return self.line(f"(({s.target.id} {op}= {self.expression(s.value)}))")
        if isinstance(s, ast.While):
            self.line(f"while (({self.expression(s.test)})); do")
            self.body(s.body)
            return self.line("done")
        if isinstance(s, ast.For):
            self.declared.add(s.target.id)
            from .ir import range_of
            first, end, step = range_of(s.iter)
            self.line(f"for (({self.counting(s.target.id, first, end, step, '')})); do")
            self.body(s.body)
            return self.line("done")
        super().statement(s)

    def body(self, statements):
        self.depth += 1
        self.block(statements)
        self.depth -= 1

    def if_chain(self, s):
        self.line(f"if (({self.expression(s.test)})); then")
        self.body(s.body)
        orelse = s.orelse
        while len(orelse) == 1 and isinstance(orelse[0], ast.If):
            self.line(f"elif (({self.expression(orelse[0].test)})); then")
            self.body(orelse[0].body)
            orelse = orelse[0].orelse
        if orelse:
            self.line("else")
            self.body(orelse)
        self.line("fi")

    def ret(self, value):
        if self.f.result == "bool":
            if isinstance(value, ast.Constant):
                return self.line(f"return {0 if value.value else 1}")
            return self.line(f"(({self.expression(value)}))")
        text = self.expression(value)
        self.line(f"echo {'$' + text if isinstance(value, ast.Name) else self.number(value)}")
        if self.depth > 1:
            self.line("return")

    def step_one(self, text, op):
        return text + op * 2

    def arithmetic(self, what, args, kind):
        if what == "abs":
            return f"({args[0]} < 0 ? -({args[0]}) : {args[0]})"
        return f"({args[0]} {'<' if what == 'min' else '>'} {args[1]} ? {args[0]} : {args[1]})"

    def assign_pair(self, left, right):
        if left[0].id not in self.declared:
            for target, value in zip(left, right):
                self.assign(target, value)
            return
        self.line(f"local next={self.number(right[1])}")
        self.line(f"{left[0].id}={self.number(right[0])}")
        self.line(f"{left[1].id}=$next")

    def assemble(self, code):
        return code
