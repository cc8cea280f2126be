# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT
"""Test programs around functions: one file that holds many of them, each with its asserts.

A program lives in a scope of its own (module, namespace, nested class, renamed), so that many fit
in one compiler run; javac, rustc and go cost a second each and microseconds per function.
"""
import json
import re
from dataclasses import dataclass

from .ir import element


@dataclass
class Program:
    tag: str
    code: str
    name: str       # of the function, as the code spells it
    params: list    # types
    result: str     # type
    cases: list     # (argument, ..., expected)


def hoist(code, pattern):
    """Lines of the head (includes, imports) and the code without them."""
    head = re.findall(pattern, code, re.M)
    return head, re.sub(pattern, "", code, flags=re.M)


def text(value):
    return json.dumps(value)


def char(value):
    return {"'": "'\\''", "\\": "'\\\\'", "\n": "'\\n'"}.get(value, f"'{value}'")


def split_case(p, case):
    """Arguments, expected value and its type; the changed list is the result of an in-place function."""
    return case[:-1], case[-1], p.result if p.result != "None" else p.params[0]


class Cpp:
    types = {"int": "int", "float": "double", "bool": "bool", "str": "std::string", "char": "char"}

    def type(self, t):
        if t.startswith("list"):
            return f"std::vector<{self.type(element(t))}>"
        if t.startswith("dict"):
            k, v = t[5:-1].split(",")
            return f"std::map<{self.type(k)}, {self.type(v)}>"
        return self.types[t]

    def value(self, v, t):
        if t.startswith("list"):
            return f"{self.type(t)}{{{', '.join(self.value(x, element(t)) for x in v)}}}"
        if t.startswith("dict"):
            k, e = t[5:-1].split(",")
            return f"{self.type(t)}{{{', '.join('{%s, %s}' % (self.value(a, k), self.value(b, e)) for a, b in v.items())}}}"
        if t == "char":
            return char(v)
        return text(v)

    def check(self, p, case):
        args, want, kind = split_case(p, case)
        lines = [f"auto a{i} = {self.value(a, t) if t != 'str' else 'std::string(' + text(a) + ')'};"
                 for i, (a, t) in enumerate(zip(args, p.params))]
        call = f"{p.name}({', '.join(f'a{i}' for i in range(len(args)))})"
        if p.result == "None":
            lines += [call + ";", f"CHECK(a0 == ({self.value(want, kind)}));"]
        elif kind == "float":
            lines.append(f"CHECK(std::abs({call} - ({want})) < 1e-9);")
        else:
            lines.append(f"CHECK({call} == ({self.value(want, kind)}));")
        return "{ " + " ".join(lines) + " }"

    def file(self, programs):
        heads, bodies = {"#include <cstdlib>", "#include <cmath>", "#include <map>", "#include <vector>", "#include <string>"}, []
        for i, p in enumerate(programs):
            head, body = hoist(p.code, r"^#include .*$")
            heads |= set(head)
            checks = "\n".join(self.check(p, c) for c in p.cases)
            bodies.append(f"namespace p{i} {{\n{body}\nvoid run_checks() {{\n{checks}\n}}\n}}")
        main = "\n".join(f"    p{i}::run_checks();" for i in range(len(programs)))
        return ("\n".join(sorted(heads)) + "\n#define CHECK(x) if (!(x)) std::exit(1)\n" + "\n".join(bodies)
                + f"\nint main() {{\n{main}\n}}\n")


