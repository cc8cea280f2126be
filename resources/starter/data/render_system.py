# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT
"""Go and Rust, whose strings are read as lists of characters."""
import ast

from .ir import Unsupported, element, key, type_of
from .render import ADD, ATOM, MULTIPLY, Renderer


class WithChars(Renderer):
    """Go and Rust, whose strings have no characters at an index: a list of them is made first."""

    def __init__(self, function):
        super().__init__(function)
        self.indexed = set()  # string parameters read by index or length
        for s in function.body:
            for n in ast.walk(s):
                base = n.value if isinstance(n, ast.Subscript) else n.args[0] if (
                    isinstance(n, ast.Call) and getattr(n.func, "id", "") == "len") else None
                if isinstance(base, ast.Name) and function.types.get(base.id) == "str":
                    if base.id not in dict(function.params):
                        raise Unsupported("index into a built string")
                    self.indexed.add(base.id)

    def chars(self, node):
        if not isinstance(node, ast.Name):
            raise Unsupported("index of a value")
        if node.id in self.indexed:
            return "chars" if len(self.indexed) == 1 else f"{node.id}_chars" if not self.camel else f"{node.id}Chars"
        return self.name(node.id)


class Go(WithChars):
    tag = "go"
    indent = "\t"
    semicolon = ""
    parens = False
    camel = True
    types = {"int": "int", "float": "float64", "bool": "bool", "str": "string", "char": "rune"}

    def type(self, t):
        if t.startswith("list"):
            return "[]" + self.type(element(t))
        if t.startswith("dict"):
            return f"map[{self.type(key(t))}]{self.type(element(t))}"
        return self.types[t]

    def signature(self):
        params = ", ".join(f"{self.name(n)} {self.type(t)}" for n, t in self.f.params)
        result = "" if self.f.result == "None" else " " + self.type(self.f.result)
        return f"func {self.name(self.f.name)}({params}){result}"

    def prologue(self):
        for n in sorted(self.indexed):
            self.line(f"{self.chars(ast.Name(n))} := []rune({self.name(n)})")

    def declare(self, name, type_, value):
        if isinstance(value, ast.List):
            return f"{self.name(name)} := {self.type(type_)}{{{', '.join(self.expression(v) for v in value.elts)}}}"
        if isinstance(value, ast.Dict):
            return f"{self.name(name)} := map[{self.type(key(type_))}]{self.type(element(type_))}{{}}"
        return f"{self.name(name)} := {self.expression(value, type_)}"

    def assign_pair(self, left, right):
        sign = ":=" if isinstance(left[0], ast.Name) and left[0].id not in self.declared else "="
        if sign == ":=":
            self.declared |= {t.id for t in left}
        a = ", ".join(self.expression(x) for x in left)
        b = ", ".join(self.expression(y, type_of(x, self.f)) for x, y in zip(left, right))
        self.line(f"{a} {sign} {b}")

    def while_word(self):
        return "for"

    def condition(self, word, test):
        if word == "for" and isinstance(test, ast.Constant):
            return "for"
        return super().condition(word, test)

    def for_range(self, name, first, end, step):
        i = self.name(name)
        return "for " + self.counting(name, first, end, step, "").replace(f"{i} =", f"{i} :=", 1)

    def step_one(self, text, op):
        return text + op * 2

    def for_each(self, name, iterable):
        return f"for _, {self.name(name)} := range {self.expression(iterable)}"

    def length(self, node):
        kind = type_of(node, self.f)
        return f"len({self.chars(node) if kind == 'str' else self.expression(node)})"

    def subscript(self, e):
        if type_of(e.value, self.f) == "str":
            return f"{self.chars(e.value)}[{self.expression(e.slice)}]"
        return super().subscript(e)

    def append(self, name, value):
        n = self.name(name)
        if self.f.types[name] == "str":
            text = self.expression(value, "char" if type_of(value, self.f) == "char" else None)
            return f"{n} += string({text})" if type_of(value, self.f) == "char" else f"{n} += {text}"
        return f"{n} = append({n}, {self.expression(value, element(self.f.types[name]))})"

    def prepend(self, name, value):
        text = self.expression(value)
        return f"{self.name(name)} = {f'string({text})' if type_of(value, self.f) == 'char' else text} + {self.name(name)}"

    def count_up(self, name, k):
        return f"{self.name(name)}[{self.expression(k)}]++"

    def contains(self, container, item):
        if not isinstance(container, ast.Constant):
            raise Unsupported("in")
        self.needs.add("strings")
        return f'strings.ContainsRune("{container.value}", {self.expression(item)})'

    def char_test(self, what, c):
        self.needs.add("unicode")
        if what == "isalnum":
            return f"(unicode.IsLetter({c}) || unicode.IsDigit({c}))"
        go = {"isdigit": "Digit", "isalpha": "Letter", "isupper": "Upper", "islower": "Lower", "isspace": "Space"}
        return f"unicode.Is{go[what]}({c})"

    def char_case(self, what, c):
        self.needs.add("unicode")
        return f"unicode.To{what.capitalize()}({c})"

    def to_float(self, text):
        return f"float64({text})"

    def ord(self, c):
        return f"int({self.expression(c, 'char')})", ATOM

    def chr(self, n):
        return f"rune({self.expression(n)})", ATOM

    def arithmetic(self, what, args, kind):
        if what == "abs":
            if kind != "float":
                raise Unsupported("abs of an int")
            self.needs.add("math")
            return f"math.Abs({args[0]})"
        return f"{what}({', '.join(args)})"

    def assemble(self, code):
        names = sorted(self.needs)
        head = "" if not names else f'import "{names[0]}"\n\n' if len(names) == 1 else (
            "import (\n" + "".join(f'\t"{n}"\n' for n in names) + ")\n\n")
        return head + code


