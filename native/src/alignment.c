// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "alignment.h"

#include <stdatomic.h>

#include "vmtables.h"

static _Atomic bool proven;

void alignment_proven(void)
{
	atomic_store(&proven, true);
}

bool alignment_possible(void)
{
	return atomic_load_explicit(&proven, memory_order_relaxed);
}

static bool begins(const struct dictionary_vm_frame *frame, uintptr_t method)
{
	return vmtables_method_of((uintptr_t)frame->method) == method;
}

/* As far out as each can begin: the outermost does so at the outermost frame. */
static bool outwards(const uintptr_t *begin, uint32_t n, const struct dictionary_vm_frame *frames,
                     uint32_t from, uint32_t to, uint32_t *at)
{
	uint32_t i;

	for (i = 0; i < n; i++) {
		while (to > from && i > 0 && !begins(&frames[to - 1], begin[i]))
			to--;
		if (to == from || !begins(&frames[to - 1], begin[i]))
			return false;
		at[i] = --to;
	}
	return true;
}

/* As far in as each can begin: where that is another place, it is not known. */
static bool inwards(const uintptr_t *begin, uint32_t n, const struct dictionary_vm_frame *frames,
                    uint32_t from, uint32_t to, uint32_t *at)
{
	uint32_t i;

	for (i = n; i-- > 0; from++) {
		while (from < to && !begins(&frames[from], begin[i]))
			from++;
		if (from == to)
			return false;
		if (at[i] != from && i > 0)
			at[i] = ALIGNMENT_UNKNOWN;
	}
	return true;
}

void alignment(const uintptr_t *begin, uint32_t n, const struct dictionary_vm_frame *frames,
               uint32_t from, uint32_t to, uint32_t *at)
{
	uint32_t i;

	if (outwards(begin, n, frames, from, to, at) && inwards(begin, n, frames, from, to, at))
		return;
	for (i = 0; i < n; i++)
		at[i] = ALIGNMENT_UNKNOWN;
}