class C:
    types = {"int": "int", "float": "double", "bool": "bool", "char": "char"}

    def array(self, name, values, kind):
        items = ", ".join(char(v) if kind == "char" else text(v) for v in values) or "0"
        return f"{self.types[kind]} {name}[] = {{{items}}};"

    def check(self, p, case):
        args, want, kind = split_case(p, case)
        lines, passed = [], []
        for i, (a, t) in enumerate(zip(args, p.params)):
            if t.startswith("list"):
                lines.append(self.array(f"a{i}", a, element(t)))
                passed += [f"a{i}", str(len(a))]
            else:
                passed.append(char(a) if t == "char" else text(a))
        builds = kind.startswith("list") and p.result != "None"
        fills = kind == "str" and re.search(rf"\bvoid\s+{p.name}\b", p.code)
        if builds:
            lines.append(f"{self.types[element(kind)]} out[256];")
        if fills:
            lines.append("char out[256];")
        call = f"{p.name}({', '.join(passed + (['out'] if builds or fills else []))})"
        if p.result == "None" or builds:
            lines += [self.array("want", want, element(kind)), f"CHECK({call} == {len(want)});" if builds else call + ";",
                      f"CHECK(memcmp({'out' if builds else 'a0'}, want, {len(want)} * sizeof want[0]) == 0);"]
        elif kind == "str":
            lines += [call + ";", f"CHECK(strcmp(out, {text(want)}) == 0);"] if fills else [f"CHECK(strcmp({call}, {text(want)}) == 0);"]
        elif kind == "float":
            lines.append(f"CHECK(fabs({call} - ({want})) < 1e-9);")
        else:
            lines.append(f"CHECK({call} == {text(want) if kind != 'char' else char(want)});")
        return "{ " + " ".join(lines) + " }"

    def file(self, programs):
        heads = {"#include <stdlib.h>", "#include <string.h>", "#include <math.h>", "#include <stdbool.h>"}
        bodies = []
        for i, p in enumerate(programs):
            head, body = hoist(p.code, r"^#include .*$")
            heads |= set(head)
            checks = "\n".join(self.check(p, c) for c in p.cases)
            bodies.append(f"#define {p.name} p{i}_{p.name}\n{body}\nstatic void p{i}(void) {{\n{checks}\n}}\n#undef {p.name}")
        main = "\n".join(f"    p{i}();" for i in range(len(programs)))
        return ("\n".join(sorted(heads)) + "\n#define CHECK(x) if (!(x)) exit(1)\n" + "\n".join(bodies)
                + f"\nint main(void) {{\n{main}\n}}\n")


class Rust:
    types = {"int": "i64", "float": "f64", "bool": "bool", "str": "String", "char": "char"}

    def value(self, v, t, param=False):
        if t.startswith("list"):
            items = ", ".join(self.value(x, element(t), param) for x in v)
            return f"vec![{items}]" if items else "Vec::new()"
        if t.startswith("dict"):
            k, e = t[5:-1].split(",")
            return f"std::collections::HashMap::from([{', '.join(f'({self.value(a, k)}, {self.value(b, e)})' for a, b in v.items())}])"
        if t == "char":
            return char(v)
        return text(v) + (".to_string()" if t == "str" and not param else "")

    def check(self, p, case):
        args, want, kind = split_case(p, case)
        lines, passed = [], []
        for i, (a, t) in enumerate(zip(args, p.params)):
            if t.startswith("list"):
                inner = "&str" if element(t) == "str" else self.types[element(t)]
                lines.append(f"let mut a{i}: Vec<{inner}> = {self.value(a, t, True)};")
                passed.append(f"&mut a{i}")
            else:
                passed.append(self.value(a, t, True))
        call = f"{p.name}({', '.join(passed)})"
        if p.result == "None":
            lines += [call + ";", f"assert!(a0 == {self.value(want, kind)});"]
        elif kind == "float":
            lines.append(f"assert!(({call} - ({want}f64)).abs() < 1e-9);")
        else:
            lines.append(f"let got = {call}; assert!(got == {self.value(want, kind)});")
        return "{ " + " ".join(lines) + " }"

    def file(self, programs):
        bodies = []
        for i, p in enumerate(programs):
            checks = "\n".join(self.check(p, c) for c in p.cases)
            bodies.append(f"mod p{i} {{\n{p.code}\npub fn run_checks() {{\n{checks}\n}}\n}}")
        main = "\n".join(f"    p{i}::run_checks();" for i in range(len(programs)))
        return "#![allow(warnings)]\n" + "\n".join(bodies) + f"\nfn main() {{\n{main}\n}}\n"


