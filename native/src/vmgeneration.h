// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* How long the address of a Method is a name.
 *
 * Until its memory can hold another one: the VM frees it at or after a safepoint, and then a class
 * is loaded. And until the VM calls the same method otherwise: its class is redefined, which reads
 * a class and then stops at a safepoint. So: whenever one of the two follows the other. */
#ifndef JDHAT_VMGENERATION_H
#define JDHAT_VMGENERATION_H

#include <stdint.h>

#define VMGENERATION_BITS 27

/* A number, never 0, that changes before that can have happened. Where the VM keeps no count of
 * either, `collections` stands for both. Any thread. */
uint32_t vmgeneration_now(uint64_t collections);

#endif
