#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT
"""What packaging/run says where no window can open, without building anything."""

import pathlib
import subprocess
import tempfile
import unittest

import files


class NoDisplay(unittest.TestCase):
    def said(self, *arguments):
        script = '. packaging/packages.sh; . packaging/build.sh; say_no_display "/a b/vibrant-cli" "$@"'
        result = subprocess.run(["bash", "-euc", script, "run", *arguments], cwd=files.ROOT, check=True,
                                capture_output=True, text=True)
        self.assertEqual(result.stdout, "")
        return result.stderr.strip().partition("in this terminal: ")[2]

    def test_without_arguments(self):
        self.assertEqual(self.said(), "/a\\ b/vibrant-cli chat")

    def test_an_option_is_no_file(self):
        self.assertEqual(self.said("--demo"), "/a\\ b/vibrant-cli chat")
        self.assertEqual(self.said("--profile", "work", "nothing-here.gguf"), "/a\\ b/vibrant-cli chat")

    def test_a_file_is_named_wherever_it_stands(self):
        with tempfile.TemporaryDirectory() as folder:
            model = pathlib.Path(folder) / "my model.gguf"
            model.touch()
            self.assertEqual(self.said(str(model)), f"/a\\ b/vibrant-cli chat {folder}/my\\ model.gguf")
            self.assertEqual(self.said("--profile", "work", str(model)), f"/a\\ b/vibrant-cli chat {folder}/my\\ model.gguf")


if __name__ == "__main__":
    unittest.main()
