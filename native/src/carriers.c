// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "carriers.h"

#include <stdlib.h>
#include <string.h>

#include "budget.h"
#include "platform/platform.h"

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

void carriers_enter(struct carrier *carrier)
{
	atomic_fetch_add(&carrier->turn, 1);
}

/* Its own thread asks. */
bool carriers_inside(const struct carrier *carrier)
{
	return (atomic_load_explicit(&carrier->turn, memory_order_relaxed) & 1) != 0;
}

void carriers_leave(struct carrier *carrier)
{
	/* Its own thread alone writes it. */
	atomic_store_explicit(&carrier->turn,
	                      atomic_load_explicit(&carrier->turn, memory_order_relaxed) + 1,
	                      memory_order_release);
}

static uint32_t draw_place(struct carrier *carrier, uint32_t one_in)
{
	return 1 + (uint32_t)(carriers_random(carrier) % one_in);
}

/* One of each `one_in` events in a row, at random: a thread's first is as likely as any other, and
 * what a program does is often periodic. */
static bool is_timed(struct carrier *carrier, uint32_t one_in)
{
	uint32_t left;

	if (carrier->timed_one_in != one_in) {
		carrier->timed_one_in = one_in;
		carrier->timed_place = draw_place(carrier, one_in);
		carrier->until_timed = carrier->timed_place;
	}
	if (--carrier->until_timed != 0)
		return false;
	left = one_in - carrier->timed_place;
	carrier->timed_place = draw_place(carrier, one_in);
	carrier->until_timed = left + carrier->timed_place;
	return true;
}

/* Its processor time: on a busy machine wall time would count the waiting for a core. Reading it is
 * a system call, which takes as long as an event. Between sampled events the system forgets the way
 * through it, so the first one only finds it again; the next two tell what one of them takes. */
struct carriers_timing carriers_begin_timing(struct carrier *carrier, uint32_t one_in)
{
	struct carriers_timing timing = {0};
	uint64_t before;

	if (!is_timed(carrier, one_in))
		return timing;
	timing.stands_for = one_in;
	platform_thread_cpu_ns();
	before = platform_thread_cpu_ns();
	timing.began_ns = platform_thread_cpu_ns();
	timing.reading_ns = timing.began_ns - before;
	return timing;
}

void carriers_end_timing(struct carrier *carrier, const struct carriers_timing *timing)
{
	uint64_t spent;

	if (timing->stands_for == 0)
		return;
	spent = platform_thread_cpu_ns() - timing->began_ns;
	if (spent > timing->reading_ns)
		carriers_count(&carrier->counts.callback_ns,
		               (spent - timing->reading_ns) * timing->stands_for);
}

uint64_t carriers_random(struct carrier *carrier)
{
	carrier->random ^= carrier->random << 13;
	carrier->random ^= carrier->random >> 7;
	carrier->random ^= carrier->random << 17;
	return carrier->random * UINT64_C(0x2545F4914F6CDD1D);
}

void carriers_count(_Atomic uint64_t *counter, uint64_t n)
{
	atomic_store_explicit(counter, atomic_load_explicit(counter, memory_order_relaxed) + n,
	                      memory_order_relaxed);
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
