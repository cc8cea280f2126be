#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT
#
# The starter model from nothing: checks every program, draws the text, trains, writes the file and measures it.
# Needs python3-torch and the compilers README.md names; about two hours on two cores, minutes on a GPU.
#
#   build.sh [WORK [VIBRANT_CLI]]       folder of the results; the engine's program, which the measuring asks
set -eu

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work=$(realpath -m "${1:-$root/build/starter}")
cli=$(realpath -m "${2:-$root/build/release/engine/cli/vibrant-cli}")
python=${PYTHON:-/usr/bin/python3}
[ -x "$cli" ] || { echo "$cli: not built (ninja vibrant-cli)" >&2; exit 1; }

cd "$here"
"$python" -m data.generate --work "$work"
"$python" dataset.py --work "$work"
"$python" train.py --work "$work" --tokens "${TOKENS:-24e6}"
"$python" export.py --work "$work"
"$python" check_file.py --work "$work" --cli "$cli"
"$python" evaluate.py --work "$work" --cli "$cli"
echo "$work/vibrant-starter-Q8_0.gguf is the file; to ship it: cp it to $here/vibrant-starter.gguf"
