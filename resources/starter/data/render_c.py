# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT
"""C, C++ and Java."""
import ast

from .ir import Unsupported, calls_itself, element, key, type_of
from .render import ATOM, UNARY, Renderer

CTYPE = {"isdigit": "isdigit", "isalpha": "isalpha", "isupper": "isupper", "islower": "islower",
         "isspace": "isspace", "isalnum": "isalnum"}


class Cpp(Renderer):
    tag = "cpp"
    types = {"int": "int", "float": "double", "bool": "bool", "str": "std::string", "char": "char",
             "None": "void"}

    def type(self, t):
        if t.startswith("list"):
            self.needs.add("vector")
            return f"std::vector<{self.type(element(t))}>"
        if t.startswith("dict"):
            self.needs.add("map")
            return f"std::map<{self.type(key(t))}, {self.type(element(t))}>"
        if t == "str":
            self.needs.add("string")
        return self.types[t]

    def signature(self):
        parts = []
        for n, t in self.f.params:
            big = t == "str" or t[:4] in ("list", "dict")
            inout = t.startswith("list") and n in self.f.assigned
            parts.append(f"{'const ' if big and not inout else ''}{self.type(t)}{'&' if big else ''} {n}")
        return f"{self.type(self.f.result)} {self.f.name}({', '.join(parts)})"

    def declare(self, name, type_, value):
        empty = (isinstance(value, (ast.List, ast.Dict)) and not ast.unparse(value).strip("[]{}")) or (
            isinstance(value, ast.Constant) and value.value == "")
        const = "const " if self.f.assigned.get(name) == 1 and not empty else ""
        return f"{const}{self.type(type_)} {name}" + ("" if empty else f" = {self.expression(value, type_)}")

    def constant(self, name, type_, text):
        return f"const {self.type(type_)} {name} = {text}"

    def assign_pair(self, left, right):
        if isinstance(left[0], ast.Subscript) and ast.unparse(left[0]) == ast.unparse(right[1]):
            self.needs.add("utility")
            return self.line(f"std::swap({self.expression(left[0])}, {self.expression(left[1])});")
        super().assign_pair(left, right)

    def for_range(self, name, first, end, step):
        return f"for ({self.counting(name, first, end, step, 'int ')})"

    def for_each(self, name, iterable):
        kind = self.f.types[name]
        item = f"const {self.type(kind)}&" if kind in ("str",) or kind.startswith("list") else self.type(kind)
        return f"for ({item} {name} : {self.expression(iterable)})"

    def length(self, node):
        return f"static_cast<int>({self.expression(node)}.size())"

    def char_test(self, what, c):
        self.needs.add("cctype")
        return f"std::{what}(static_cast<unsigned char>({c}))"

    def char_case(self, what, c):
        self.needs.add("cctype")
        return f"static_cast<char>(std::to{what}(static_cast<unsigned char>({c})))"

    def append(self, name, value):
        kind = element(self.f.types[name])
        if self.f.types[name] == "str":
            return f"{name} += {self.expression(value, 'char' if type_of(value, self.f) == 'char' else None)}"
        return f"{name}.push_back({self.expression(value, kind)})"

    def list_literal(self, e):
        return "{" + ", ".join(self.expression(v) for v in e.elts) + "}"

    def count_up(self, name, k):
        return f"++{name}[{self.expression(k)}]"

    def contains(self, container, item):
        if isinstance(container, ast.Constant):
            self.needs.add("string_view")
            text = f'std::string_view("{container.value}").find({self.expression(item)})'
            return f"{text} != std::string_view::npos"
        kind = type_of(container, self.f)
        if kind.startswith("dict"):
            return f"{self.expression(container)}.contains({self.expression(item)})"
        raise Unsupported("in list")

    def compare(self, e):
        if isinstance(e.ops[0], ast.NotIn) and isinstance(e.comparators[0], ast.Constant):
            return self.contains(e.comparators[0], e.left).replace("!=", "=="), 4
        return super().compare(e)

    def to_float(self, text):
        return f"static_cast<double>({text})"

    def chr(self, n):
        return f"static_cast<char>({self.expression(n, 'char')})", ATOM

    def arithmetic(self, what, args, kind):
        self.needs.add("cstdlib" if what == "abs" else "algorithm")
        if what == "abs" and kind == "float":
            self.needs.add("cmath")
        return f"std::{what}({', '.join(args)})"

    def assemble(self, code):
        head = "".join(f"#include <{h}>\n" for h in sorted(self.needs))
        return head + ("\n" if head else "") + code


