// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "vmcode.h"

struct vmcode_place vmcode_places[1u << VMCODE_BITS];

static void remember(uintptr_t pc, const struct vmcode *code)
{
	struct vmcode_place *place = vmcode_place_of(pc);
	uint64_t blob = code->blob | code->kind;
	uint64_t block = (uint64_t)code->block.segment << VMTABLES_LENGTH_BITS | code->block.length;

	atomic_store_explicit(&place->check, vmcode_check(pc, blob, code->version, block),
	                      memory_order_relaxed);
	atomic_store_explicit(&place->blob, blob, memory_order_relaxed);
	atomic_store_explicit(&place->version, code->version, memory_order_relaxed);
	atomic_store_explicit(&place->block, block, memory_order_relaxed);
}

struct vmcode vmcode_look_up(uintptr_t pc)
{
	struct vmtables_code found = vmtables_find_code(pc);
	struct vmcode code = {found.blob, (uint64_t)found.compile_id << 32 | found.frame_bytes,
	                      found.block, (uint8_t)found.kind};

	if (code.kind == VMTABLES_METHOD || code.kind == VMTABLES_STUB)
		remember(pc, &code);
	return code;
}
