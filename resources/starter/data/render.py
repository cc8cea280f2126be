# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT
"""Rendering of data/ir.py functions: what the languages with braces share.

A renderer walks statements and expressions and asks its hooks for everything a language says in
its own way. Expressions carry a binding strength, so parentheses stand only where needed.
"""
import ast
import json

from .ir import Unsupported, element, is_char, is_range, range_of, type_of

OR, AND, NOT, COMPARE, ADD, MULTIPLY, UNARY, ATOM = range(1, 9)
BINARY = {ast.Add: ("+", ADD), ast.Sub: ("-", ADD), ast.Mult: ("*", MULTIPLY), ast.Mod: ("%", MULTIPLY),
          ast.FloorDiv: ("/", MULTIPLY), ast.Div: ("/", MULTIPLY)}
COMPARISONS = {ast.Eq: "==", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">="}


class Renderer:
    tag = ""                 # of the fenced block
    indent = "    "
    semicolon = ";"
    parens = True            # around conditions
    camel = False            # names as lowerCamelCase
    true, false = "true", "false"

    def __init__(self, function):
        self.f = function
        self.needs = set()   # headers or imports
        self.declared = set()
        self.lines = []
        self.depth = 0

    # --- to be given by languages -------------------------------------------------------------
    def signature(self): raise NotImplementedError
    def declare(self, name, type_, value): raise NotImplementedError
    def assemble(self, code): raise NotImplementedError
    def for_each(self, name, iterable): raise NotImplementedError
    def length(self, node): raise NotImplementedError
    def char_test(self, what, c): raise NotImplementedError
    def char_case(self, what, c): raise NotImplementedError
    def append(self, name, value): raise NotImplementedError
    def to_float(self, text): raise NotImplementedError
    def count_up(self, name, key): raise Unsupported("dict")
    def contains(self, container, item): raise Unsupported("in")

    # --- names --------------------------------------------------------------------------------
    def name(self, identifier):
        if not self.camel:
            return identifier
        first, *rest = identifier.split("_")
        return first + "".join(w.capitalize() for w in rest)

    # --- output -------------------------------------------------------------------------------
    def line(self, text):
        self.lines.append(self.indent * self.depth + text if text else "")

    def open(self, head):
        self.line(head + " {")
        self.depth += 1

    def close(self, tail=""):
        self.depth -= 1
        self.line("}" + tail)

    def render(self):
        self.declared = {n for n, _ in self.f.params}
        self.open(self.signature())
        self.prologue()
        self.block(self.f.body)
        self.close()
        return self.assemble("\n".join(self.lines))

    def prologue(self):
        pass

    # --- statements ---------------------------------------------------------------------------
    def block(self, body):
        before = set(self.declared)
        for statement in body:
            self.statement(statement)
        self.declared = before if self.depth > 1 else self.declared

    def statement(self, s):
        end = self.semicolon
        if isinstance(s, ast.Return):
            self.ret(s.value)
        elif isinstance(s, ast.Assign) and isinstance(s.targets[0], ast.Tuple):
            self.assign_pair(s.targets[0].elts, s.value.elts)
        elif isinstance(s, (ast.Assign, ast.AnnAssign)):
            self.assign(s.targets[0] if isinstance(s, ast.Assign) else s.target, s.value)
        elif isinstance(s, ast.AugAssign):
            self.augmented(s)
        elif isinstance(s, ast.If):
            self.if_chain(s)
        elif isinstance(s, ast.While):
            self.open(self.condition(self.while_word(), s.test))
            self.block(s.body)
            self.close()
        elif isinstance(s, ast.For):
            self.loop(s)
        elif isinstance(s, ast.Expr):
            call = s.value
            self.line(self.append(call.func.value.id, call.args[0]) + end)
        elif isinstance(s, (ast.Break, ast.Continue)):
            self.line(("break" if isinstance(s, ast.Break) else "continue") + end)
        else:
            raise Unsupported(ast.dump(s))

    def while_word(self):
        return "while"

    def condition(self, word, test):
        text = self.expression(test)
        return f"{word} ({text})" if self.parens else f"{word} {text}"

    def ret(self, value):
        self.line(f"return {self.expression(value, self.f.result)}{self.semicolon}")

    def if_chain(self, s):
        self.open(self.condition("if", s.test))
        self.block(s.body)
        orelse = s.orelse
        while len(orelse) == 1 and isinstance(orelse[0], ast.If):
            self.depth -= 1
            self.open(self.condition("} else if", orelse[0].test))
            self.block(orelse[0].body)
            orelse = orelse[0].orelse
        if orelse:
            self.depth -= 1
            self.open("} else")
            self.block(orelse)
        self.close()

    def assign(self, target, value):
        if isinstance(target, ast.Subscript):
            kind = type_of(target.value, self.f)
            if kind.startswith("dict"):
                return self.assign_key(target, value)
            return self.line(f"{self.expression(target)} = {self.expression(value, element(kind))}{self.semicolon}")
        name, type_ = target.id, self.f.types[target.id]
        if name in self.declared:
            prepend = (type_ == "str" and isinstance(value, ast.BinOp) and isinstance(value.right, ast.Name)
                       and value.right.id == name)
            if prepend:
                return self.line(self.prepend(name, value.left) + self.semicolon)
            return self.line(f"{self.name(name)} = {self.expression(value, type_)}{self.semicolon}")
        self.declared.add(name)
        self.line(self.declare(name, type_, value) + self.semicolon)

    def assign_key(self, target, value):
        name = target.value.id
        if isinstance(value, ast.BinOp) and isinstance(value.left, ast.Call):  # get(key, 0) + 1
            return self.line(self.count_up(name, target.slice) + self.semicolon)
        self.line(self.put(name, target.slice, value) + self.semicolon)

    def put(self, name, key, value):
        return f"{self.name(name)}[{self.expression(key)}] = {self.expression(value)}"

    def prepend(self, name, value):
        return f"{self.name(name)} = {self.expression(value)} + {self.name(name)}"

    def assign_pair(self, left, right):
        """Where there is no tuple assignment: the second value waits in a temporary."""
        if left[0].__class__ is ast.Name and left[0].id not in self.declared:
            for target, value in zip(left, right):
                self.assign(target, value)
            return
        temporary = "temp" if isinstance(left[0], ast.Subscript) else "next"
        self.line(self.constant(temporary, type_of(right[1], self.f), self.expression(right[1])) + self.semicolon)
        self.line(f"{self.expression(left[0])} = {self.expression(right[0])}{self.semicolon}")
        self.line(f"{self.expression(left[1])} = {temporary}{self.semicolon}")

    def augmented(self, s):
        kind = type_of(s.target, self.f)
        if kind == "str":
            return self.line(self.append(s.target.id, s.value) + self.semicolon)
        op = BINARY[type(s.op)][0]
        if isinstance(s.value, ast.Constant) and s.value.value == 1 and op in "+-" and kind == "int":
            return self.line(self.step_one(self.expression(s.target), op) + self.semicolon)
        self.line(f"{self.expression(s.target)} {op}= {self.expression(s.value, kind)}{self.semicolon}")

    def step_one(self, text, op):
        return op * 2 + text

    # --- loops --------------------------------------------------------------------------------
    def loop(self, s):
        name = s.target.id
        self.declared.add(name)
        if is_range(s.iter):
            first, end, step = range_of(s.iter)
            self.open(self.for_range(name, first, end, step))
        else:
            self.open(self.for_each(name, s.iter))
            self.after_for_each(name, s.iter)
        self.block(s.body)
        self.close()

    def after_for_each(self, name, iterable):
        pass

    def counting(self, name, first, end, step, kind):
        """`T i = a; i < b; ++i`."""
        i, less = self.name(name), "<" if not isinstance(step, int) or step > 0 else ">"
        bound = self.expression(end)
        if less == ">" and bound == "-1":
            less, bound = ">=", "0"
        if step == 1:
            forward = self.step_one(i, "+")
        elif step == -1:
            forward = self.step_one(i, "-")
        else:
            forward = f"{i} += {step if isinstance(step, int) else self.expression(step)}"
        return f"{kind}{i} = {self.expression(first)}; {i} {less} {bound}; {forward}"

    # --- expressions --------------------------------------------------------------------------
    def expression(self, e, wanted=None):
        return self.strength(e, wanted)[0]

    def grouped(self, e, minimum, wanted=None):
        text, strength = self.strength(e, wanted)
        return text if strength >= minimum else f"({text})"

    def strength(self, e, wanted=None):
        if isinstance(e, ast.Constant):
            return self.literal(e, wanted), ATOM
        if isinstance(e, ast.Name):
            return self.variable(e.id), ATOM
        if isinstance(e, ast.BinOp):
            return self.binary(e, wanted)
        if isinstance(e, ast.UnaryOp):
            mark = "!" if isinstance(e.op, ast.Not) else "-"
            return mark + self.grouped(e.operand, UNARY if mark == "!" else ATOM, wanted), UNARY
        if isinstance(e, ast.BoolOp):
            word, mine = ("||", OR) if isinstance(e.op, ast.Or) else ("&&", AND)
            return f" {word} ".join(self.grouped(v, mine + 1) for v in e.values), mine
        if isinstance(e, ast.Compare):
            return self.compare(e)
        if isinstance(e, ast.Subscript):
            return self.subscript(e), ATOM
        if isinstance(e, ast.Call):
            return self.call(e, wanted)
        if isinstance(e, ast.List):
            return self.list_literal(e), ATOM
        raise Unsupported(ast.dump(e))

    def variable(self, identifier):
        return self.name(identifier)

    def binary(self, e, wanted):
        op, mine = BINARY[type(e.op)]
        kind = "float" if type_of(e, self.f) == "float" else None
        return f"{self.grouped(e.left, mine, kind)} {op} {self.grouped(e.right, mine + 1, kind)}", mine

    def literal(self, e, wanted):
        value = e.value
        if isinstance(value, bool):
            return self.true if value else self.false
        if isinstance(value, str):
            return self.char(value) if wanted == "char" else json.dumps(value)
        if wanted == "float" and isinstance(value, int):
            return f"{value}.0"
        return str(value)

    def char(self, c):
        return {"\n": "'\\n'", "'": "'\\''", "\\": "'\\\\'"}.get(c, f"'{c}'")

    def compare(self, e):
        left, op, right = e.left, e.ops[0], e.comparators[0]
        if isinstance(op, (ast.In, ast.NotIn)):
            text = self.contains(right, left)
            if isinstance(op, ast.NotIn):
                return f"!{text}" if text.endswith(")") and " " not in text.split("(")[0] else f"!({text})", UNARY
            return text, COMPARE
        kinds = {type_of(left, self.f), type_of(right, self.f)}
        wanted = "char" if "char" in kinds and (is_char(left) or is_char(right)) else "float" if "float" in kinds else None
        return (f"{self.grouped(left, ADD, wanted)} {self.comparison(COMPARISONS[type(op)])} "
                f"{self.grouped(right, ADD, wanted)}"), COMPARE

    def comparison(self, op):
        return op

    def subscript(self, e):
        return f"{self.expression(e.value)}[{self.expression(e.slice)}]"

    def call(self, e, wanted):
        if isinstance(e.func, ast.Attribute):
            what, value = e.func.attr, e.func.value
            if what.startswith("is"):
                return self.char_test(what, self.expression(value)), ATOM if self.tag != "javascript" else COMPARE
            if what in ("lower", "upper"):
                return self.char_case(what, self.expression(value)), ATOM
            raise Unsupported(what)
        what = e.func.id
        if what == self.f.name:
            return f"{self.name(what)}({', '.join(self.expression(a) for a in e.args)})", ATOM
        if what == "len":
            return self.length(e.args[0]), ATOM
        if what == "float":
            return self.to_float(self.grouped(e.args[0], ATOM)), ATOM
        if what in ("ord", "chr"):
            return getattr(self, what)(e.args[0])
        if what in ("min", "max", "abs"):
            kind = type_of(e, self.f)
            return self.arithmetic(what, [self.expression(a, kind) for a in e.args], kind), ATOM
        raise Unsupported(what)

    def ord(self, c):
        return self.expression(c, "char"), ATOM

    def list_literal(self, e):
        raise Unsupported("list literal")
