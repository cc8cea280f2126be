# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT

# Warnings, sanitizers and the include root that every target of ours shares.
add_library(vibrant_options INTERFACE)
target_include_directories(vibrant_options INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_options(vibrant_options INTERFACE
    -Wall -Wextra -Wshadow -Wnon-virtual-dtor -Wold-style-cast -Wcast-align -Wconversion -Wno-sign-conversion
    -fno-omit-frame-pointer)
if(VIBRANT_SANITIZE)
    target_compile_options(vibrant_options INTERFACE -fsanitize=${VIBRANT_SANITIZE} -fno-sanitize-recover=all)
    target_link_options(vibrant_options INTERFACE -fsanitize=${VIBRANT_SANITIZE})
endif()
if(VIBRANT_FUZZ)
    # The engine reports its branches to libFuzzer; only the fuzz targets link its main().
    target_compile_options(vibrant_options INTERFACE -fsanitize=fuzzer-no-link)
    target_link_options(vibrant_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

# vibrant_room(<name> SOURCES ... [ROOMS ...] [LIBRARIES ...])
# One folder of the engine as a static library, so that a room links only what stands below it.
function(vibrant_room name)
    cmake_parse_arguments(ARG "" "" "SOURCES;ROOMS;LIBRARIES" ${ARGN})
    list(TRANSFORM ARG_ROOMS PREPEND engine_)
    if(ARG_SOURCES)
        add_library(engine_${name} STATIC ${ARG_SOURCES})
        target_link_libraries(engine_${name} PUBLIC ${ARG_ROOMS} PRIVATE vibrant_options ${ARG_LIBRARIES})
        target_include_directories(engine_${name} PUBLIC ${PROJECT_SOURCE_DIR})
    else()
        add_library(engine_${name} INTERFACE)
        target_link_libraries(engine_${name} INTERFACE ${ARG_ROOMS} ${ARG_LIBRARIES})
        target_include_directories(engine_${name} INTERFACE ${PROJECT_SOURCE_DIR})
    endif()
endfunction()

# Runs one test program with what every test needs: the shared test data, no display, no user settings.
function(vibrant_test_environment name)
    set_tests_properties(${name} PROPERTIES
        TIMEOUT 300
        SKIP_REGULAR_EXPRESSION "^SKIPPED TEST PROGRAM"
        ENVIRONMENT "XDG_CACHE_HOME=${CMAKE_BINARY_DIR}/test-cache;QT_QPA_PLATFORM=offscreen;QT_QUICK_BACKEND=software;LC_ALL=C.UTF-8;ASAN_OPTIONS=handle_sigbus=0:detect_leaks=1:allocator_may_return_null=1")
endfunction()

# engine_test(<name> <source> ROOMS ...): a GoogleTest program for one engine file, one CTest entry. Its labels are
# `engine` and its room, the folder it stands in.
function(engine_test name source)
    cmake_parse_arguments(ARG "" "" "ROOMS;LIBRARIES" ${ARGN})
    list(TRANSFORM ARG_ROOMS PREPEND engine_)
    add_executable(${name} ${source})
    target_link_libraries(${name} PRIVATE vibrant_options ${ARG_ROOMS} ${ARG_LIBRARIES} GTest::gtest GTest::gtest_main)
    add_test(NAME ${name} COMMAND ${name})
    cmake_path(GET CMAKE_CURRENT_SOURCE_DIR FILENAME room)
    set_tests_properties(${name} PROPERTIES LABELS "engine;${room}")
    vibrant_test_environment(${name})
endfunction()

# app_test(<name> [ROOMS ...] [LIBRARIES ...]): a Qt Test program, <name>.cpp, against app_core or only what ROOMS names
# (store, text, values), one CTest entry. Its labels are `app` and its room, the folder it stands in.
function(app_test name)
    cmake_parse_arguments(ARG "" "" "ROOMS;LIBRARIES" ${ARGN})
    if(NOT ARG_ROOMS)
        set(ARG_ROOMS core)
    endif()
    list(TRANSFORM ARG_ROOMS PREPEND app_)
    qt_add_executable(${name} ${name}.cpp)
    target_link_libraries(${name} PRIVATE vibrant_options ${ARG_ROOMS} Qt6::Test ${ARG_LIBRARIES})
    add_test(NAME ${name} COMMAND ${name})
    cmake_path(GET CMAKE_CURRENT_SOURCE_DIR FILENAME room)
    set_tests_properties(${name} PROPERTIES LABELS "app;${room}")
    vibrant_test_environment(${name})
endfunction()
