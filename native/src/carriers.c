// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "carriers.h"

#include <stdlib.h>
#include <string.h>

#include "budget.h"

static _Thread_local struct carrier *mine;
static _Thread_local bool not_mine; /* a thread of ours, or one that is ending */

static _Atomic(struct carrier *) carriers;
static struct carrier_totals gone; /* agent thread: of carriers that were freed */
static _Atomic uint64_t homeless_blocks, homeless_bytes;
static uint32_t generation = 1;

static struct carrier *add(uint16_t draw, uint32_t born_session)
{
	struct carrier *carrier = budget_take(sizeof *carrier) ? calloc(1, sizeof *carrier) : NULL;

	if (carrier == NULL)
		return NULL;
	inbox_init(&carrier->inbox);
	carrier->draw = draw;
	carrier->born_session = born_session;
	carrier->random = ((uint64_t)(uintptr_t)carrier * UINT64_C(0x9E3779B97F4A7C15)) | 1;
	carrier->next = atomic_load(&carriers);
	while (!atomic_compare_exchange_weak(&carriers, &carrier->next, carrier))
		;
	mine = carrier;
	return carrier;
}

struct carrier *carriers_mine(uint16_t draw)
{
	if (mine != NULL || not_mine)
		return mine;
	return add(draw, 0);
}

void carriers_set_ours(void)
{
	not_mine = true;
}

bool carriers_ours(void)
{
	return not_mine;
}

void carriers_thread_start(uint16_t draw, uint32_t session)
{
	if (mine == NULL && !not_mine)
		add(draw, session);
}

void carriers_thread_end(void)
{
	struct carrier *carrier = mine;

	mine = NULL;
	not_mine = true;
	if (carrier != NULL)
		atomic_store(&carrier->ended, true);
}

void carriers_count_lost(uint64_t bytes)
{
	atomic_fetch_add(&homeless_blocks, 1);
	atomic_fetch_add(&homeless_bytes, bytes);
}

struct carrier *carriers_first(void)
{
	return atomic_load(&carriers);
}

static void add_counts(struct carrier_totals *totals, const struct carrier_counts *counts)
{
	totals->events += atomic_load_explicit(&counts->events, memory_order_relaxed);
	totals->dropped_blocks +=
	        atomic_load_explicit(&counts->dropped_blocks, memory_order_relaxed);
	totals->dropped_bytes += atomic_load_explicit(&counts->dropped_bytes, memory_order_relaxed);
	totals->lost_blocks += atomic_load_explicit(&counts->lost_blocks, memory_order_relaxed);
	totals->lost_bytes += atomic_load_explicit(&counts->lost_bytes, memory_order_relaxed);
	totals->callback_ns += atomic_load_explicit(&counts->callback_ns, memory_order_relaxed);
	totals->fast_walks += atomic_load_explicit(&counts->fast_walks, memory_order_relaxed);
	totals->checked_walks += atomic_load_explicit(&counts->checked_walks, memory_order_relaxed);
}

static void free_carrier(struct carrier *carrier)
{
	add_counts(&gone, &carrier->counts);
	inbox_free(&carrier->inbox);
	if (carrier->frames != NULL) {
		budget_give(carrier->frame_room * sizeof *carrier->frames);
		free(carrier->frames);
	}
	vmwalk_forget(&carrier->walk);
	budget_give(sizeof *carrier);
	free(carrier);
}

/* Only the agent thread unlinks; others only push in front, so a lost race for the first place is
 * left for the next call. */
void carriers_collect(void)
{
	struct carrier *before = NULL, *carrier = atomic_load(&carriers);
	const struct inbox_record *records;

	while (carrier != NULL) {
		struct carrier *next = carrier->next, *expected = carrier;
		bool done =
		        atomic_load(&carrier->ended) && inbox_peek(&carrier->inbox, &records) == 0;

		if (done && before != NULL)
			before->next = next;
		else if (done)
			done = atomic_compare_exchange_strong(&carriers, &expected, next);
		if (done)
			free_carrier(carrier);
		else
			before = carrier;
		carrier = next;
	}
}

uint32_t carriers_generation(void)
{
	struct carrier *carrier;
	bool all = true;

	for (carrier = atomic_load(&carriers); carrier != NULL; carrier = carrier->next) {
		uint32_t turn = atomic_load(&carrier->turn);

		if ((carrier->turn_seen & 1) != 0 && turn == carrier->turn_seen)
			all = false;
	}
	if (!all)
		return generation;
	for (carrier = atomic_load(&carriers); carrier != NULL; carrier = carrier->next)
		carrier->turn_seen = atomic_load(&carrier->turn);
	return ++generation;
}

struct carrier_totals carriers_totals(void)
{
	struct carrier_totals totals = gone;
	const struct carrier *carrier;

	for (carrier = atomic_load(&carriers); carrier != NULL; carrier = carrier->next)
		add_counts(&totals, &carrier->counts);
	totals.lost_blocks += atomic_load(&homeless_blocks);
	totals.lost_bytes += atomic_load(&homeless_bytes);
	return totals;
}