class C(Cpp):
    tag = "c"
    types = {"int": "int", "float": "double", "bool": "bool", "str": "const char *", "char": "char", "None": "void"}

    def __init__(self, function):
        super().__init__(function)
        self.built = None    # the string or list that is the result, written through `out`
        t = function.result
        if t.startswith("dict") or any("dict" in k or "list[str" in k or "list[list" in k for k in function.types.values()):
            raise Unsupported("dict or list of strings")
        if t == "str" or t.startswith("list"):
            last = function.body[-1]
            returns = sum(isinstance(n, ast.Return) for s in function.body for n in ast.walk(s))
            if returns != 1 or not isinstance(last, ast.Return) or not isinstance(last.value, ast.Name):
                raise Unsupported("result is not built in one place")
            self.built = last.value.id
            if self.built in dict(function.params) or calls_itself(function):
                raise Unsupported("result is a parameter")
        for n, k in function.types.items():
            if k == "str" and n in function.assigned and n != self.built:
                raise Unsupported("string variable")
            if k.startswith("list") and n not in dict(function.params) and n != self.built:
                raise Unsupported("list variable")

    def type(self, t):
        if t == "bool":
            self.needs.add("stdbool.h")
        if t not in self.types:
            raise Unsupported(t)
        return self.types[t]

    def size(self, name):
        return "size" if len(self.f.lists()) == 1 else f"{name}_size"

    def signature(self):
        parts = []
        for n, t in self.f.params:
            if t.startswith("list"):
                const = "" if n in self.f.assigned else "const "
                parts += [f"{const}{self.type(element(t))} {n}[]", f"int {self.size(n)}"]
            else:
                kind = self.type(t)
                parts.append(kind + ("" if kind.endswith("*") else " ") + n)
        result = self.type(self.f.result) if not self.built else "void"
        if self.built:
            is_text = self.f.result == "str"
            result = "void" if is_text else "int"
            parts.append("char *out" if is_text else f"{self.type(element(self.f.result))} out[]")
        return f"{result} {self.f.name}({', '.join(parts)})"

    def declare(self, name, type_, value):
        if name == self.built:
            if not (isinstance(value, (ast.List, ast.Constant)) and ast.unparse(value) in ("[]", "''")):
                raise Unsupported("result starts with a value")
            return "int length = 0" if type_ == "str" else "int count = 0"
        return super().declare(name, type_, value)

    def append(self, name, value):
        if name != self.built or type_of(value, self.f) == "str":
            raise Unsupported("append")
        kind = element(self.f.types[name])
        return f"out[{'length' if kind == 'char' else 'count'}++] = {self.expression(value, kind)}"

    def prepend(self, name, value):
        raise Unsupported("prepend")

    def ret(self, value):
        if not self.built:
            return super().ret(value)
        self.line("out[length] = '\\0';" if self.f.result == "str" else "return count;")

    assign_pair = Renderer.assign_pair

    def for_each(self, name, iterable):
        if not isinstance(iterable, ast.Name) or iterable.id == self.built:
            raise Unsupported("for over a value")
        self.needs.discard("")
        bound = f"{iterable.id}[k] != '\\0'" if self.f.types[iterable.id] == "str" else f"k < {self.size(iterable.id)}"
        if any(isinstance(n, ast.Name) and n.id == "k" for s in self.f.body for n in ast.walk(s)):
            raise Unsupported("k is taken")
        return f"for (int k = 0; {bound}; ++k)"

    def after_for_each(self, name, iterable):
        const = "" if name in self.f.assigned else "const "
        self.line(f"{const}{self.type(self.f.types[name])} {name} = {iterable.id}[k];")

    def length(self, node):
        if not isinstance(node, ast.Name):
            raise Unsupported("len of a value")
        if node.id == self.built:
            return "length" if self.f.result == "str" else "count"
        if self.f.types[node.id] == "str":
            self.needs.add("string.h")
            return f"(int)strlen({node.id})"
        return self.size(node.id)

    def variable(self, identifier):
        if identifier == self.built:
            raise Unsupported("reads its result")
        return identifier

    def subscript(self, e):
        if isinstance(e.value, ast.Name) and e.value.id == self.built:
            return f"out[{self.expression(e.slice)}]"
        return super().subscript(e)

    def char_test(self, what, c):
        self.needs.add("ctype.h")
        return f"{what}((unsigned char){c})"

    def char_case(self, what, c):
        self.needs.add("ctype.h")
        return f"(char)to{what}((unsigned char){c})"

    def contains(self, container, item):
        if not isinstance(container, ast.Constant):
            raise Unsupported("in")
        self.needs.add("string.h")
        return f'strchr("{container.value}", {self.expression(item)}) != NULL'

    def compare(self, e):
        if not isinstance(e.ops[0], (ast.In, ast.NotIn)):
            kinds = {type_of(e.left, self.f), type_of(e.comparators[0], self.f)}
            if kinds == {"str"} or any(k.startswith("list") for k in kinds):
                raise Unsupported("comparison of strings")
        return super().compare(e)

    def to_float(self, text):
        return f"(double){text}"

    def chr(self, n):
        return f"(char)({self.expression(n, 'char')})", UNARY

    def arithmetic(self, what, args, kind):
        if what == "abs":
            self.needs.add("math.h" if kind == "float" else "stdlib.h")
            return f"{'fabs' if kind == 'float' else 'abs'}({args[0]})"
        a, b = args
        if not a.replace("_", "").isalnum() or not b.replace("_", "").isalnum():
            raise Unsupported("min of expressions")
        return f"({a} {'<' if what == 'min' else '>'} {b} ? {a} : {b})"

    def list_literal(self, e):
        raise Unsupported("list literal")


