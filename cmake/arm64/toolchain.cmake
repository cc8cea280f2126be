# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT
#
# Cross-compiles for 64-bit ARM and runs what comes out under QEMU's user mode, for the kernels' tests. Needs the packages
# of the group `arm` (packaging/packages.sh) and no foreign architecture: what Debian has only as packages of that
# architecture is built from sources that are here (FindGTest.cmake, FindHWY.cmake).

set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_SYSTEM_PROCESSOR aarch64)
set(CMAKE_C_COMPILER clang-19) # GoogleTest's project asks for one
set(CMAKE_C_COMPILER_TARGET aarch64-linux-gnu)
set(CMAKE_CXX_COMPILER clang++-19)
set(CMAKE_CXX_COMPILER_TARGET aarch64-linux-gnu)
set(CMAKE_EXE_LINKER_FLAGS_INIT -fuse-ld=lld-19)
# `max` has every extension that QEMU knows: NEON with AES, BF16 and the dot products among them.
set(CMAKE_CROSSCOMPILING_EMULATOR qemu-aarch64 -cpu max -L /usr/aarch64-linux-gnu)
list(PREPEND CMAKE_MODULE_PATH ${CMAKE_CURRENT_LIST_DIR})
