#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT
"""The rules of the house: each is shown to catch what it is for, then held against the whole tree."""

import pathlib
import re
import unittest

import dependencies
import files
import kernels
import sources

CPP = (".cpp", ".h")


def at(name):
    return pathlib.PurePosixPath(name)


class Tree(unittest.TestCase):
    """Every file of the repository."""

    def hold(self, rule, paths, at_least):
        # A rule that finds no files to look at passes for the wrong reason.
        self.assertGreaterEqual(len(paths), at_least)
        found = [problem for path in paths for problem in rule(path)]
        self.assertFalse(found, "\n" + "\n".join(found))

    def test_dependencies(self):
        self.hold(lambda path: dependencies.problems(path, files.text(path)), files.files(*CPP), 40)

    def test_every_room_has_a_floor(self):
        rooms = {path.parts[1] for path in files.files(under="engine") if len(path.parts) > 2}
        self.assertEqual(rooms, set(dependencies.FLOOR))
        rooms = {path.parts[1] for path in files.files(*CPP, under="app")}
        self.assertEqual(rooms, set(dependencies.APP_FLOOR))
        rooms = {dependencies.qml_room(path) for path in files.files(".qml", under="qml")}
        self.assertEqual(rooms, set(dependencies.QML_FLOOR))

    def test_qml_dependencies(self):
        paths = files.files(".qml", under="qml")
        rooms = {path.stem: dependencies.qml_room(path) for path in paths}
        self.hold(lambda path: dependencies.qml_problems(path, files.code(files.text(path)), rooms), paths, 100)

    def test_the_tests_mirror_the_app(self):
        rooms = {path.parts[2] for path in files.files(*CPP, under="tests/app") if len(path.parts) > 3}
        self.assertLessEqual(rooms, set(dependencies.APP_FLOOR))

    def test_kernels(self):
        self.hold(lambda path: kernels.problems(path, files.code(files.text(path))),
                  files.files(*CPP, under="engine/kernels"), 5)

    def test_sources(self):
        def rule(path):
            try:
                return sources.problems(path, files.text(path))
            except UnicodeDecodeError:
                return [] if path.suffix not in sources.HEADED else [f"{path}: not UTF-8"]
        self.hold(rule, files.files(), 60)


class Dependencies(unittest.TestCase):
    def problems(self, path, *what):
        return dependencies.problems(at(path), "".join(f"#include {one}\n" for one in what))

    def test_downwards_is_fine(self):
        self.assertFalse(self.problems("engine/session/session.cpp", '"engine/model/model.h"', '"engine/base/result.h"',
                                       '"engine/session/events.h"', "<vector>", "<hwy/highway.h>"))
        self.assertFalse(self.problems("engine/cli/main.cpp", '"engine/engine.h"', "<CLI/CLI.hpp>"))
        self.assertFalse(self.problems("app/inference/worker.cpp", '"engine/engine.h"', "<QThread>"))
        self.assertFalse(self.problems("tests/engine/ops/ops_test.cpp", '"engine/session/session.h"'))

    def test_upwards_and_sideways_is_not(self):
        self.assertTrue(self.problems("engine/base/log.cpp", '"engine/quant/dtype.h"'))
        self.assertTrue(self.problems("engine/cache/kv_ring.cpp", '"engine/gguf/gguf_file.h"'))
        self.assertTrue(self.problems("engine/tensor/tensor.h", '"engine/kernels/kernels.h"'))
        self.assertTrue(self.problems("engine/kernels/dot-inl.h", '"engine/parallel/thread_team.h"'))
        self.assertTrue(self.problems("engine/session/session.cpp", '"engine/engine.h"'))
        self.assertTrue(self.problems("engine/base/log.h", '"engine/nowhere/x.h"'))

    def test_the_engine_knows_no_qt(self):
        for header in ("<QString>", "<QtCore/QString>", '"qobject.h"', "<Qt>"):
            self.assertTrue(self.problems("engine/base/log.cpp", header), header)
        self.assertFalse(self.problems("engine/model/a.cpp", '"engine/quant/dtype.h"', "<queue>"))

    def test_the_app_has_floors(self):
        self.assertFalse(self.problems("app/chat/chatsession.cpp", '"chat/chatsession.h"', '"chats/chatstore.h"',
                                       '"values/format.h"', "<QQuickItem>", '"chatsession.moc"'))
        self.assertFalse(self.problems("app/window/selftest/scenes.cpp", '"window/composition.h"', '"chat/chatfinder.h"'))
        self.assertTrue(self.problems("app/files/textfile.cpp", '"chat/messagemodel.h"'))
        self.assertTrue(self.problems("app/chats/chatstore.cpp", '"inference/enginehost.h"'))
        self.assertTrue(self.problems("app/platform/profile.cpp", '"text/filenames.h"'))
        self.assertTrue(self.problems("app/main.cpp", '"window/composition.h"'))
        self.assertTrue(self.problems("app/nowhere/x.cpp", '"text/filenames.h"'))
        self.assertTrue(self.problems("app/chat/chatsession.cpp", '"chatsession.h"'))

    def test_text_knows_no_qt_quick(self):
        for header in ("<QQuickItem>", "<QtQuick/QQuickItem>", "<QQmlEngine>", "<QtQml>", "<QSGNode>"):
            self.assertTrue(self.problems("app/text/languages.cpp", header), header)
        self.assertFalse(self.problems("app/text/languages.cpp", "<QtQmlIntegration>", "<QString>"))
        self.assertFalse(self.problems("app/documents/foundmarks.cpp", "<QSGNode>"))

    def test_text_shares_only_the_rules_for_bytes(self):
        self.assertFalse(self.problems("app/text/decodedtext.cpp", '"engine/base/decoded_text.h"'))
        self.assertTrue(self.problems("app/files/textfile.cpp", '"engine/base/decoded_text.h"'))
        self.assertTrue(self.problems("app/text/decodedtext.cpp", '"engine/base/utf8.h"'))

    def test_qml_has_floors(self):
        rooms = {"Theme": "theme", "Card": "components", "CodeBlock": "chat/code", "Main": "window"}

        def problems(name, source):
            return dependencies.qml_problems(at(name), source, rooms)
        self.assertFalse(problems("qml/chat/message/A.qml", "import Vibrant.Core\nCard { CodeBlock {} color: Theme.text }"))
        self.assertFalse(problems("qml/Main.qml", "CodeBlock {}"))
        self.assertFalse(problems("qml/chats/A.qml", "a: FileDialog.CodeBlock"))
        self.assertTrue(problems("qml/components/A.qml", "CodeBlock {}"))
        self.assertTrue(problems("qml/chats/A.qml", "(loader.item as CodeBlock).show()"))
        self.assertTrue(problems("qml/chat/A.qml", "a: Main.b"))
        self.assertTrue(problems("qml/nowhere/A.qml", "Item {}"))
        self.assertTrue(problems("qml/theme/A.qml", "import Vibrant.Components"))
        self.assertTrue(problems("qml/components/A.qml", "import Vibrant.Core"))

    def test_only_inference_knows_the_engine(self):
        self.assertTrue(self.problems("app/chat/chatcontroller.h", '"engine/engine.h"'))
        self.assertTrue(self.problems("app/inference/worker.h", '"engine/session/session.h"'))
        self.assertTrue(self.problems("app/main.cpp", '"tests/support/temp_dir.h"'))