class Go:
    types = {"int": "int", "float": "float64", "bool": "bool", "str": "string", "char": "rune"}

    def type(self, t):
        if t.startswith("list"):
            return "[]" + self.type(element(t))
        if t.startswith("dict"):
            k, v = t[5:-1].split(",")
            return f"map[{self.type(k)}]{self.type(v)}"
        return self.types[t]

    def value(self, v, t):
        if t.startswith("list"):
            return f"{self.type(t)}{{{', '.join(self.value(x, element(t)) for x in v)}}}"
        if t.startswith("dict"):
            k, e = t[5:-1].split(",")
            return f"{self.type(t)}{{{', '.join(f'{self.value(a, k)}: {self.value(b, e)}' for a, b in v.items())}}}"
        return char(v) if t == "char" else text(v)

    def check(self, p, case, name):
        args, want, kind = split_case(p, case)
        lines = [f"a{i} := {self.value(a, t)}" for i, (a, t) in enumerate(zip(args, p.params))]
        call = f"{name}({', '.join(f'a{i}' for i in range(len(args)))})"
        if p.result == "None":
            lines += [call, f"check(fmt.Sprint(a0) == fmt.Sprint({self.value(want, kind)}))"]
        elif kind == "float":
            lines.append(f"check(math.Abs({call} - ({want})) < 1e-9)")
        else:
            lines.append(f"check(fmt.Sprint({call}) == fmt.Sprint({self.value(want, kind)}))")
        return "{ " + "; ".join(lines) + " }"

    def file(self, programs):
        heads, bodies, mains = {'"fmt"', '"math"', '"os"'}, [], []
        for i, p in enumerate(programs):
            blocks, body = hoist(p.code, r"^import \((?:[^)]*)\)$")
            single, body = hoist(body, r'^import "[^"]+"$')
            _, body = hoist(body, r"^package \w+$")
            for b in blocks + single:
                heads |= set(re.findall(r'"[^"]+"', b))
            for own in set(re.findall(r"^(?:func|var|type|const) (\w+)", body, re.M)):
                body = re.sub(rf"\b{own}\b", f"p{i}_{own}", body)
            bodies.append(body)
            mains += [self.check(p, c, f"p{i}_{p.name}") for c in p.cases]
        imports = "\n".join(f"import {h}" for h in sorted(heads))
        return (f"package main\n{imports}\nvar _ = math.Abs\nfunc check(ok bool) {{ if !ok {{ os.Exit(1) }} }}\n"
                f"{chr(10).join(bodies)}\nfunc main() {{\nfmt.Print()\n{chr(10).join(mains)}\n}}\n")


