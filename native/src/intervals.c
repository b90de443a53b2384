// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "intervals.h"

#include <stdatomic.h>

static _Atomic uint64_t lambdas[INTERVALS_SLOTS]; /* that of INTERVALS_EXACT is 0 */
static _Atomic uint32_t slots = INTERVALS_EXACT + 1;
static _Atomic uint16_t slot_now;
static _Atomic uint32_t k_now;

uint16_t intervals_use(uint64_t lambda)
{
	uint32_t n = atomic_load(&slots), i;

	for (i = 0; i < n && lambdas[i] != lambda; i++)
		;
	if (i == n && n == INTERVALS_SLOTS)
		i = n - 1;
	atomic_store(&lambdas[i], lambda);
	if (i == n)
		atomic_store(&slots, n + 1);
	atomic_store(&slot_now, (uint16_t)i);
	return (uint16_t)i;
}

uint16_t intervals_slot(void)
{
	return atomic_load_explicit(&slot_now, memory_order_relaxed);
}

uint64_t intervals_lambda(uint16_t slot)
{
	return slot < INTERVALS_SLOTS ? atomic_load_explicit(&lambdas[slot], memory_order_relaxed)
	                              : 0;
}

uint32_t intervals_k(void)
{
	return atomic_load_explicit(&k_now, memory_order_relaxed);
}

void intervals_thin(uint32_t k)
{
	atomic_store_explicit(&k_now, k < INTERVALS_K ? k : INTERVALS_K - 1, memory_order_relaxed);
}

uint16_t intervals_class(uint16_t slot, uint32_t k)
{
	return (uint16_t)(slot * INTERVALS_K + k);
}

struct sites_interval intervals_of(uint16_t interval_class)
{
	struct sites_interval interval = {intervals_lambda(interval_class / INTERVALS_K),
	                                  interval_class % INTERVALS_K};

	return interval;
}
