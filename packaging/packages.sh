#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT
#
# The one list of Debian packages, and the function that installs what is missing of it. packaging/run and tests/run
# source this file; started by itself, `packaging/packages.sh build run test` does only this step.
# With nothing missing it costs one dpkg-query and a comparison per version (about 80 ms): no apt, no network, no rights.
#
# An entry is a name, or 'name >= version' where an older one does not do: a package that is too old counts as missing.
# The version is upstream's, without epoch and Debian revision, and the one CMake asks for (tests/repo/packages_test.py).
#
# Debian 13 and later are used as they are. Debian 12 gets the Debian 13 archive next to its own at priority 100, so that
# nothing comes from there but what is named here and what that needs. Other systems are told what to install.
# VIBRANT_NO_INSTALL=1 leaves the system alone and goes on with what it has.

PACKAGES_BUILD=(
    clang-19                                # the compiler: GCC spills the prefill tile and loses more than half of it
    lld-19
    'cmake >= 3.25'
    'ninja-build >= 1.11'
    pkg-config
    'qt6-base-dev >= 6.8'                   # 6.8 LTS
    'qt6-declarative-dev >= 6.8'
    'libkf6syntaxhighlighting-dev >= 6.13'
    'libmd4c-dev >= 0.5'
    'libutf8proc-dev >= 2.9'
    'libhwy-dev >= 1.2'
    'libcli11-dev >= 2.4'
    'qt6-tools-dev >= 6.8'                  # translations: lupdate and lrelease
    'qt6-l10n-tools >= 6.8'
)
PACKAGES_RUN=(
    fonts-dejavu-core                       # a font with every glyph the window draws, where there is none at all
    'fonts-inter >= 4.1'                    # the interface font, and the one for code: what the window was drawn with
    'fonts-jetbrains-mono >= 2.304'
    'libqt6sql6-sqlite >= 6.8'              # the driver of the conversations' file
    'qml6-module-qtcore >= 6.8'
    'qml6-module-qtqml-models >= 6.8'
    'qml6-module-qtqml-workerscript >= 6.8'
    'qml6-module-qtquick >= 6.8'
    'qml6-module-qtquick-controls >= 6.8'
    'qml6-module-qtquick-dialogs >= 6.8'
    'qml6-module-qtquick-layouts >= 6.8'
    'qml6-module-qtquick-shapes >= 6.8'
    'qml6-module-qtquick-templates >= 6.8'
    'qml6-module-qtquick-window >= 6.8'
    'qml6-module-qt-labs-folderlistmodel >= 6.8' # the file dialog where the desktop offers none
    'qt6-svg-plugins >= 6.8'                # icons
    'qt6-wayland >= 6.8'
)
PACKAGES_TEST=(
    'appstream >= 1.0'
    ccache                                  # the instrumented builds share what they can
    clang-format-19
    clang-tidy-19
    dbus-daemon                             # a desktop's notifications, to send some
    'desktop-file-utils >= 0.26'
    'golang-github-yuin-goldmark-dev >= 1.7' # carries the examples of the CommonMark specification
    groff                                   # the man pages, with every warning
    'libbenchmark-dev >= 1.8'
    libclang-rt-19-dev                      # the sanitizers
    libglib2.0-bin                          # gio: what xdg-mime asks
    'libgtest-dev >= 1.12'
    llvm-19                                 # readable sanitizer stacks
    'nlohmann-json3-dev >= 3.11'
    'python3 >= 3.11'
    python3-numpy                           # the starter model's weights in other types
    'qml6-module-qttest >= 6.8'
    'reuse >= 5.0'
    shared-mime-info
    'shellcheck >= 0.9'
    xdg-utils
)
PACKAGES_ARM=(
    'googletest >= 1.12'                    # the sources: libgtest-dev is of this machine's architecture
    libstdc++-14-dev-arm64-cross            # and the C library with it
    'qemu-user >= 7.2'
)

say() {
    printf 'vibrant: %s\n' "$*" >&2
}

