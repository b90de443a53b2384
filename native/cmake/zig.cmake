# SPDX-FileCopyrightText: 2026 The jdhat authors
# SPDX-License-Identifier: Apache-2.0

# Any of zig's targets; the one way to build for macOS on Linux:
#   cmake -S . -B build-macos -DCMAKE_TOOLCHAIN_FILE=native/cmake/zig.cmake -DZIG=/path/to/zig \
#         -DZIG_TARGET=aarch64-macos.11.0 -DJVM_HOME=$JAVA_HOME
#   cmake --build build-macos
# ZIG_TARGET: {x86_64,aarch64}-macos.11.0, {x86_64,aarch64}-linux-gnu.2.17, x86_64-windows-gnu …
set(ZIG zig CACHE FILEPATH "The zig program")
set(ZIG_TARGET x86_64-linux-gnu.2.17 CACHE STRING "zig's name of the target")
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES ZIG_TARGET ZIG)
string(REGEX MATCH "^([^-]+)-([^-.]+)" _ "${ZIG_TARGET}")
set(CMAKE_SYSTEM_PROCESSOR "${CMAKE_MATCH_1}")
if(CMAKE_MATCH_2 STREQUAL "macos")
	set(CMAKE_SYSTEM_NAME Darwin)
	set(CMAKE_INSTALL_NAME_TOOL /bin/true)
	set(CMAKE_OSX_SYSROOT "")
elseif(CMAKE_MATCH_2 STREQUAL "windows")
	set(CMAKE_SYSTEM_NAME Windows)
else()
	set(CMAKE_SYSTEM_NAME Linux)
endif()
set(CMAKE_C_COMPILER "${ZIG}" cc)
set(CMAKE_C_COMPILER_TARGET "${ZIG_TARGET}")
find_program(CMAKE_AR NAMES llvm-ar llvm-ar-14 REQUIRED)
find_program(CMAKE_RANLIB NAMES llvm-ranlib llvm-ranlib-14 REQUIRED)
