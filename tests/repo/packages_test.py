#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT
"""packaging/packages.sh on machines we do not have: apt and the system are replaced by functions that say what was asked."""

import re
import subprocess
import tempfile
import unittest

import files

MIRROR = "http://mirror.example/debian"
BOOKWORM = f"bookworm|{MIRROR}|/usr/share/keyrings/own.gpg|12.15\nbookworm-updates|{MIRROR}|/usr/share/keyrings/own.gpg|"
SECURITY = "\nbookworm-security|http://security.example||"
TRIXIE = f"trixie|{MIRROR}||13.1"

# What a module of Qt needs: to build with, and at run time beyond the library that the former brings along.
QT_BASE, QT_QML = "qt6-base-dev", "qt6-declarative-dev"
QT_MODULES = {
    "Core": (QT_BASE,), "Gui": (QT_BASE,), "Network": (QT_BASE,), "Test": (QT_BASE,), "DBus": (QT_BASE,),
    "Qml": (QT_QML,), "Quick": (QT_QML,), "QuickControls2": (QT_QML,), "QuickTest": (QT_QML,),
    "QuickDialogs2": (QT_QML, "qml6-module-qtquick-dialogs"),
    "Sql": (QT_BASE, "libqt6sql6-sqlite"),
    "LinguistTools": ("qt6-tools-dev",),
}

STUBS = r"""
. packaging/packages.sh
OS_RELEASE=$SYSTEM
missing_packages() { printf '%s' "$MISSING"; }
debian_archives() { printf '%s\n' "$ARCHIVES"; }
apt-get() { :; }
as_root() {
    if [[ $1 == tee ]]; then
        echo "[$2]"
        cat
    else
        echo "apt: ${*:$#-2}"
        case "$*" in *-t*) echo "from trixie" ;; esac
    fi >&2
}
set -euo pipefail
install_packages build
"""


class Packages(unittest.TestCase):
    def install(self, archives="", missing="clang-19\ncmake\n", system="ID=debian"):
        """(exit code, what was said and done)"""
        with tempfile.NamedTemporaryFile("w") as release:
            release.write(system + "\n")
            release.flush()
            result = subprocess.run(["bash", "-c", STUBS], cwd=files.ROOT, check=False, capture_output=True, text=True, env={
                "PATH": "/usr/bin:/bin", "SYSTEM": release.name, "MISSING": missing, "ARCHIVES": archives})
        self.assertEqual(result.stdout, "")
        return result.returncode, result.stderr

    def setUp(self):
        if subprocess.run(["sh", "-c", "command -v dpkg-query"], check=False, capture_output=True).returncode:
            self.skipTest("not a Debian system")

    def test_nothing_missing_does_nothing(self):
        self.assertEqual(self.install(missing=""), (0, ""))

    def test_debian_13_installs_straight(self):
        code, said = self.install(TRIXIE)
        self.assertEqual(code, 0)
        self.assertIn("apt: --no-install-recommends clang-19 cmake", said)
        self.assertNotIn("from trixie", said)
        self.assertNotIn("[", said)

    def test_debian_12_adds_the_archive_of_its_own_mirror(self):
        code, said = self.install(BOOKWORM)
        self.assertEqual(code, 0)
        self.assertIn("[/etc/apt/sources.list.d/vibrant-trixie.sources]", said)
        self.assertIn(f"URIs: {MIRROR}\nSuites: trixie\nComponents: main\nSigned-By: /usr/share/keyrings/own.gpg\n", said)
        self.assertIn("Pin: release n=trixie\nPin-Priority: 100\n", said)
        self.assertIn("from trixie", said)
        self.assertNotIn("URIs: http://security.example", said)

    def test_debian_12_takes_security_fixes_where_it_did_before(self):
        _, said = self.install(BOOKWORM + SECURITY)
        self.assertIn("URIs: http://security.example\nSuites: trixie-security\nComponents: main\n"
                      "Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg\n", said)

    def test_debian_12_that_has_the_archive_is_left_as_it_is(self):
        # Also when base-files came from Debian 13 and /etc/os-release says so.
        code, said = self.install(BOOKWORM + "\n" + TRIXIE, system='ID=debian\nVERSION_ID="13"')
        self.assertEqual(code, 0)
        self.assertNotIn("[", said)
        self.assertIn("from trixie", said)

    def test_debian_12_without_a_mirror_is_told(self):
        code, said = self.install("bookworm|cdrom:[Debian 12]||12.1")
        self.assertEqual(code, 1)
        self.assertIn("no network archive", said)

    def test_what_we_cannot_serve_is_told(self):
        code, said = self.install(f"bullseye|{MIRROR}||11.9")
        self.assertEqual(code, 1)
        self.assertIn("Debian 12 or later", said)
        code, said = self.install(system='ID=fedora\nPRETTY_NAME="Fedora Linux 44"')
        self.assertEqual(code, 1)
        self.assertIn("Fedora Linux 44", said)
        self.assertIn("clang-19 cmake\n", said)
        self.assertNotIn("apt: ", said)


class List(unittest.TestCase):
    def test_every_module_of_qt_has_its_packages(self):
        build = (files.ROOT / "CMakeLists.txt").read_text(encoding="utf-8")
        listed = set(re.findall(r"^    ([a-z0-9][\w.+-]+)", (files.ROOT / "packaging/packages.sh").read_text(encoding="utf-8"), re.MULTILINE))
        modules = re.search(r"find_package\(Qt6 [\d.]+ REQUIRED COMPONENTS ([\w\s]+)\)", build).group(1).split()
        self.assertIn("Sql", modules)
        for module in modules:
            self.assertIn(module, QT_MODULES, "say here which packages it needs")
            for package in QT_MODULES[module]:
                self.assertIn(package, listed, f"Qt6{module} needs it")


if __name__ == "__main__":
    unittest.main()
