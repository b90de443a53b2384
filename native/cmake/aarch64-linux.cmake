# SPDX-FileCopyrightText: 2026 The jdhat authors
# SPDX-License-Identifier: Apache-2.0

# Linux aarch64 from Linux x64, with Debian's gcc-aarch64-linux-gnu and libc6-dev-arm64-cross:
#   cmake -S . -B build-aarch64 -DCMAKE_TOOLCHAIN_FILE=native/cmake/aarch64-linux.cmake -DJVM_HOME=$JAVA_HOME
#   cmake --build build-aarch64 && ctest --test-dir build-aarch64
set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_SYSTEM_PROCESSOR aarch64)
set(CMAKE_C_COMPILER aarch64-linux-gnu-gcc)
set(CMAKE_FIND_ROOT_PATH /usr/aarch64-linux-gnu)
set(CMAKE_CROSSCOMPILING_EMULATOR qemu-aarch64-static -L /usr/aarch64-linux-gnu)
