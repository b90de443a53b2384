// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* The code that a return address lies in, looked up once. */
#ifndef JDHAT_VMCODE_H
#define JDHAT_VMCODE_H

#include <stdint.h>

#include "vmtables.h"

/* `pc` is a return address of a frame that stands on the calling thread's stack. Any thread. */
struct vmtables_code vmcode_of(uintptr_t pc);

/* The compile id that an nmethod has now. */
static inline uint32_t vmcode_id(uintptr_t blob)
{
	return vmtables_32(blob + vmtables.compile_id);
}

#endif
