// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "intervals.h"

#include <stdatomic.h>

#include "pace.h"

#define STEP(n)   (PACE_LEAST << (n))
#define STEPS4(n) STEP(n), STEP((n) + 1), STEP((n) + 2), STEP((n) + 3)
#define STEPS     21 /* from PACE_LEAST to PACE_MOST */

_Static_assert(STEP(STEPS - 1) == PACE_MOST, "every step of the pace has a slot");

static _Atomic uint64_t lambdas[INTERVALS_SLOTS] = {0,          STEPS4(0),  STEPS4(4), STEPS4(8),
                                                    STEPS4(12), STEPS4(16), STEP(20)};
static _Atomic uint32_t slots = INTERVALS_EXACT + 1 + STEPS;
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

void intervals_doubt(void)
{
	atomic_store(&slot_now, INTERVALS_UNKNOWN);
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
