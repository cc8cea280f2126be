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

# vibrant_precompile(<target> <set>): the headers that most sources of such a target include, read once (see below). Sources
# still include what they use: the asan, tsan and arm builds go without.
function(vibrant_precompile target set)
    if(NOT VIBRANT_PRECOMPILE)
        return()
    endif()
    target_precompile_headers(${target} PRIVATE ${vibrant_${set}_headers})
    if(CMAKE_CXX_COMPILER_ID MATCHES Clang)
        # A time in it would make every build of it another one for ccache.
        target_compile_options(${target} PRIVATE "SHELL:-Xclang -fno-pch-timestamp")
    endif()
endfunction()

# vibrant_precompile_as(<target> <other>): what was precompiled for a target with the same options and definitions.
function(vibrant_precompile_as target other)
    if(NOT VIBRANT_PRECOMPILE)
        return()
    endif()
    target_precompile_headers(${target} REUSE_FROM ${other})
    if(CMAKE_CXX_COMPILER_ID MATCHES Clang)
        target_compile_options(${target} PRIVATE "SHELL:-Xclang -fno-pch-timestamp")
    endif()
endfunction()

# vibrant_precompile_for(<name> <set> <library> ...): a program that does nothing, whose headers the ones that link the same
# may use. (An object library is no help: its code is PIC, a program's PIE.)
function(vibrant_precompile_for name set)
    if(NOT VIBRANT_PRECOMPILE)
        return()
    endif()
    file(GENERATE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp CONTENT "int main() { return 0; }\n")
    add_executable(${name} EXCLUDE_FROM_ALL ${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp)
    set_target_properties(${name} PROPERTIES AUTOMOC OFF)
    target_link_libraries(${name} PRIVATE vibrant_options ${ARGN})
    vibrant_precompile(${name} ${set})
endfunction()

# vibrant_join_qml(<target> [<source> ...]): the C++ that Qt generates for a module's QML files, one compiler call for twelve
# of them: each alone spends most of its time in the same Qt headers. Sources of ours in the module stay apart.
function(vibrant_join_qml target)
    if(NOT VIBRANT_PRECOMPILE)
        return()
    endif()
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 12)
    if(ARGN)
        set_source_files_properties(${ARGN} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
    endif()
    vibrant_precompile(${target} qml)
endfunction()

set(vibrant_std_headers <algorithm> <array> <chrono> <filesystem> <format> <functional> <memory> <optional> <span> <string>
    <string_view> <thread> <unordered_map> <utility> <vector>)
set(vibrant_text_headers ${vibrant_std_headers} <QHash> <QList> <QRegularExpression> <QString> <QStringList>)
set(vibrant_qt_headers ${vibrant_text_headers} <QAbstractListModel> <QDateTime> <QDir> <QFile> <QJsonObject> <QObject> <QPointer>
    <QSaveFile> <QThread> <QTimer> <QUrl> <QVariant>)
set(vibrant_window_headers ${vibrant_qt_headers} <QGuiApplication> <QQmlEngine> <QQuickItem> <QQuickTextDocument> <QTextDocument>)
set(vibrant_gtest_headers ${vibrant_std_headers} <gtest/gtest.h>)
set(vibrant_qml_headers <QtQml/qqmlprivate.h> <QtCore/qdatetime.h> <QtCore/qrandom.h> <QtCore/qtimezone.h> <QtCore/qurl.h>
    <QtQml/qjsengine.h> <QtQml/qjsprimitivevalue.h> <QtQml/qqmlcomponent.h> <QtQml/qqmlcontext.h> <QtQml/qqmlengine.h>
    <QtQml/qqmllist.h>)

# vibrant_room(<name> SOURCES ... [ROOMS ...] [LIBRARIES ...] [OWN_OPTIONS])
# One folder of the engine as a static library, so that a room links only what stands below it. OWN_OPTIONS: it is compiled
# in a way of its own and cannot share precompiled headers.
function(vibrant_room name)
    cmake_parse_arguments(ARG "OWN_OPTIONS" "" "SOURCES;ROOMS;LIBRARIES" ${ARGN})
    list(TRANSFORM ARG_ROOMS PREPEND engine_)
    if(ARG_SOURCES)
        add_library(engine_${name} STATIC ${ARG_SOURCES})
        target_link_libraries(engine_${name} PUBLIC ${ARG_ROOMS} PRIVATE vibrant_options ${ARG_LIBRARIES})
        target_include_directories(engine_${name} PUBLIC ${PROJECT_SOURCE_DIR})
        if(name STREQUAL "base")
            vibrant_precompile(engine_base std)
        elseif(NOT ARG_OWN_OPTIONS)
            vibrant_precompile_as(engine_${name} engine_base)
        endif()
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
    if(ARG_ROOMS) # a fuzz target may link Qt, whose code is compiled in another way
        vibrant_precompile_as(${name} engine_test_headers)
    endif()
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
    if(ARG_ROOMS STREQUAL "app_core")
        vibrant_precompile_as(${name} app_test_headers)
    endif()
    add_test(NAME ${name} COMMAND ${name})
    cmake_path(GET CMAKE_CURRENT_SOURCE_DIR FILENAME room)
    set_tests_properties(${name} PROPERTIES LABELS "app;${room}")
    vibrant_test_environment(${name})
endfunction()
