// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "vmcode.h"

#include <stdatomic.h>

#define CODES 4096u

/* Written word by word, by any thread: the first word tells, by its combination with the others,
 * whether they belong together. */
struct remembered {
	_Atomic uint64_t check, blob, rest;
};
static struct remembered codes[CODES];

static struct remembered *place_of(uintptr_t pc)
{
	return &codes[(uint64_t)pc * UINT64_C(0x9e3779b97f4a7c15) >> 52 & (CODES - 1)];
}

/* Addresses in the code cache are much alike: multiplied, or two of them could make a third one. */
static uint64_t check_of(uintptr_t pc, uint64_t blob, uint64_t rest)
{
	return pc ^ blob * UINT64_C(0x9e3779b97f4a7c15) ^ rest * UINT64_C(0xd6e8feb86659fd93);
}

static void remember(uintptr_t pc, const struct vmtables_code *code)
{
	struct remembered *place = place_of(pc);
	uint64_t blob = code->blob | (uint64_t)code->kind;
	uint64_t rest = (uint64_t)code->frame_bytes << 32 | code->compile_id;

	atomic_store_explicit(&place->check, check_of(pc, blob, rest), memory_order_relaxed);
	atomic_store_explicit(&place->blob, blob, memory_order_relaxed);
	atomic_store_explicit(&place->rest, rest, memory_order_relaxed);
}

struct vmtables_code vmcode_of(uintptr_t pc)
{
	struct remembered *place = place_of(pc);
	uint64_t blob = atomic_load_explicit(&place->blob, memory_order_relaxed);
	uint64_t rest = atomic_load_explicit(&place->rest, memory_order_relaxed);
	struct vmtables_code code = {blob & ~UINT64_C(7), (enum vmtables_kind)(blob & 7),
	                             (uint32_t)(rest >> 32), (uint32_t)rest};

	/* What stood there may have been freed and another method have come. Stubs stay for ever.
	 */
	if (atomic_load_explicit(&place->check, memory_order_relaxed) == check_of(pc, blob, rest) &&
	    (code.kind == VMTABLES_STUB ||
	     (code.kind == VMTABLES_METHOD && vmcode_is(code.blob, pc, code.compile_id))))
		return code;
	code = vmtables_find_code(pc);
	if (code.kind == VMTABLES_METHOD || code.kind == VMTABLES_STUB)
		remember(pc, &code);
	return code;
}