class Java(Renderer):
    tag = "java"
    camel = True
    types = {"int": "int", "float": "double", "bool": "boolean", "str": "String", "char": "char", "None": "void"}
    boxed = {"int": "Integer", "float": "Double", "bool": "Boolean", "str": "String", "char": "Character"}

    def type(self, t, local=False):
        if t.startswith("list"):
            if any(n for n, k in self.f.params if k == t and local is False) and t != self.f.result or local == "param":
                return self.type(element(t)) + "[]"
            self.needs |= {"java.util.List"}
            return f"List<{self.boxed[element(t)]}>"
        if t.startswith("dict"):
            self.needs.add("java.util.Map")
            return f"Map<{self.boxed[key(t)]}, {self.boxed[element(t)]}>"
        return self.types[t]

    def builder(self, name):
        return self.f.types[name] == "str" and name not in dict(self.f.params) and self.f.assigned.get(name, 0) > 1

    def signature(self):
        params = ", ".join(f"{self.type(t, 'param')} {self.name(n)}" for n, t in self.f.params)
        return f"static {self.type(self.f.result, 'result')} {self.name(self.f.name)}({params})"

    def declare(self, name, type_, value):
        n = self.name(name)
        if self.builder(name):
            if ast.unparse(value) != "''":
                raise Unsupported("string with a start")
            return f"StringBuilder {n} = new StringBuilder()"
        if isinstance(value, ast.List):
            if value.elts:
                raise Unsupported("list literal")
            self.needs.add("java.util.ArrayList")
            return f"{self.type(type_, 'local')} {n} = new ArrayList<>()"
        if isinstance(value, ast.Dict):
            self.needs.add("java.util.TreeMap")
            return f"{self.type(type_)} {n} = new TreeMap<>()"
        return f"{self.type(type_, 'local')} {n} = {self.expression(value, type_)}"

    def constant(self, name, type_, text):
        return f"{self.type(type_)} {name} = {text}"

    def is_array(self, node):
        return isinstance(node, ast.Name) and node.id in dict(self.f.params)

    def for_range(self, name, first, end, step):
        return f"for ({self.counting(name, first, end, step, 'int ')})"

    def step_one(self, text, op):
        return text + op * 2

    def for_each(self, name, iterable):
        text = self.expression(iterable)
        if type_of(iterable, self.f) == "str":
            text += ".toCharArray()"
        return f"for ({self.type(self.f.types[name])} {self.name(name)} : {text})"

    def variable(self, identifier):
        return self.name(identifier)

    def ret(self, value):
        text = self.expression(value, self.f.result)
        if isinstance(value, ast.Name) and self.f.result == "str" and self.builder(value.id):
            text += ".toString()"
        self.line(f"return {text};")

    def length(self, node):
        if type_of(node, self.f) == "str":
            return f"{self.expression(node)}.length()"
        return f"{self.expression(node)}.{'length' if self.is_array(node) else 'size()'}"

    def subscript(self, e):
        base, kind = self.expression(e.value), type_of(e.value, self.f)
        if kind == "str":
            return f"{base}.charAt({self.expression(e.slice)})"
        if kind.startswith("dict") or not self.is_array(e.value):
            return f"{base}.get({self.expression(e.slice)})"
        return f"{base}[{self.expression(e.slice)}]"

    def assign(self, target, value):
        if isinstance(target, ast.Subscript) and not self.is_array(target.value) and not type_of(
                target.value, self.f).startswith("dict"):
            raise Unsupported("store into a List")
        if isinstance(target, ast.Name) and target.id in self.declared and self.builder(target.id) and not isinstance(
                value, ast.BinOp):
            if ast.unparse(value) != "''":
                raise Unsupported("assign to a builder")
            return self.line(f"{self.name(target.id)}.setLength(0);")
        super().assign(target, value)

    def append(self, name, value):
        kind = element(self.f.types[name])
        if self.f.types[name] == "str":
            return f"{self.name(name)}.append({self.expression(value, 'char' if type_of(value, self.f) == 'char' else None)})"
        text = self.expression(value, kind)
        if isinstance(value, ast.Name) and type_of(value, self.f) == "str" and self.builder(value.id):
            text += ".toString()"
        return f"{self.name(name)}.add({text})"

    def prepend(self, name, value):
        return f"{self.name(name)}.insert(0, {self.expression(value)})"

    def count_up(self, name, k):
        return f"{self.name(name)}.merge({self.expression(k)}, 1, Integer::sum)"

    def put(self, name, k, value):
        return f"{self.name(name)}.put({self.expression(k)}, {self.expression(value)})"

    def contains(self, container, item):
        if isinstance(container, ast.Constant):
            return f'"{container.value}".indexOf({self.expression(item)}) >= 0'
        if type_of(container, self.f).startswith("dict"):
            return f"{self.expression(container)}.containsKey({self.expression(item)})"
        raise Unsupported("in")

    def compare(self, e):
        op = e.ops[0]
        if isinstance(op, (ast.In, ast.NotIn)):
            text = self.contains(e.comparators[0], e.left)
            if isinstance(op, ast.NotIn):
                return (text.replace(">= 0", "< 0"), 4) if text.endswith("0") else ("!" + text, UNARY)
            return text, 4
        if type_of(e.left, self.f) == "str" and type_of(e.comparators[0], self.f) == "str":
            if not isinstance(op, (ast.Eq, ast.NotEq)) or any(
                    isinstance(x, ast.Name) and self.builder(x.id) for x in (e.left, e.comparators[0])):
                raise Unsupported("order of strings")
            mark = "!" if isinstance(op, ast.NotEq) else ""
            return f"{mark}{self.expression(e.left)}.equals({self.expression(e.comparators[0])})", UNARY
        return super().compare(e)

    def char_test(self, what, c):
        java = {"isdigit": "isDigit", "isalpha": "isLetter", "isupper": "isUpperCase", "islower": "isLowerCase",
                "isspace": "isWhitespace", "isalnum": "isLetterOrDigit"}[what]
        return f"Character.{java}({c})"

    def char_case(self, what, c):
        return f"Character.to{what.capitalize()}Case({c})"

    def to_float(self, text):
        return f"(double) {text}"

    def chr(self, n):
        return f"(char) ({self.expression(n, 'char')})", UNARY

    def arithmetic(self, what, args, kind):
        return f"Math.{what}({', '.join(args)})"

    def assemble(self, code):
        head = "".join(f"import {h};\n" for h in sorted(self.needs))
        body = "\n".join("    " + l if l else l for l in code.split("\n"))
        title = self.f.name.split("_")
        return head + ("\n" if head else "") + f"public class {''.join(w.capitalize() for w in title)} {{\n{body}\n}}"
