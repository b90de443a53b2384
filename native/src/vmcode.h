// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* The code that a return address lies in, looked up once. */
#ifndef JDHAT_VMCODE_H
#define JDHAT_VMCODE_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#include "vmtables.h"

/* What the VM's tables say, in the words in which it is remembered. */
struct vmcode {
	uintptr_t blob;
	uint64_t version; /* compile id above the frame's bytes */
	struct vmtables_block block;
	uint8_t kind; /* vmtables_kind */
};
#define VMCODE_KIND   UINT64_C(7) /* in the lowest bits of a blob's address */
#define VMCODE_LENGTH ((UINT64_C(1) << VMTABLES_LENGTH_BITS) - 1) /* below a segment's address */

/* What is remembered of a return address. Written word by word, by any thread: the first word
 * tells, by its combination with the others, whether they belong together. */
#define VMCODE_BITS 12
struct vmcode_place {
	_Alignas(32) _Atomic uint64_t check;
	_Atomic uint64_t blob, version, block;
};
extern struct vmcode_place vmcode_places[1u << VMCODE_BITS];

static inline struct vmcode_place *vmcode_place_of(uintptr_t pc)
{
	return &vmcode_places[(uint64_t)pc * UINT64_C(0x9e3779b97f4a7c15) >> (64 - VMCODE_BITS)];
}

/* Addresses in the code cache are much alike: multiplied, or two of them could make a third one. */
static inline uint64_t vmcode_check(uintptr_t pc, uint64_t blob, uint64_t version, uint64_t block)
{
	return pc ^ blob * UINT64_C(0x9e3779b97f4a7c15) ^
	       (version * UINT64_C(0xd6e8feb86659fd93) + block);
}

/* Whether a method that was found once is still there: in the same block, by its compile id. */
static inline bool vmcode_is(uintptr_t blob, uint64_t version, struct vmtables_block block)
{
	return vmtables_32(blob + vmtables.compile_id) == version >> 32 &&
	       vmtables_same_block(block, blob);
}

/* Asks the VM's tables, and remembers what they say. */
struct vmcode vmcode_look_up(uintptr_t pc);

/* What is remembered of `pc`, a return address of a frame that stands on the calling thread's
 * stack, if it still holds. Any thread. */
static inline bool vmcode_remembers(uintptr_t pc, struct vmcode *code)
{
	struct vmcode_place *place = vmcode_place_of(pc);
	uint64_t blob = atomic_load_explicit(&place->blob, memory_order_relaxed);
	uint64_t version = atomic_load_explicit(&place->version, memory_order_relaxed);
	uint64_t block = atomic_load_explicit(&place->block, memory_order_relaxed);

	*code = (struct vmcode){blob & ~VMCODE_KIND,
	                        version,
	                        {block >> VMTABLES_LENGTH_BITS, (uint32_t)(block & VMCODE_LENGTH)},
	                        (uint8_t)(blob & VMCODE_KIND)};
	/* What stood there may have been freed and another method have come. Stubs stay for ever.
	 */
	return atomic_load_explicit(&place->check, memory_order_relaxed) ==
	               vmcode_check(pc, blob, version, block) &&
	       (code->kind == VMTABLES_STUB || vmcode_is(code->blob, version, code->block));
}

#endif
