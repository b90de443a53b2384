// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* The code that a return address lies in, looked up once. */
#ifndef JDHAT_VMCODE_H
#define JDHAT_VMCODE_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#include "vmtables.h"

/* What is remembered of a return address. Written word by word, by any thread: the first word
 * tells, by its combination with the others, whether they belong together. */
#define VMCODE_BITS 12
struct vmcode_place {
	_Alignas(32) _Atomic uint64_t check;
	_Atomic uint64_t blob, rest;
};
extern struct vmcode_place vmcode_places[1u << VMCODE_BITS];

static inline struct vmcode_place *vmcode_place_of(uintptr_t pc)
{
	return &vmcode_places[(uint64_t)pc * UINT64_C(0x9e3779b97f4a7c15) >> (64 - VMCODE_BITS)];
}

/* Addresses in the code cache are much alike: multiplied, or two of them could make a third one. */
static inline uint64_t vmcode_check(uintptr_t pc, uint64_t blob, uint64_t rest)
{
	return pc ^ blob * UINT64_C(0x9e3779b97f4a7c15) ^ rest * UINT64_C(0xd6e8feb86659fd93);
}

/* Whether what was found for `pc` once is still what it lies in: in the same place, by its compile
 * id. */
static inline bool vmcode_is(uintptr_t blob, uintptr_t pc, uint32_t compile_id)
{
	return vmtables_32(blob + vmtables.compile_id) == compile_id && vmtables_in_use(blob, pc);
}

/* Asks the VM's tables, and remembers what they say. */
struct vmtables_code vmcode_look_up(uintptr_t pc);

/* `pc` is a return address of a frame that stands on the calling thread's stack. Any thread. */
static inline struct vmtables_code vmcode_of(uintptr_t pc)
{
	struct vmcode_place *place = vmcode_place_of(pc);
	uint64_t blob = atomic_load_explicit(&place->blob, memory_order_relaxed);
	uint64_t rest = atomic_load_explicit(&place->rest, memory_order_relaxed);
	struct vmtables_code code = {blob & ~UINT64_C(7), (enum vmtables_kind)(blob & 7),
	                             (uint32_t)(rest >> 32), (uint32_t)rest};

	/* What stood there may have been freed and another method have come. Stubs stay for ever.
	 */
	if (atomic_load_explicit(&place->check, memory_order_relaxed) ==
	            vmcode_check(pc, blob, rest) &&
	    (code.kind == VMTABLES_STUB ||
	     (code.kind == VMTABLES_METHOD && vmcode_is(code.blob, pc, code.compile_id))))
		return code;
	return vmcode_look_up(pc);
}

#endif
