# SPDX-FileCopyrightText: 2026 The jdhat authors
# SPDX-License-Identifier: Apache-2.0

# Windows x64 from Linux, with Debian's gcc-mingw-w64-x86-64:
#   cmake -S . -B build-windows -DCMAKE_TOOLCHAIN_FILE=native/cmake/mingw.cmake -DJVM_HOME=$JAVA_HOME
#   cmake --build build-windows
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR AMD64)
set(CMAKE_C_COMPILER x86_64-w64-mingw32-gcc)
set(CMAKE_RC_COMPILER x86_64-w64-mingw32-windres)
set(CMAKE_FIND_ROOT_PATH /usr/x86_64-w64-mingw32)
