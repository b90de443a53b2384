// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* What a bytecode of Java can do. */
#ifndef JDHAT_BYTECODES_H
#define JDHAT_BYTECODES_H

#include <stdbool.h>
#include <stdint.h>

/* Whether a program that is at this bytecode can be allocating there: by itself, by what it calls,
 * by what it makes the VM load, or by an exception that it raises. */
bool bytecodes_may_allocate(uint8_t opcode);

#endif
