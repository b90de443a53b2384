// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* Which clock points a compaction merges, and what that makes of births and live limits. */
#ifndef JDHAT_COMPACT_PLAN_H
#define JDHAT_COMPACT_PLAN_H

#include <stdbool.h>
#include <stdint.h>

struct plan_point {
	uint32_t first, last;
	uint32_t live_limit;
	uint32_t into; /* last epoch of the range that its own range became a part of */
	bool live;
	bool pinned;
	bool gone;
	bool merged; /* stays, for a longer range than it had */
};

struct plan {
	struct plan_point *point;
	uint32_t n;
	uint32_t capacity;
	uint32_t *exact; /* live limits of pinned points, ascending: no range may grow across one */
	uint32_t exact_n;
};

/* Adds the next clock point of the file. False when there is no memory. */
bool plan_add(struct plan *plan, const struct plan_point *point);
/* After the last one: pins the first and the last. False when there is no memory. */
bool plan_ready(struct plan *plan);
/* Merges neighbours in pairs. False when none is left that may be merged. */
bool plan_merge(struct plan *plan);
uint32_t plan_kept(const struct plan *plan);
/* What a row's birth is called after the merges. */
uint32_t plan_birth(const struct plan *plan, uint32_t birth);
/* True when the live figure of a point that stays can still be told. */
bool plan_live(const struct plan *plan, const struct plan_point *point);
void plan_free(struct plan *plan);

#endif
