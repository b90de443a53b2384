// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* How fast λ follows the program: arithmetic on what the agent has cost so far. The cost may be
 * ahead of the budget by what that allows in some seconds, so that a small program is exact to its
 * end; beyond that λ rises at once, and it falls again step by step when the program has been quiet
 * for a while. */
#ifndef JDHAT_PACE_H
#define JDHAT_PACE_H

#include <stdbool.h>
#include <stdint.h>

/* λ is the floor, or a power of two from PACE_LEAST to PACE_MOST. */
#define PACE_LEAST     (UINT64_C(1) << 10)
#define PACE_MOST      (UINT64_C(1) << 30)
#define PACE_CREDIT_NS 12.5e9 /* the cost may be ahead by what the budget allows in this time */
#define PACE_PERIOD_NS 20e6   /* a shorter time says nothing about a rate */

/* Readings at one moment; they only grow. */
struct pace_reading {
	uint64_t now_ns;
	uint64_t events_ns; /* processor time of events, on all threads */
	uint64_t agent_ns;  /* of the agent thread */
};

struct pace {
	uint64_t floor;  /* λ is never below; 0 = exact */
	double share;    /* the budget, of one core */
	uint64_t lambda; /* in force */
	struct pace_reading last;
	double credit_ns; /* what the cost may still be ahead by */
	/* Since when it has been quiet without a break, and the cost in that time. */
	double quiet_ns, quiet_events_ns, quiet_agent_ns;
	double patience_ns; /* so long must it be quiet before λ falls */
	bool fell;          /* since it rose last */
};

/* Begins with λ at its floor and all the credit. */
void pace_begin(struct pace *pace, uint64_t floor, double share, struct pace_reading reading);
/* The λ that should be in force from now on. */
uint64_t pace_turn(struct pace *pace, struct pace_reading reading);

#endif
