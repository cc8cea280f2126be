# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT
#
# GoogleTest from the sources that come with libgtest-dev.

find_package(Threads REQUIRED) # as the installed package does
set(INSTALL_GTEST OFF)
set(BUILD_GMOCK OFF)
set(CMAKE_COMPILE_WARNING_AS_ERROR OFF)
add_subdirectory(/usr/src/googletest ${CMAKE_BINARY_DIR}/googletest EXCLUDE_FROM_ALL SYSTEM)
set(GTest_FOUND TRUE)
