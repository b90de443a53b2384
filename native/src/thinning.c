// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "thinning.h"

#include <stdio.h>

#include "budget.h"
#include "intervals.h"
#include "recorder_state.h"

/* Of the budget, in sixteenths: what tables and tracked blocks come near to as k grows, and the
 * bound beyond which nothing more is tracked. Between the two there is room for what the inboxes
 * held when k grew, so that the bound is not met, for a block refused there makes live figures too
 * low. What is left is for stacks and sites that are new. */
#define AIM_SIXTEENTHS   11
#define BOUND_SIXTEENTHS 15

static uint64_t share(uint64_t sixteenths)
{
	return budget_limit_now() / 16 * sixteenths;
}

/* The part in use of whichever bound is nearer, 0 to 1. */
static double filled(const struct recorder *recorder)
{
	double memory = (double)budget_used() / (double)share(AIM_SIXTEENTHS);
	double blocks = recorder->tracked_max > 0
	                        ? (double)live_count(recorder->live) / (double)recorder->tracked_max
	                        : 0;

	return memory > blocks ? memory : blocks;
}

bool thinning_has_room(const struct recorder *recorder)
{
	return budget_used() < share(BOUND_SIXTEENTHS) &&
	       (recorder->tracked_max == 0 || live_count(recorder->live) < recorder->tracked_max);
}

/* k = 0 up to one half, 1 up to three quarters, and so on: each step halves the rate at which the
 * remaining half of the room fills up, so it never fills wholly while k can grow. */
static uint32_t wanted(double filled, uint32_t k)
{
	double bound = 0.5, step = 0.25;
	uint32_t at;

	for (at = 0; at + 1 < INTERVALS_K && filled > bound; at++, step /= 2)
		bound += step;
	/* Down only when it is well below, or each collection would go to and fro. */
	return at >= k || filled < bound - step ? at : k;
}

void thinning_turn(struct recorder *recorder)
{
	uint32_t k = intervals_k(), next = wanted(filled(recorder), k);

	if (next == k)
		return;
	intervals_thin(next);
	if (recorder->thinned_noted)
		return;
	recorder->thinned_noted = true;
	recording_note(recorder->recording, NOTE_THINNING,
	               recorder_time_us(recorder, platform_now_ns()),
	               recorder->tracked_max > 0 ? "as many blocks are tracked as this collector "
	                                           "allows: live figures are estimates from "
	                                           "here on"
	                                         : "max-memory is half used: live figures are "
	                                           "estimates from here on; raise max-memory to "
	                                           "keep them exact");
}
