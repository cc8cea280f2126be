# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT
"""CMake: projects that must configure, and scripts for cmake -P."""
from ..task import snippet

HEAD = "cmake_minimum_required(VERSION 3.20)\nproject(@P@ LANGUAGES CXX)\n\n"
P = ["app", "demo", "tool", "hello", "game", "editor", "viewer", "server", "parser", "solver"]
FILES = {"main.cpp": "int main() { return 0; }", "util.cpp": "int x;", "include/util.h": "", "sub/CMakeLists.txt": "", "test.cpp": "int main() { return 0; }"}


def c(id, does, code, note="", **vary):
    snippet("cmake", id, does, HEAD + code, FILES, note, P=P, **vary)


c("cmake_executable", "builds a program @P@ from main.cpp|defines a minimal project @P@", "add_executable(@P@ main.cpp)")
c("cmake_two_sources", "builds @P@ from main.cpp and util.cpp|defines a program @P@ of two source files", "add_executable(@P@\n    main.cpp\n    util.cpp\n)")
c("cmake_standard", "builds @P@ with C++@S@|sets the C++ standard of @P@ to @S@", "add_executable(@P@ main.cpp)\ntarget_compile_features(@P@ PRIVATE cxx_std_@S@)", S=[11, 14, 17, 20, 23])
c("cmake_library", "builds a static library @P@ from util.cpp|defines a static library @P@", "add_library(@P@ STATIC util.cpp)\ntarget_include_directories(@P@ PUBLIC include)")
c("cmake_shared", "builds a shared library @P@ from util.cpp|defines a shared library @P@", "add_library(@P@ SHARED util.cpp)\ntarget_include_directories(@P@ PUBLIC include)")
c("cmake_link", "builds a library and links it to the program @P@|links @P@ with a library of its own", "add_library(util STATIC util.cpp)\n\nadd_executable(@P@ main.cpp)\ntarget_link_libraries(@P@ PRIVATE util)")
c("cmake_warnings", "turns on warnings for @P@|builds @P@ with -Wall and -Wextra", "add_executable(@P@ main.cpp)\ntarget_compile_options(@P@ PRIVATE -Wall -Wextra)")
c("cmake_include", "adds the folder include to the header search path of @P@|sets the include directory of @P@", "add_executable(@P@ main.cpp)\ntarget_include_directories(@P@ PRIVATE include)")
c("cmake_define", "defines the macro @M@ when building @P@|passes -D@M@ to the compiler for @P@", "add_executable(@P@ main.cpp)\ntarget_compile_definitions(@P@ PRIVATE @M@)", M=["DEBUG_LOG", "USE_CACHE", "NO_SOUND", "FAST_MATH"])
c("cmake_option", "adds an option @O@ to the project @P@|makes a feature @O@ of @P@ optional", "option(@O@ \"Build with this feature\" ON)\n\nadd_executable(@P@ main.cpp)\nif(@O@)\n    target_compile_definitions(@P@ PRIVATE @O@)\nendif()", O=["WITH_SOUND", "WITH_TESTS", "WITH_CACHE", "WITH_GUI"])
c("cmake_install", "installs the program @P@|adds an install rule for @P@", "add_executable(@P@ main.cpp)\ninstall(TARGETS @P@ RUNTIME DESTINATION bin)")
c("cmake_test", "adds a test to the project @P@|runs a test program of @P@ with ctest", "enable_testing()\n\nadd_executable(@P@_test test.cpp)\nadd_test(NAME @P@_test COMMAND @P@_test)")
c("cmake_subdirectory", "includes the folder sub in the project @P@|adds a subdirectory to @P@", "add_executable(@P@ main.cpp)\nadd_subdirectory(sub)")
c("cmake_threads", "links @P@ with threads|finds the Threads package for @P@", "find_package(Threads REQUIRED)\n\nadd_executable(@P@ main.cpp)\ntarget_link_libraries(@P@ PRIVATE Threads::Threads)")
c("cmake_build_type", "makes Release the default build type of @P@|sets the build type of @P@ when none is given", "if(NOT CMAKE_BUILD_TYPE)\n    set(CMAKE_BUILD_TYPE Release)\nendif()\n\nadd_executable(@P@ main.cpp)")
snippet("cmake", "cmake_message", "prints a message with CMake|shows a text while configuring", 'message(STATUS "@W@")', "@W@", W=["Hello", "Configuring", "Done", "Ready"])
snippet("cmake", "cmake_foreach", "loops over a list in CMake|prints every element of a CMake list", 'set(items one two three)\nforeach(item IN LISTS items)\n    message(STATUS "${item}")\nendforeach()', "three")
snippet("cmake", "cmake_function", "defines a function in CMake|writes a CMake function with one argument", 'function(greet name)\n    message(STATUS "Hello, ${name}")\nendfunction()\n\ngreet(@W@)', "Hello, @W@", W=["Ann", "Bob", "world"])
snippet("cmake", "cmake_math", "computes with numbers in CMake|adds two numbers in CMake", 'math(EXPR sum "@A@ + 3")\nmessage(STATUS "sum: ${sum}")', "sum: ", A=[1, 2, 4, 7, 10])
