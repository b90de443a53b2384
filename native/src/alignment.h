// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* Which of the VM's frames a physical frame stands for, told by the method that it begins with:
 * that of the interpreted frame, or the one that was compiled, in which all others are inlined. */
#ifndef JDHAT_ALIGNMENT_H
#define JDHAT_ALIGNMENT_H

#include <stdbool.h>
#include <stdint.h>

#include "dictionary.h"

/* From now on methods may be compared: it is proven that the VM's ids lead to them. */
void alignment_proven(void);
bool alignment_possible(void);

/* Of n physical frames, outermost first, begin[i] is the address of the Method that one begins
 * with. frames[from] to frames[to - 1] are the same stack as the VM says, innermost first. Gives
 * at[i], where frame i begins: the index of the outermost of those that it stands for;
 * ALIGNMENT_UNKNOWN where that could be more than one. All are unknown when it can be none: these
 * are not the same. */
#define ALIGNMENT_UNKNOWN UINT32_MAX
void alignment(const uintptr_t *begin, uint32_t n, const struct dictionary_vm_frame *frames,
               uint32_t from, uint32_t to, uint32_t *at);

#endif
