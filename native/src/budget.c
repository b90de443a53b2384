// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "budget.h"

#include <stdatomic.h>
#include <stdlib.h>

static _Atomic(uint64_t) limit = UINT64_C(64) << 20;
static _Atomic(uint64_t) used;

void budget_limit(uint64_t bytes)
{
	atomic_store_explicit(&limit, bytes, memory_order_relaxed);
}

uint64_t budget_limit_now(void)
{
	return atomic_load_explicit(&limit, memory_order_relaxed);
}

bool budget_take(uint64_t bytes)
{
	uint64_t now = atomic_load_explicit(&used, memory_order_relaxed);
	do {
		uint64_t bound = budget_limit_now();
		if (now > bound || bytes > bound - now)
			return false;
	} while (!atomic_compare_exchange_weak_explicit(
	        &used, &now, now + bytes, memory_order_relaxed, memory_order_relaxed));
	return true;
}

void budget_force(uint64_t bytes)
{
	atomic_fetch_add_explicit(&used, bytes, memory_order_relaxed);
}

void budget_give(uint64_t bytes)
{
	atomic_fetch_sub_explicit(&used, bytes, memory_order_relaxed);
}

uint64_t budget_used(void)
{
	return atomic_load_explicit(&used, memory_order_relaxed);
}

void *budget_new(size_t bytes)
{
	if (!budget_take(bytes))
		return NULL;
	void *memory = calloc(1, bytes);
	if (!memory)
		budget_give(bytes);
	return memory;
}

void budget_free(void *memory, size_t bytes)
{
	free(memory);
	budget_give(bytes);
}
