# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT
#
# What packaging/run and tests/run share after the packages are there. Needs packages.sh sourced before it.

# ccache leaves alone what includes a precompiled header unless it may take the header's own hash for its contents.
export CCACHE_SLOPPINESS=${CCACHE_SLOPPINESS:-pch_defines,time_macros}

# build_preset PRESET TARGETS CMAKE-ARGUMENT...: builds the space-separated targets in build/PRESET. Configures only
# where that has not been done: a call with nothing to do costs one look of ninja at the files (about 0.1 s).
build_preset() {
    local preset=$1 targets=$2 dir=$PROJECT_ROOT/build/$1 log arguments=()
    shift 2
    log=$dir/build.log
    mkdir -p "$dir"
    if [[ ! -f $dir/build.ninja ]] || ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$PROJECT_ROOT" "$dir/CMakeCache.txt"; then
        say "configuring build/$preset"
        # --fresh: the cache of a failed attempt, or of a checkout that was moved, must not decide anything.
        arguments=(--fresh -S "$PROJECT_ROOT" -B "$dir" --preset "$preset" "$@")
        if command -v ccache >/dev/null; then
            arguments+=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
        fi
        (cd "$PROJECT_ROOT" && cmake "${arguments[@]}") >"$log" 2>&1 || {
            cat "$log" >&2
            say "configuring build/$preset failed; the log above is in $log"
            return 1
        }
    fi
    # shellcheck disable=SC2086 # the targets are words of ours
    ninja -C "$dir" -j "$(nproc)" $targets
}

# say_no_display TERMINAL ARGUMENT...: what to do instead, with the first of the window's arguments that is a file.
say_no_display() {
    local terminal=$1 argument file=()
    shift
    for argument in "$@"; do
        [[ -f $argument ]] || continue
        file=("$argument")
        break
    done
    say "no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window; in this terminal:" \
        "$(printf '%q ' "$terminal" chat "${file[@]}")"
}
