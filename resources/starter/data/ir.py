# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT
"""Functions written once, in a small typed subset of Python, to be rendered in every language.

A function has annotated parameters and result (int, float, bool, str, list[T], dict[K, int]; None
for one that changes its list in place). Statements: assignment (also of pairs), `+=`, if, while,
for over a range, a list or a string, return, break, continue, append. A local's type is that of
its first value. `//` and `%` get operands that are not negative, as their meaning differs between
languages otherwise. What a language cannot express plainly raises Unsupported there, and that pair
of task and language does not exist.
"""
import ast
import copy
from dataclasses import dataclass, field


class Unsupported(Exception):
    """A construct outside the subset, or one a target language has no plain form for."""


@dataclass
class Function:
    name: str
    params: list          # (name, type)
    result: str           # type, "None" for in place
    body: list            # statements
    types: dict = field(default_factory=dict)     # every variable
    assigned: dict = field(default_factory=dict)  # variable -> number of assignments

    def lists(self):
        return [n for n, t in self.params if t.startswith("list")]


def parse(source: str) -> Function:
    tree = ast.parse(source.strip())
    node = tree.body[0]
    params = [(a.arg, annotation(a.annotation)) for a in node.args.args]
    function = Function(node.name, params, annotation(node.returns), node.body)
    function.types = dict(params)
    Typing(function).visit_block(node.body)
    return function


def annotation(node) -> str:
    return ast.unparse(node).replace(" ", "") if node is not None else "None"


def element(type_: str) -> str:
    """T of list[T], value of dict[K, V]; a string's elements are characters."""
    if type_ == "str":
        return "char"
    if type_.startswith("list["):
        return type_[5:-1]
    if type_.startswith("dict["):
        return type_[5:-1].split(",", 1)[1]
    raise Unsupported(f"element of {type_}")


def key(type_: str) -> str:
    return type_[5:-1].split(",", 1)[0]


def is_char(node) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and len(node.value) == 1


class Typing:
    """Fills types and assignment counts of a function."""

    def __init__(self, function):
        self.f = function

    def visit_block(self, body):
        for statement in body:
            self.visit(statement)

    def visit(self, s):
        f = self.f
        if isinstance(s, ast.Assign):
            target = s.targets[0]
            pairs = zip(target.elts, s.value.elts) if isinstance(target, ast.Tuple) else [(target, s.value)]
            for left, right in pairs:
                if isinstance(left, ast.Name):
                    self.assign(left.id, type_of(right, f))
                elif isinstance(left, ast.Subscript):
                    self.touch(left.value.id)
        elif isinstance(s, ast.AnnAssign):
            self.assign(s.target.id, annotation(s.annotation))
        elif isinstance(s, ast.AugAssign):
            self.touch(s.target.id if isinstance(s.target, ast.Name) else s.target.value.id)
        elif isinstance(s, ast.For):
            kind = "int" if is_range(s.iter) else element(type_of(s.iter, f))
            f.types[s.target.id] = kind
            self.visit_block(s.body)
        elif isinstance(s, ast.While):
            self.visit_block(s.body)
        elif isinstance(s, ast.If):
            self.visit_block(s.body)
            self.visit_block(s.orelse)
        elif isinstance(s, ast.Expr) and isinstance(s.value, ast.Call):
            self.touch(s.value.func.value.id)

    def assign(self, name, type_):
        self.f.types.setdefault(name, type_)
        self.touch(name)

    def touch(self, name):
        self.f.assigned[name] = self.f.assigned.get(name, 0) + 1


def is_range(node) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "range"


def range_of(node):
    """(first, end, step as int) of a range(...) call."""
    args = node.args
    zero = ast.Constant(0)
    if len(args) == 1:
        return zero, args[0], 1
    if len(args) == 2:
        return args[0], args[1], 1
    step = args[2]
    if isinstance(step, ast.UnaryOp):
        return args[0], args[1], -step.operand.value
    return args[0], args[1], step.value if isinstance(step, ast.Constant) else step


def type_of(e, f: Function) -> str:
    if isinstance(e, ast.Constant):
        return {bool: "bool", int: "int", float: "float", str: "str"}[type(e.value)]
    if isinstance(e, ast.Name):
        return f.types[e.id]
    if isinstance(e, ast.BinOp):
        left, right = type_of(e.left, f), type_of(e.right, f)
        if isinstance(e.op, ast.Div) or "float" in (left, right):
            return "float"
        return "str" if "str" in (left, right) else "int"
    if isinstance(e, ast.UnaryOp):
        return "bool" if isinstance(e.op, ast.Not) else type_of(e.operand, f)
    if isinstance(e, (ast.Compare, ast.BoolOp)):
        return "bool"
    if isinstance(e, ast.Subscript):
        return element(type_of(e.value, f))
    if isinstance(e, ast.List):
        return f"list[{type_of(e.elts[0], f)}]" if e.elts else f.result
    if isinstance(e, ast.Dict):
        return f.result
    if isinstance(e, ast.Call):
        return call_type(e, f)
    raise Unsupported(ast.dump(e))


def call_type(e, f):
    if isinstance(e.func, ast.Attribute):
        name = e.func.attr
        if name in ("lower", "upper"):
            return type_of(e.func.value, f)
        return "int" if name == "get" else "bool"
    name = e.func.id
    if name == f.name:
        return f.result
    if name in ("len", "ord", "int"):
        return "int"
    if name == "float":
        return "float"
    if name == "chr":
        return "char"
    if name in ("abs", "min", "max"):
        types = [type_of(a, f) for a in e.args]
        return "float" if "float" in types else types[0]
    raise Unsupported(name)


class Renamer(ast.NodeTransformer):
    def __init__(self, names):
        self.names = names

    def visit_Name(self, node):
        node.id = self.names.get(node.id, node.id)
        return node

    def visit_arg(self, node):
        self.generic_visit(node)
        node.arg = self.names.get(node.arg, node.arg)
        return node

    def visit_FunctionDef(self, node):
        self.generic_visit(node)
        node.name = self.names.get(node.name, node.name)
        return node


def rename(source: str, names: dict) -> str:
    """The same source with other names for its function, parameters and locals."""
    tree = Renamer(names).visit(copy.deepcopy(ast.parse(source.strip())))
    return ast.unparse(ast.fix_missing_locations(tree))


def calls_itself(f: Function) -> bool:
    return any(isinstance(n, ast.Call) and isinstance(n.func, ast.Name) and n.func.id == f.name
               for s in f.body for n in ast.walk(s))
