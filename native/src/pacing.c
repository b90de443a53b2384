// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "pacing.h"

#include "draws.h"
#include "recorder_state.h"

#define PAUSE_US 100000

static struct pace_reading read_now(const struct recorder *recorder)
{
	struct pace_reading reading = {
	        platform_now_ns(),
	        carriers_totals().callback_ns - recorder->counts_before.callback_ns,
	        platform_thread_cpu_ns() - recorder->cpu_before_ns,
	};

	return reading;
}

static void note(struct recorder *recorder)
{
	if (recorder->pace_noted || recorder->pace.floor != 0)
		return;
	recorder->pace_noted = true;
	recording_note(recorder->recording, NOTE_PACE,
	               recorder_time_us(recorder, platform_now_ns()),
	               "the budget is used up: not every block is seen from here on; raise budget, "
	               "or ask for interval=exact, to see them all");
}

void pacing_turn(struct recorder *recorder)
{
	uint64_t before, lambda;

	/* An exact start is not over before its clock point. */
	if (options_pace(&recorder->options) == PACE_NONE || !recorder->started)
		return;
	if (!recorder->pace_begun) {
		recorder->pace_begun = true;
		pace_begin(&recorder->pace, recorder->options.interval,
		           (double)recorder->options.budget / OPTIONS_BUDGET_UNIT,
		           read_now(recorder));
	}
	before = recorder->pace.lambda;
	lambda = pace_turn(&recorder->pace, read_now(recorder));
	if (lambda == before)
		return;
	note(recorder);
	draws_change(lambda);
}

uint64_t pacing_pause_us(const struct recorder *recorder)
{
	return options_pace(&recorder->options) == PACE_NONE ? UINT64_MAX : PAUSE_US;
}