# Prints the names in the given groups that are not installed, or not in the version that is needed, one per line.
missing_packages() {
    local group entry name version status least wanted=()
    local -A installed=()
    for group in "$@"; do
        case $group in
            build) wanted+=("${PACKAGES_BUILD[@]}") ;;
            run) wanted+=("${PACKAGES_RUN[@]}") ;;
            test) wanted+=("${PACKAGES_TEST[@]}") ;;
            arm) wanted+=("${PACKAGES_ARM[@]}") ;;
            *) say "no such package group: $group (build, run, test or arm)" ;;
        esac
    done
    # dpkg-query fails when it has never heard of one of them; what it prints about the others still counts.
    while read -r status name version; do
        [[ $status != installed ]] || installed[$name]=${version#*:}
    done < <(dpkg-query -W -f '${db:Status-Status} ${Package} ${Version}\n' "${wanted[@]%% *}" 2>/dev/null)
    for entry in "${wanted[@]}"; do
        name=${entry%% *} least=${entry##* }
        if [[ -z ${installed[$name]:-} ]]; then
            printf '%s\n' "$name"
        elif [[ $least != "$name" ]] && dpkg --compare-versions "${installed[$name]}" lt "$least"; then
            printf '%s\n' "$name"
        fi
    done
}

# Runs a command as root: directly, or through sudo.
as_root() {
    if [[ $EUID -eq 0 ]]; then
        "$@"
    else
        sudo "$@"
    fi
}

# "codename|address|keyring|version" of every Debian archive that apt has lists of, one per line.
debian_archives() {
    # shellcheck disable=SC2016 # $(…) is apt's own notation
    apt-get indextargets --format '$(ORIGIN)|$(CODENAME)|$(SITE)|$(SIGNED_BY)|$(VERSION)' 'Created-By: Packages' |
        sed -n 's/^Debian|//p' | sort -u
}

# On Debian 12: writes the Debian 13 archive into apt's configuration, from the mirror and with the keyring that apt
# already uses for Debian 12. Security fixes come along if this machine takes them for Debian 12.
add_trixie_archive() {
    local archives=$1 main security site keyring
    main=$(grep -E '^bookworm\|[a-z+]+:/' <<<"$archives" | grep -v '|cdrom:' | head -n 1 || true)
    security=$(grep -E '^bookworm-security\|' <<<"$archives" | head -n 1 || true)
    if [[ -z $main ]]; then
        say "apt has no network archive of Debian 12 to take the mirror's address from"
        return 1
    fi
    archive_stanza() { # archive line, suites
        site=$(cut -d '|' -f 2 <<<"$1")
        keyring=$(cut -d '|' -f 3 <<<"$1")
        [[ $keyring == /* ]] || keyring=/usr/share/keyrings/debian-archive-keyring.gpg
        printf 'Types: deb\nURIs: %s\nSuites: %s\nComponents: main\nSigned-By: %s\n\n' "$site" "$2" "$keyring"
    }
    {
        echo '# Written by packaging/packages.sh of Vibrant: Debian 13 beside Debian 12, for Qt 6.8 and clang 19.'
        echo '# Its priority is in /etc/apt/preferences.d/vibrant-trixie. Both files may be deleted at any time.'
        archive_stanza "$main" trixie
        [[ -z $security ]] || archive_stanza "$security" trixie-security
    } | as_root tee /etc/apt/sources.list.d/vibrant-trixie.sources >/dev/null
    printf 'Package: *\nPin: release n=%s\nPin-Priority: 100\n\n' trixie trixie-security |
        as_root tee /etc/apt/preferences.d/vibrant-trixie >/dev/null
}

apt_get() {
    as_root env DEBIAN_FRONTEND=noninteractive NEEDRESTART_MODE=l apt-get -q \
        -o DPkg::Lock::Timeout=600 -o Dpkg::Use-Pty=0 -o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold "$@"
}

# install_packages GROUP...: returns 0 when everything is there, 1 after one clear line when it cannot be.
install_packages() {
    local missing=() archives from=()
    [[ -z ${VIBRANT_NO_INSTALL:-} ]] || return 0
    if command -v dpkg-query >/dev/null; then
        mapfile -t missing < <(missing_packages "$@")
        [[ ${#missing[@]} -gt 0 ]] || return 0
    fi

    local ID='' PRETTY_NAME='this system'
    # shellcheck source=/dev/null
    [[ ! -r $OS_RELEASE ]] || . "$OS_RELEASE"
    if [[ $ID != debian ]] || ! command -v apt-get >/dev/null; then
        [[ ${#missing[@]} -gt 0 ]] || mapfile -t missing < <(missing_packages "$@")
        say "only Debian 12 and later get their packages by themselves. On $PRETTY_NAME install what these are called" \
            "there, then call again with VIBRANT_NO_INSTALL=1:"
        printf '%s\n' "${missing[*]}" >&2
        return 1
    fi
    if [[ $EUID -ne 0 ]] && ! command -v sudo >/dev/null; then
        say "${#missing[@]} packages are missing and there is no sudo here; as root, run: $PROJECT_ROOT/packaging/packages.sh $*"
        return 1
    fi

    say "installing ${#missing[@]} packages: ${missing[*]}"
    # A broken archive of someone else makes this fail without harm to us; if it is ours, the installation says so.
    apt_get update || say "apt-get update had problems; going on with the lists there are"
    archives=$(debian_archives)
    # The version of the archives decides, not /etc/os-release: base-files may itself have come from Debian 13.
    if grep -qE '^bookworm\|' <<<"$archives"; then
        if ! grep -q '^trixie|' <<<"$archives"; then
            add_trixie_archive "$archives" || return 1
            apt_get update || say "apt-get update had problems; going on with the lists there are"
        fi
        from=(-t '/^trixie(-security)?$/')
    elif grep -qE '\|(8|9|10|11)(\.[0-9]+)?$' <<<"$archives"; then
        say "Debian 12 or later is needed: older releases have neither Qt 6.8 nor a way to take it from Debian 13"
        return 1
    fi
    # Twice: what the first call upgrades can push out a package of ours that was there in an older version (GLib's
    # programs go when GLib is replaced). An archive of somebody else, or a pin, can also win and bring an older one.
    local round
    for round in 1 2; do
        if ! apt_get install -y --no-install-recommends "${from[@]}" "${missing[@]}"; then
            say "apt could not install the packages; its own message is above"
            return 1
        fi
        mapfile -t missing < <(missing_packages "$@")
        [[ ${#missing[@]} -gt 0 ]] || return 0
        say "after round $round still missing, or older than needed: ${missing[*]}"
    done
    return 1
}

OS_RELEASE=/etc/os-release
PROJECT_ROOT=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
if [[ ${BASH_SOURCE[0]} == "$0" ]]; then
    set -euo pipefail
    install_packages "$@"
fi
