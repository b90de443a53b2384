// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "vmgeneration.h"

#include <stdatomic.h>
#include <stdbool.h>

#include "vmtables.h"

/* One word, so that all threads agree: the generation, what may have been the latest of the two
 * (both, when both were new at one look), and the lower bits of the VM's counts as last seen. */
#define LOADED_BITS     17
#define SAFEPOINTS_BITS 18
#define LOADED_MASK     ((UINT64_C(1) << LOADED_BITS) - 1)
#define SAFEPOINTS_MASK ((UINT64_C(1) << SAFEPOINTS_BITS) - 1)
#define GENERATION_MASK ((UINT64_C(1) << VMGENERATION_BITS) - 1)
#define LATEST_SHIFT    (LOADED_BITS + SAFEPOINTS_BITS)
#define LATEST_BITS     2
#define LOAD            1u
#define SAFEPOINT       2u

static _Atomic uint64_t seen;

static uint64_t next_seen(uint64_t before, uint64_t loaded, uint64_t safepoints)
{
	uint64_t generation = before >> (LATEST_SHIFT + LATEST_BITS);
	unsigned latest = (unsigned)(before >> LATEST_SHIFT) & (LOAD | SAFEPOINT), news = 0;

	if ((before & LOADED_MASK) != loaded)
		news |= LOAD;
	if ((before >> LOADED_BITS & SAFEPOINTS_MASK) != safepoints)
		news |= SAFEPOINT;
	/* The one after the other, whichever way round. */
	if (news != 0 && (news | latest) == (LOAD | SAFEPOINT))
		generation = (generation + 1) & GENERATION_MASK;
	if (news != 0)
		latest = news;
	return ((generation << LATEST_BITS | latest) << SAFEPOINTS_BITS | safepoints)
	               << LOADED_BITS |
	       loaded;
}

uint32_t vmgeneration_now(uint64_t collections)
{
	uint64_t before, after, loaded, safepoints;

	if (vmtables.loaded_classes == NULL)
		return (uint32_t)(collections % GENERATION_MASK + 1);
	before = atomic_load_explicit(&seen, memory_order_relaxed);
	do {
		loaded = (uint64_t)*vmtables.loaded_classes & LOADED_MASK;
		safepoints = (uint64_t)*vmtables.safepoints & SAFEPOINTS_MASK;
		after = next_seen(before, loaded, safepoints);
	} while (after != before &&
	         !atomic_compare_exchange_weak_explicit(&seen, &before, after, memory_order_relaxed,
	                                                memory_order_relaxed));
	after >>= LATEST_SHIFT + LATEST_BITS;
	return (uint32_t)(after % GENERATION_MASK + 1);
}