class Rust(WithChars):
    tag = "rust"
    parens = False
    types = {"int": "i64", "float": "f64", "bool": "bool", "str": "String", "char": "char"}

    def type(self, t):
        if t.startswith("list"):
            return f"Vec<{self.type(element(t))}>"
        if t.startswith("dict"):
            self.needs.add("std::collections::HashMap")
            return f"HashMap<{self.type(key(t))}, {self.type(element(t))}>"
        return self.types[t]

    def param(self, n, t):
        if t == "str":
            return f"{n}: &str"
        if t.startswith("list"):
            inner = "&str" if element(t) == "str" else self.type(element(t))
            return f"{n}: &{'mut ' if n in self.f.assigned else ''}[{inner}]"
        if t.startswith("dict"):
            raise Unsupported("dict parameter")
        return f"{'mut ' if n in self.f.assigned else ''}{n}: {self.type(t)}"

    def signature(self):
        result = "" if self.f.result == "None" else f" -> {self.type(self.f.result)}"
        return f"fn {self.f.name}({', '.join(self.param(n, t) for n, t in self.f.params)}){result}"

    def prologue(self):
        for n in sorted(self.indexed):
            self.line(f"let {self.chars(ast.Name(n))}: Vec<char> = {n}.chars().collect();")

    def declare(self, name, type_, value):
        mut = "mut " if self.f.assigned.get(name, 0) > 1 else ""
        if isinstance(value, ast.List):
            items = ", ".join(self.expression(v, element(type_)) for v in value.elts)
            return f"let {mut}{name}: {self.type(type_)} = " + (f"vec![{items}]" if items else "Vec::new()")
        if isinstance(value, ast.Dict):
            return f"let mut {name}: {self.type(type_)} = HashMap::new()"
        if type_ == "str":
            if ast.unparse(value) != "''":
                raise Unsupported("string with a start")
            return f"let mut {name} = String::new()"
        note = ": i64" if type_ == "int" and isinstance(value, ast.Constant) else ""
        return f"let {mut}{name}{note} = {self.expression(value, type_)}"

    def assign(self, target, value):
        if isinstance(target, ast.Name) and target.id in self.declared and self.f.types[target.id] == "str" and (
                ast.unparse(value) == "''"):
            return self.line(f"{target.id}.clear();")
        super().assign(target, value)

    def assign_pair(self, left, right):
        if isinstance(left[0], ast.Subscript):
            a, b = left
            if ast.unparse(a) != ast.unparse(right[1]):
                raise Unsupported("pair of elements")
            return self.line(f"{self.expression(a.value)}.swap({self.index(a.slice)}, {self.index(b.slice)});")
        if left[0].id not in self.declared:
            for target, value in zip(left, right):
                self.assign(target, value)
            return
        a, b = (", ".join(self.expression(x) for x in side) for side in (left, right))
        self.line(f"({a}) = ({b});")

    def condition(self, word, test):
        if word == "while" and isinstance(test, ast.Constant):
            return "loop"
        return super().condition(word, test)

    def for_range(self, name, first, end, step):
        low, high = self.grouped(first, ADD), self.grouped(end, ADD)
        if isinstance(step, int) and step < 0:
            if step != -1:
                raise Unsupported("step")
            high = self.grouped(end, ADD)
            lowest = "0" if high == "-1" else f"{high} + 1"
            return f"for {name} in ({lowest}..={low}).rev()"
        if step != 1:
            by = step if isinstance(step, int) else self.expression(step)
            return f"for {name} in ({low}..{high}).step_by({by}{'' if isinstance(step, int) else ' as usize'})"
        return f"for {name} in {low}..{high}"

    def for_each(self, name, iterable):
        kind = type_of(iterable, self.f)
        if kind == "str":
            return f"for {name} in {self.expression(iterable)}.chars()"
        plain = element(kind) in ("int", "float", "bool", "char")
        if not plain and not (isinstance(iterable, ast.Name) and iterable.id in dict(self.f.params)):
            raise Unsupported("strings of a local list")
        return f"for &{name} in {self.expression(iterable)}{'.iter()' if iterable.id not in dict(self.f.params) else ''}"

    def index(self, node):
        if isinstance(node, ast.Constant):
            return str(node.value)
        if isinstance(node, ast.BinOp) and isinstance(node.right, ast.Constant) and ast.unparse(node.left).startswith("len("):
            return self.expression(node).replace(" as i64", "")
        return f"{self.grouped(node, ATOM)} as usize"

    def subscript(self, e):
        kind = type_of(e.value, self.f)
        if kind.startswith("dict"):
            return f"{self.expression(e.value)}[&{self.expression(e.slice)}]"
        base = self.chars(e.value) if kind == "str" else self.expression(e.value)
        return f"{base}[{self.index(e.slice)}]"

    def length(self, node):
        kind = type_of(node, self.f)
        return f"{self.chars(node) if kind == 'str' else self.expression(node)}.len() as i64"

    def call(self, e, wanted):
        text, strength = super().call(e, wanted)
        if isinstance(e.func, ast.Name) and e.func.id in ("len", "float", "ord"):
            strength = MULTIPLY
        if isinstance(e.func, ast.Name) and e.func.id == self.f.name and any(
                t.startswith(("list", "str", "dict")) for _, t in self.f.params):
            raise Unsupported("recursion over borrowed values")
        return text, strength

    def compare(self, e):
        text, strength = super().compare(e)
        if " as i64 <" in text:  # `as i64 <` reads as the start of type arguments
            left, rest = text.split(" <", 1)
            text = f"({left}) <{rest}"
        return text, strength

    def step_one(self, text, op):
        return f"{text} {op}= 1"

    def append(self, name, value):
        kind = type_of(value, self.f)
        if self.f.types[name] == "str":
            if kind == "char" or (isinstance(value, ast.Constant) and len(value.value) == 1):
                return f"{name}.push({self.expression(value, 'char')})"
            borrow = "&" if isinstance(value, ast.Name) and value.id in self.f.assigned else ""
            return f"{name}.push_str({borrow}{self.expression(value)})"
        text = self.expression(value, element(self.f.types[name]))
        if kind == "str":
            text += ".clone()" if isinstance(value, ast.Name) and value.id in self.f.assigned else ".to_string()"
        return f"{name}.push({text})"

    def literal(self, e, wanted):
        if isinstance(e.value, str) and wanted == "str":
            return f'String::from({super().literal(e, None)})' if e.value else "String::new()"
        return super().literal(e, wanted)

    def prepend(self, name, value):
        if type_of(value, self.f) != "char":
            raise Unsupported("prepend a string")
        return f"{name}.insert(0, {self.expression(value, 'char')})"

    def ret(self, value):
        if self.f.result == "str" and isinstance(value, ast.Name) and value.id in dict(self.f.params):
            return self.line(f"return {value.id}.to_string();")
        text = self.expression(value, self.f.result)
        if self.f.result == "str" and isinstance(value, ast.Subscript):
            text += ".to_string()"
        if self.depth == 1:
            return self.line(text)
        self.line(f"return {text};")

    def count_up(self, name, k):
        owned = ".to_string()" if type_of(k, self.f) == "str" else ""
        return f"*{name}.entry({self.expression(k)}{owned}).or_insert(0) += 1"

    def put(self, name, k, value):
        owned = ".to_string()" if type_of(k, self.f) == "str" else ""
        return f"{name}.insert({self.expression(k)}{owned}, {self.expression(value)})"

    def contains(self, container, item):
        if isinstance(container, ast.Constant):
            return f'"{container.value}".contains({self.expression(item)})'
        if type_of(container, self.f).startswith("dict"):
            return f"{self.expression(container)}.contains_key(&{self.expression(item)})"
        return f"{self.expression(container)}.contains(&{self.expression(item)})"

    def char_test(self, what, c):
        rust = {"isdigit": "digit", "isalpha": "alphabetic", "isupper": "uppercase", "islower": "lowercase",
                "isalnum": "alphanumeric"}
        return f"{c}.is_whitespace()" if what == "isspace" else f"{c}.is_ascii_{rust[what]}()"

    def char_case(self, what, c):
        return f"{c}.to_ascii_{what}case()"

    def to_float(self, text):
        return f"{text} as f64"

    def ord(self, c):
        return f"{self.expression(c, 'char')} as i64", MULTIPLY

    def chr(self, n):
        return f"({self.expression(n)}) as u8 as char", MULTIPLY

    def arithmetic(self, what, args, kind):
        if what == "abs":
            simple = args[0].replace("_", "").isalnum()
            return f"{args[0] if simple else f'({args[0]})'}.abs()"
        first = args[0] if args[0].replace("_", "").isalnum() or args[0].endswith("]") else f"({args[0]})"
        if first[0].isdigit():
            first += "_f64" if kind == "float" else "_i64"
        return f"{first}.{what}({args[1]})"

    def assemble(self, code):
        return "".join(f"use {n};\n" for n in sorted(self.needs)) + ("\n" if self.needs else "") + code
