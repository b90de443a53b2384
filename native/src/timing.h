// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* The agent's own clock: what events take of the processor. One event in `one_in` is timed, and
 * counted for all of them, less what reading the clock takes. */
#ifndef JDHAT_TIMING_H
#define JDHAT_TIMING_H

#include <stdbool.h>
#include <stdint.h>

#include "carriers.h"

struct timing {
	uint32_t stands_for; /* events; 0 = it is not this one */
	uint64_t began_ns, reading_ns;
};

/* In so many events one is timed. Exact ones are many, and a reading of the clock takes as long as
 * several: few of them, but more where a budget is decided by it. */
static inline uint32_t timing_one_in(bool exact, bool budget)
{
	if (!exact)
		return 64;
	return budget ? 256 : 2048;
}

/* On the carrier's own thread, between carriers_enter and carriers_leave. */
void timing_begin(struct timing *timing, struct carrier *carrier, uint32_t one_in);
void timing_end(const struct timing *timing, struct carrier *carrier);

#endif