class Kernels(unittest.TestCase):
    def test_containers(self):
        self.assertTrue(kernels.problems(at("engine/kernels/dot-inl.h"), "std::vector<int> x;"))
        self.assertTrue(kernels.problems(at("engine/kernels/dot-inl.h"), "#include <string>"))
        self.assertFalse(kernels.problems(at("engine/kernels/dispatch.cpp"), "std::vector<int> x;"))

    def test_conditions(self):
        inside = "namespace a {\nvoid f(int x) {\n  if (x) {\n#if HWY_TARGET == HWY_AVX3\n  g();\n#endif\n  }\n}\n}\n"
        outside = "namespace a {\n#if HWY_TARGET == HWY_AVX3\nvoid f() { g(); }\n#endif\nstruct S {\n#ifdef __AVX2__\n int a;\n#endif\n};}\n"
        path = at("engine/kernels/dot-inl.h")
        self.assertEqual(len(kernels.problems(path, inside)), 1)
        self.assertFalse(kernels.problems(path, outside))
        self.assertFalse(kernels.problems(path, "void f() {\n#ifndef NDEBUG\n#endif\n}"))


class Sources(unittest.TestCase):
    HEAD = f"// {sources.COPYRIGHT}2026 The Vibrant developers\n// {sources.LICENCE}\n"

    def test_header(self):
        self.assertFalse(sources.problems(at("engine/base/a.h"), self.HEAD))
        self.assertTrue(sources.problems(at("engine/base/a.h"), "int a;\n"))
        self.assertTrue(sources.problems(at("tests/run"), "#!/bin/sh\n"))
        self.assertFalse(sources.problems(at("tests/golden/ids.txt"), "1,2,3\n"))

    def test_length(self):
        self.assertTrue(sources.problems(at("engine/base/a.h"), self.HEAD + "\n" * 500))
        self.assertFalse(sources.problems(at("engine/base/a.h"), self.HEAD + "\n" * 498))

    def test_lines(self):
        self.assertTrue(sources.problems(at("engine/base/a.h"), self.HEAD + "\tint a;\n"))
        self.assertTrue(sources.problems(at("engine/base/a.h"), self.HEAD + "int a;\r\n"))
        self.assertTrue(sources.problems(at("engine/base/a.h"), self.HEAD + "int a;"))

    def test_comments_and_literals_are_blanked(self):
        blank = files.code('a("{ // }"); // {\n/* {\n */ b(\'{\'); R"x({)x" 1\'000')
        self.assertNotIn("{", blank)
        self.assertEqual(blank.count("\n"), 2)
        self.assertIn("b(", blank)


class KernelTable(unittest.TestCase):
    """The table at the head of gemv-inl.h names the files in which the types are."""

    def test_it_is_true(self):
        folder = pathlib.Path(__file__).resolve().parents[2] / "engine/kernels"
        rows = re.findall(r"^//   ((?:[A-Z]+\d\S* )+) *(gemv\w+\.cpp) +(gemm\w*\.cpp) +(unpack\S+)$",
                          (folder / "gemv-inl.h").read_text(), re.MULTILINE)
        named = {name: files for types, *files in rows for name in types.split()}
        types = re.findall(r"gemv<DType::k(\w+)>", "".join(p.read_text() for p in folder.glob("gemv_*.cpp")))
        self.assertEqual(sorted(named), sorted(types))
        for name, (gemv, gemm, unpack) in named.items():
            self.assertIn(f"gemv<DType::k{name}>", (folder / gemv).read_text())
            self.assertIn(f"gemm<DType::k{name}>", (folder / gemm).read_text())
            self.assertIn(f"struct Unpack{name}", (folder / unpack).read_text())


if __name__ == "__main__":
    unittest.main()
