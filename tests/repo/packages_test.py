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
missing_packages() { if [[ -s $ROUNDS ]]; then sed -n "$(wc -l <"$ROUNDS")p" <<<"$LATER" | grep . ; else printf '%s' "$MISSING"; fi; }
debian_archives() { printf '%s\n' "$ARCHIVES"; }
apt-get() { :; }
as_root() {
    if [[ $1 == tee ]]; then
        echo "[$2]"
        cat
    else
        case "$*" in *" install "*) echo >>"$ROUNDS" ;; esac
        echo "apt: ${*:$#-2}"
        case "$*" in *-t*) echo "from trixie" ;; esac
    fi >&2
}
set -euo pipefail
install_packages build
"""


class Packages(unittest.TestCase):
    def install(self, archives="", missing="clang-19\ncmake\n", system="ID=debian", later=""):
        """(exit code, what was said and done); `later` is what is missing after each round of apt, a line each."""
        with tempfile.NamedTemporaryFile("w") as release, tempfile.NamedTemporaryFile() as rounds:
            release.write(system + "\n")
            release.flush()
            result = subprocess.run(["bash", "-c", STUBS], cwd=files.ROOT, check=False, capture_output=True, text=True, env={
                "PATH": "/usr/bin:/bin", "SYSTEM": release.name, "MISSING": missing, "ARCHIVES": archives,
                "ROUNDS": rounds.name, "LATER": later})
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

    def test_what_apt_pushed_out_comes_back(self):
        code, said = self.install(TRIXIE, later="libglib2.0-bin\n\n")
        self.assertEqual(code, 0)
        self.assertIn("apt: -y --no-install-recommends libglib2.0-bin", said)

    def test_what_stays_too_old_is_told(self):
        code, said = self.install(TRIXIE, later="cmake\ncmake\n")
        self.assertEqual(code, 1)
        self.assertIn("after round 2 still missing, or older than needed: cmake", said)

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


VERSIONS = r"""
. packaging/packages.sh
PACKAGES_BUILD=(there 'new-enough >= 1.8' 'exactly >= 1.8' 'too-old >= 1.8' 'with-epoch >= 1.8' 'removed >= 1.8' never-heard-of)
dpkg-query() {
    [[ "${*:4}" == "there new-enough exactly too-old with-epoch removed never-heard-of" ]] || echo "asked for: ${*:4}"
    printf '%s\n' 'installed there 0.1' 'installed new-enough 1.10.1-2+b1' 'installed exactly 1.8-1' \
        'installed too-old 1.7.1-1' 'installed with-epoch 1:1.2-1' 'config-files removed 1.9'
    return 1
}
missing_packages build
"""


class Versions(unittest.TestCase):
    def test_a_package_that_is_too_old_is_missing(self):
        result = subprocess.run(["bash", "-c", VERSIONS], cwd=files.ROOT, check=True, capture_output=True, text=True)
        self.assertEqual(result.stdout.split(), ["too-old", "with-epoch", "removed", "never-heard-of"], result.stderr)

    def test_cmake_asks_for_the_same_versions(self):
        least = least_versions()
        asked = {}
        for path in files.files():
            if path.name == "CMakeLists.txt":
                text = (files.ROOT / path).read_text(encoding="utf-8")
                for name, version in re.findall(r"find_package\((\w+) ?([\d.]*)", text):
                    asked.setdefault(name, []).append((path, version))
                for name, version in re.findall(r"IMPORTED_TARGET ([\w-]+)(?:>=)?([\d.]*)", text):
                    asked.setdefault(name, []).append((path, version))
        self.assertGreaterEqual(asked.keys(), CMAKE_NAMES.keys(), "CMake asks for none of it: take it off the list")
        for name, places in asked.items():
            if name in UNVERSIONED:
                continue
            self.assertIn(name, CMAKE_NAMES, f"{places}: say here which package it is")
            package, file_version = CMAKE_NAMES[name]
            for path, version in places:
                self.assertEqual(version, file_version or least[package], f"{path}: {name} and {package} in packages.sh")
        minimum = re.search(r"cmake_minimum_required\(VERSION ([\d.]+)\)", (files.ROOT / "CMakeLists.txt").read_text(encoding="utf-8"))
        self.assertEqual(minimum.group(1), least["cmake"])

    def test_all_of_qt_is_of_one_version(self):
        least = least_versions()
        qt = {name: version for name, version in least.items() if re.match(r"(lib)?(qt6|qml6)", name)}
        self.assertGreater(len(qt), 10)
        self.assertEqual(set(qt.values()), {least["qt6-base-dev"]}, qt)


# CMake's or pkg-config's name of a library: its package, and the version there where it counts differently.
CMAKE_NAMES = {
    "Qt6": ("qt6-base-dev", None),
    "KF6SyntaxHighlighting": ("libkf6syntaxhighlighting-dev", None),
    "HWY": ("libhwy-dev", None),
    "CLI11": ("libcli11-dev", None),
    "GTest": ("libgtest-dev", None),
    "benchmark": ("libbenchmark-dev", None),
    "nlohmann_json": ("nlohmann-json3-dev", None),
    "md4c": ("libmd4c-dev", None),
    "libutf8proc": ("libutf8proc-dev", "3.0"),  # its .pc file of 2.9 says the version of the interface
}
UNVERSIONED = {"Threads", "PkgConfig", "Python3"}


def least_versions():
    """Name -> least version (or None) of every entry of packages.sh."""
    text = (files.ROOT / "packaging/packages.sh").read_text(encoding="utf-8")
    return {name: version or None
            for name, version in re.findall(r"^    '?([a-z0-9][\w.+-]+)(?: >= ([\d.]+)')?(?: *#.*)?$", text, re.MULTILINE)}


class List(unittest.TestCase):
    def test_every_module_of_qt_has_its_packages(self):
        build = (files.ROOT / "CMakeLists.txt").read_text(encoding="utf-8")
        listed = least_versions()
        modules = re.search(r"find_package\(Qt6 [\d.]+ REQUIRED COMPONENTS ([\w\s]+)\)", build).group(1).split()
        self.assertIn("Sql", modules)
        for module in modules:
            self.assertIn(module, QT_MODULES, "say here which packages it needs")
            for package in QT_MODULES[module]:
                self.assertIn(package, listed, f"Qt6{module} needs it")


if __name__ == "__main__":
    unittest.main()
