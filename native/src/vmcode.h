// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* The code that a return address lies in, looked up once. */
#ifndef JDHAT_VMCODE_H
#define JDHAT_VMCODE_H

#include <stdint.h>

#include "vmtables.h"

/* `pc` is a return address of a frame that stands on the calling thread's stack. Any thread. */
struct vmtables_code vmcode_of(uintptr_t pc);

/* Whether what was found for `pc` once is still what it lies in: in the same place, by its compile
 * id. */
static inline bool vmcode_is(uintptr_t blob, uintptr_t pc, uint32_t compile_id)
{
	return vmtables_32(blob + vmtables.compile_id) == compile_id && vmtables_in_use(blob, pc);
}

#endif
