// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "vmcode.h"

struct vmcode_place vmcode_places[1u << VMCODE_BITS];

static void remember(uintptr_t pc, const struct vmtables_code *code)
{
	struct vmcode_place *place = vmcode_place_of(pc);
	uint64_t blob = code->blob | (uint64_t)code->kind;
	uint64_t rest = (uint64_t)code->frame_bytes << 32 | code->compile_id;

	atomic_store_explicit(&place->check, vmcode_check(pc, blob, rest), memory_order_relaxed);
	atomic_store_explicit(&place->blob, blob, memory_order_relaxed);
	atomic_store_explicit(&place->rest, rest, memory_order_relaxed);
}

struct vmtables_code vmcode_look_up(uintptr_t pc)
{
	struct vmtables_code code = vmtables_find_code(pc);

	if (code.kind == VMTABLES_METHOD || code.kind == VMTABLES_STUB)
		remember(pc, &code);
	return code;
}
