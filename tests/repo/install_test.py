#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT
"""`install_test.py BUILD`: what `cmake --install` puts into a prefix, asked with the desktop's own tools.

Needs the programs built; exit code 77 where they are not. Tools that are not installed skip their test.
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

import files

BUILD = pathlib.Path()
ID = "org.vibrant.Vibrant"
EXPECTED = {
    "bin/vibrant",
    "bin/vibrant-cli",
    f"share/applications/{ID}.desktop",
    f"share/metainfo/{ID}.metainfo.xml",
    f"share/mime/packages/{ID}.xml",
    f"share/icons/hicolor/scalable/apps/{ID}.svg",
    f"share/icons/hicolor/symbolic/apps/{ID}-symbolic.svg",
    "share/man/man1/vibrant.1",
    "share/man/man1/vibrant-cli.1",
    "share/doc/vibrant/copyright",
}
STARTER = "share/vibrant/models/vibrant-starter.gguf"


class Installed(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.prefix = pathlib.Path(cls.folder.name) / "usr"
        subprocess.run(["cmake", "--install", BUILD, "--prefix", cls.prefix], check=True, capture_output=True)
        cls.found = {str(path.relative_to(cls.prefix)) for path in cls.prefix.rglob("*") if path.is_file()}

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def path(self, name):
        return self.prefix / name

    def run_tool(self, program, *arguments, **environment):
        if shutil.which(program) is None:
            self.skipTest(f"{program} is not installed")
        home = pathlib.Path(self.folder.name) / "home"
        home.mkdir(exist_ok=True)
        # Only the installed tree and the system's own types: nothing of whoever runs this.
        settings = {"PATH": os.environ["PATH"], "HOME": str(home), "LC_ALL": "C.UTF-8", "XDG_DATA_HOME": str(home / "data"),
                    "XDG_CONFIG_HOME": str(home / "config"), "XDG_DATA_DIRS": f"{self.prefix}/share:/usr/share", **environment}
        result = subprocess.run([program, *map(str, arguments)], check=False, capture_output=True, text=True, env=settings)
        self.assertEqual(result.returncode, 0, f"{program}: {result.stdout}{result.stderr}")
        return result.stdout.strip()

    def test_everything_is_there_and_nothing_else(self):
        expected = EXPECTED | {STARTER}
        self.assertEqual(self.found, expected)

    def test_programs_run_from_there(self):
        self.assertIn("vibrant-cli 0.", self.run_tool(str(self.path("bin/vibrant-cli")), "--version"))
        self.assertIn("ibrant 0.", self.run_tool(str(self.path("bin/vibrant")), "--version"))

    def test_desktop_file(self):
        self.run_tool("desktop-file-validate", self.path(f"share/applications/{ID}.desktop"))
        entry = self.path(f"share/applications/{ID}.desktop").read_text(encoding="utf-8")
        # The icon and the program that it names are installed with it.
        self.assertIn(f"\nIcon={ID}\n", entry)
        self.assertIn("\nExec=vibrant %f\n", entry)

    def test_metainfo(self):
        path = self.path(f"share/metainfo/{ID}.metainfo.xml")
        self.assertNotIn("@", path.read_text(encoding="utf-8"))
        self.run_tool("appstreamcli", "validate", "--no-net", "--override=url-homepage-missing=info", path)

    def test_metainfo_with_pictures(self):
        text = (files.ROOT / f"packaging/linux/{ID}.metainfo.xml.in").read_text(encoding="utf-8")
        text = text.replace("@VIBRANT_MEDIA_URL@", "https://vibrant.example/media").replace("@PROJECT_VERSION@", "0.1.0")
        for name in ("screenshot-light.png", "screenshot-dark.png"):
            self.assertIn(f"/media/{name}<", text)
            self.assertTrue((files.ROOT / "docs" / name).exists())
        path = pathlib.Path(self.folder.name) / f"{ID}.metainfo.xml"
        path.write_text(text, encoding="utf-8")
        self.run_tool("appstreamcli", "validate", "--no-net", "--override=url-homepage-missing=info", path)

    def test_a_model_is_recognised_and_opened_with_us(self):
        self.run_tool("update-mime-database", self.path("share/mime"))
        self.run_tool("update-desktop-database", self.path("share/applications"))
        folder = pathlib.Path(self.folder.name)
        named, nameless = folder / "model.gguf", folder / "blob-sha256-1234"
        named.write_bytes(b"\x01\x02")  # by name alone
        nameless.write_bytes(b"GGUF\x03\x00\x00\x00" + bytes(4096))  # by its first bytes alone, as Ollama keeps them
        for path in (named, nameless):
            # In a session of GNOME xdg-mime asks gio, which reads the database; without one it asks file(1), which does not.
            kind = self.run_tool("xdg-mime", "query", "filetype", path, XDG_CURRENT_DESKTOP="GNOME")
            self.assertEqual(kind, "application/x-gguf", path.name)
        self.assertEqual(self.run_tool("xdg-mime", "query", "default", "application/x-gguf"), f"{ID}.desktop")

    def test_man_pages(self):
        for name in ("vibrant.1", "vibrant-cli.1"):
            shown = subprocess.run(["groff", "-man", "-ww", "-Tutf8", self.path(f"share/man/man1/{name}")], check=False,
                                   capture_output=True, text=True) if shutil.which("groff") else self.skipTest("groff is not installed")
            self.assertEqual(shown.stderr, "")
            self.assertIn("OPTIONS", shown.stdout.replace("\b", "").replace("OOPPTTIIOONNSS", "OPTIONS"))


if __name__ == "__main__":
    BUILD = pathlib.Path(sys.argv.pop(1))
    if not all((BUILD / program).exists() for program in ("app/vibrant", "engine/cli/vibrant-cli")):
        print("the programs are not built")
        sys.exit(77)
    unittest.main()
