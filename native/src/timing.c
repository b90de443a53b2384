// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "timing.h"

#include "platform/platform.h"

static uint32_t draw_place(struct carrier *carrier, uint32_t one_in)
{
	return 1 + (uint32_t)((carriers_random(carrier) >> 32) * one_in >> 32);
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
void timing_begin(struct timing *timing, struct carrier *carrier, uint32_t one_in)
{
	uint64_t before;

	timing->stands_for = is_timed(carrier, one_in) ? one_in : 0;
	if (timing->stands_for == 0)
		return;
	platform_thread_cpu_ns();
	before = platform_thread_cpu_ns();
	timing->began_ns = platform_thread_cpu_ns();
	timing->reading_ns = timing->began_ns - before;
}

void timing_end(const struct timing *timing, struct carrier *carrier)
{
	uint64_t spent;

	if (timing->stands_for == 0)
		return;
	spent = platform_thread_cpu_ns() - timing->began_ns;
	if (spent > timing->reading_ns)
		carriers_count(&carrier->counts.callback_ns,
		               (spent - timing->reading_ns) * timing->stands_for);
}
