#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT
"""Every translation is complete and says what the sources say; exit code 77 where Qt's tools are not installed."""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree

import files

FOLDER = files.ROOT / "translations"
PLACE = re.compile(r"%(?:L?\d|L?n)")
LUPDATE = [name for name in ("lupdate6", "/usr/lib/qt6/bin/lupdate", "lupdate") if shutil.which(name)]


def messages(path):
    """{(context, source, comment, plural): [translations]}; unfinished ones are empty lists."""
    found = {}
    for context in xml.etree.ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            key = (context.findtext("name"), message.findtext("source"), message.findtext("comment") or "", message.get("numerus") == "yes")
            found[key] = [] if translation.get("type") == "unfinished" else forms
    return found


class Translations(unittest.TestCase):
    def each(self):
        paths = sorted(FOLDER.glob("vibrant_*.ts"))
        self.assertTrue(paths)
        return [(path, messages(path)) for path in paths]

    def test_complete(self):
        for path, found in self.each():
            missing = [f"{context}: {source}" for (context, source, _, _), forms in found.items() if not forms or "" in forms]
            self.assertFalse(missing, f"{len(missing)} texts of {path.name} are not translated:\n" + "\n".join(missing[:20]))

    def test_up_to_date(self):
        with tempfile.TemporaryDirectory() as folder:
            for path, found in self.each():
                copy = pathlib.Path(folder) / path.name
                shutil.copy(path, copy)
                subprocess.run([FOLDER / "update", copy], check=True, capture_output=True)
                now = messages(copy)
                changed = [f"{context}: {source}" for context, source, _, _ in set(now) ^ set(found)]
                self.assertFalse(changed, f"translations/update has something to do in {path.name}:\n" + "\n".join(sorted(changed)[:20]))

    def test_places_are_kept(self):
        for path, found in self.each():
            for (context, source, _, plural), forms in found.items():
                for form in forms:
                    # A plural form may say "one" instead of the number.
                    wanted = {place for place in PLACE.findall(source) if not (plural and place.endswith("n"))}
                    self.assertEqual(wanted, {place for place in PLACE.findall(form) if not (plural and place.endswith("n"))},
                                     f"{path.name}: {context}: {source} -> {form}")

    def test_edges_are_kept(self):
        # A space or an ellipsis at the end is part of the layout.
        for path, found in self.each():
            for (context, source, _, _), forms in found.items():
                for form in forms:
                    for edge in ("…", " ", ":", "\n"):
                        self.assertEqual(source.endswith(edge), form.endswith(edge), f"{path.name}: {context}: {source!r} -> {form!r}")


if __name__ == "__main__":
    if not LUPDATE:
        print("lupdate is not installed")
        sys.exit(77)
    unittest.main()