class Java:
    types = {"int": "int", "float": "double", "bool": "boolean", "str": "String", "char": "char"}
    boxed = {"int": "Integer", "float": "Double", "bool": "Boolean", "str": "String", "char": "Character"}

    def value(self, v, t):
        if t.startswith("list"):
            return f"new {self.types[element(t)]}[]{{{', '.join(self.value(x, element(t)) for x in v)}}}"
        return char(v) if t == "char" else text(v)

    def check(self, p, case, owner):
        args, want, kind = split_case(p, case)
        lines = [f"var a{i} = {self.value(a, t)};" for i, (a, t) in enumerate(zip(args, p.params))]
        call = f"{owner}.{p.name}({', '.join(f'a{i}' for i in range(len(args)))})"
        if p.result == "None":
            lines += [call + ";", f"check(java.util.Arrays.equals(a0, {self.value(want, kind)}));"]
        elif kind == "float":
            lines.append(f"check(Math.abs({call} - ({want})) < 1e-9);")
        elif kind.startswith("list"):
            lines.append(f"check({call}.equals(java.util.List.of({', '.join(self.value(x, element(kind)) for x in want)})));")
        elif kind.startswith("dict"):
            k, e = kind[5:-1].split(",")
            items = ", ".join(f"{self.value(a, k)}, {self.value(b, e)}" for a, b in want.items())
            lines.append(f"check({call}.equals(java.util.Map.of({items})));")
        else:
            lines.append(f"check({call}{'.equals(' if kind == 'str' else ' == '}{self.value(want, kind)}{')' if kind == 'str' else ''});")
        return "{ " + " ".join(lines) + " }"

    def file(self, programs):
        heads, bodies = set(), []
        for i, p in enumerate(programs):
            head, body = hoist(p.code, r"^import .*;$")
            heads |= set(head)
            found = re.search(r"class (\w+)", body)
            owner = found.group(1) if found else f"Q{i}"
            body = re.sub(r"^(?:public )?(?:final )?class", "static class", body, flags=re.M) if found else (
                f"static class {owner} {{ {body} }}")
            checks = "\n".join(self.check(p, c, owner) for c in p.cases)
            bodies.append(f"static class P{i} {{\n{body}\nstatic void runChecks() {{\n{checks}\n}}\n}}")
        main = "\n".join(f"P{i}.runChecks();" for i in range(len(programs)))
        return ("\n".join(sorted(heads)) + "\npublic class Main {\nstatic void check(boolean ok) { if (!ok) System.exit(1); }\n"
                + "\n".join(bodies) + f"\npublic static void main(String[] args) {{\n{main}\n}}\n}}\n")


class JavaScript:
    def value(self, v, t):
        if t.startswith("dict"):
            return f"new Map({text([[k, x] for k, x in v.items()])})"
        return text(v)

    def check(self, p, case):
        args, want, kind = split_case(p, case)
        lines = [f"const a{i} = {self.value(a, t)};" for i, (a, t) in enumerate(zip(args, p.params))]
        call = f"{p.name}({', '.join(f'a{i}' for i in range(len(args)))})"
        if p.result == "None":
            lines += [call + ";", f"assert.deepStrictEqual(a0, {self.value(want, kind)});"]
        elif kind == "float":
            lines.append(f"assert(Math.abs({call} - ({want})) < 1e-9);")
        else:
            lines.append(f"assert.deepStrictEqual({call}, {self.value(want, kind)});")
        return "{ " + " ".join(lines) + " }"

    def file(self, programs):
        bodies = ["(() => {\n" + p.code + "\n" + "\n".join(self.check(p, c) for c in p.cases) + "\n})();" for p in programs]
        return "'use strict';\nconst assert = require('node:assert');\n" + "\n".join(bodies) + "\n"


class Python:
    def file(self, programs):
        items = [(p.code, p.name, [list(c) for c in p.cases], p.result) for p in programs]
        return f"""import copy
for code, name, cases, result in {items!r}:
    scope = {{}}
    exec(compile(code, name, "exec"), scope)
    for *args, want in cases:
        args = copy.deepcopy(args)
        got = scope[name](*args)
        if result == "None":
            got = args[0]
        assert abs(got - want) < 1e-9 if result == "float" else got == want and type(got) is type(want), (name, args, got)
"""


class Bash:
    def file(self, programs):
        parts = []
        for p in programs:
            checks = []
            for case in p.cases:
                args, want = " ".join(str(a) for a in case[:-1]), case[-1]
                if p.result == "bool":
                    checks.append(f"if {p.name} {args}; then got=0; else got=1; fi; [ $got = {0 if want else 1} ] || exit 1")
                else:
                    checks.append(f'[ "$({p.name} {args})" = "{want}" ] || exit 1')
            parts.append("(\n" + p.code + "\n" + "\n".join(checks) + "\n) || exit 1")
        return "\n".join(parts) + "\n"


HARNESSES = {"cpp": Cpp(), "c": C(), "rust": Rust(), "go": Go(), "java": Java(), "javascript": JavaScript(),
             "python": Python(), "bash": Bash()}
