// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* Whether the program allocates where a stack ends. In an event. */
#ifndef JDHAT_LEAVES_H
#define JDHAT_LEAVES_H

#include <stdint.h>

#include "dictionary.h"

/* The stack that an allocation in the innermost frame of `stack` counts under: with STACK_VM where
 * that is at a bytecode that cannot allocate. Asked once per stack. 0 without room. `leaf` is that
 * frame; it stands on the calling thread's stack. */
uint32_t leaves_judge(uint32_t stack, const struct dictionary_vm_frame *leaf);

#endif
