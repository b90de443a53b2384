// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* How long the address of a Method is a name: until its memory can hold another one. That takes a
 * safepoint after which the VM frees it, and then a class that is loaded. */
#ifndef JDHAT_VMGENERATION_H
#define JDHAT_VMGENERATION_H

#include <stdint.h>

#define VMGENERATION_BITS 28

/* A number, never 0, that changes before that can have happened. Where the VM keeps no count of
 * either, `collections` stands for both. Any thread. */
uint32_t vmgeneration_now(uint64_t collections);

#endif
