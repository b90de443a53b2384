// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "pace.h"

/* λ = 0 costs about what λ = 64 would: most blocks are about so large. */
#define EXACT_AS 64

#define RISE_LEAST 2.0 /* factors of λ in one step */
#define RISE_MOST  64.0
#define FALL_MOST  16.0

/* Of the budget: what events may take even where the agent thread takes all of it. To sample less
 * would not help: it sweeps what is alive, or answers. */
#define EVENTS_PART 8

/* After a rise, for what the agent thread still has to do: its burst is no reason for another. */
#define CREDIT_AGAIN 0.1

#define PATIENCE_LEAST_NS 1e9
#define PATIENCE_MOST_NS  16e9

void pace_begin(struct pace *pace, uint64_t floor, double share, struct pace_reading reading)
{
	*pace = (struct pace){.floor = floor,
	                      .share = share,
	                      .lambda = floor,
	                      .last = reading,
	                      .credit_ns = PACE_CREDIT_NS * share,
	                      .patience_ns = PATIENCE_LEAST_NS};
}

static double as_size(uint64_t lambda)
{
	return lambda == 0 ? EXACT_AS : (double)lambda;
}

/* The smallest step that is at least so large. */
static uint64_t step_from(double size)
{
	uint64_t step = PACE_LEAST;

	while (step < PACE_MOST && (double)step < size)
		step <<= 1;
	return step;
}

static void forget_quiet(struct pace *pace)
{
	pace->quiet_ns = pace->quiet_events_ns = pace->quiet_agent_ns = 0;
}

static void rise(struct pace *pace, double factor)
{
	if (factor < RISE_LEAST)
		factor = RISE_LEAST;
	if (factor > RISE_MOST)
		factor = RISE_MOST;
	pace->lambda = step_from(as_size(pace->lambda) * factor);
	/* A program that was taken for quiet and was not: wait longer the next time. */
	if (pace->fell && pace->patience_ns < PATIENCE_MOST_NS)
		pace->patience_ns *= 2;
	pace->fell = false;
	pace->credit_ns = CREDIT_AGAIN * PACE_CREDIT_NS * pace->share;
	forget_quiet(pace);
}

/* As far as it will probably cost half the budget, and not by more than FALL_MOST. Whatever the
 * agent thread does, events have the part below which λ does not rise. */
static void fall(struct pace *pace)
{
	double allowed = pace->quiet_ns * pace->share;
	double left = allowed / 2 - pace->quiet_agent_ns;
	double factor = FALL_MOST, size;
	uint64_t next;

	if (left < allowed / EVENTS_PART)
		left = allowed / EVENTS_PART;
	if (left < pace->quiet_events_ns * factor)
		factor = left / pace->quiet_events_ns;
	forget_quiet(pace);
	if (factor < 1)
		return;
	size = as_size(pace->lambda) / factor;
	next = size <= EXACT_AS ? 0 : step_from(size);
	if (next < pace->floor)
		next = pace->floor;
	if (next >= pace->lambda)
		return;
	pace->lambda = next;
	pace->fell = true;
}

uint64_t pace_turn(struct pace *pace, struct pace_reading reading)
{
	double wall = (double)(reading.now_ns - pace->last.now_ns);
	double events = (double)(reading.events_ns - pace->last.events_ns);
	double agent = (double)(reading.agent_ns - pace->last.agent_ns);
	double allowed = wall * pace->share, cost = events + agent;
	double most = PACE_CREDIT_NS * pace->share;

	if (wall < PACE_PERIOD_NS)
		return pace->lambda;
	pace->last = reading;
	pace->credit_ns += allowed - cost;
	if (pace->credit_ns > most)
		pace->credit_ns = most;
	if (events < allowed / 4) {
		pace->quiet_ns += wall;
		pace->quiet_events_ns += events;
		pace->quiet_agent_ns += agent;
	} else {
		forget_quiet(pace);
	}
	if (pace->credit_ns < 0) {
		pace->credit_ns = 0;
		if (cost > allowed && events > allowed / EVENTS_PART)
			rise(pace, cost / allowed);
	} else if (pace->quiet_ns >= pace->patience_ns && pace->lambda > pace->floor) {
		fall(pace);
	}
	return pace->lambda;
}
