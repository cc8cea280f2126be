# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT
#
# Highway's headers, which know every architecture, and the few functions of its library that they call.

if(NOT TARGET hwy::hwy)
    # Alone in a folder: beside them in /usr/include stand the headers of this machine's C library.
    file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/include)
    file(CREATE_LINK /usr/include/hwy ${CMAKE_BINARY_DIR}/include/hwy SYMBOLIC)
    add_library(hwy_arm64 STATIC EXCLUDE_FROM_ALL ${CMAKE_CURRENT_LIST_DIR}/highway.cpp)
    target_include_directories(hwy_arm64 SYSTEM PUBLIC ${CMAKE_BINARY_DIR}/include)
    add_library(hwy::hwy ALIAS hwy_arm64)
endif()
set(HWY_FOUND TRUE)
