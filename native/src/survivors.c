// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "survivors.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "budget.h"
#include "reach.h"
#include "recorder_state.h"

#define SOFT_MAX  40960u
#define ENTRY_MAX 64u /* three numbers */

/* The blocks that are asked about, in columns as reach_walk wants them. */
struct range {
	uint32_t from, to;
	uint32_t n, room;
	void **reference;
	struct block {
		uint32_t site;
		uint64_t size;
	} * block;
	uint8_t *how;
};

#define BYTES_PER_BLOCK (sizeof(void *) + sizeof(struct block) + sizeof(uint8_t))

static bool is_in(const struct range *range, uint32_t birth)
{
	return birth > range->from && birth <= range->to;
}

static void count(void *context, void *reference, uint32_t site, uint32_t birth, uint64_t size)
{
	struct range *range = context;

	(void)reference;
	(void)site;
	(void)size;
	range->room += is_in(range, birth);
}

static void take(void *context, void *reference, uint32_t site, uint32_t birth, uint64_t size)
{
	struct range *range = context;

	if (!is_in(range, birth))
		return;
	range->reference[range->n] = reference;
	range->block[range->n++] = (struct block){site, size};
}

static bool make_room(struct range *range)
{
	range->reference = malloc((range->room + 1) * sizeof *range->reference);
	range->block = malloc((range->room + 1) * sizeof *range->block);
	range->how = malloc(range->room + 1);
	return range->reference != NULL && range->block != NULL && range->how != NULL;
}

static void free_range(struct range *range)
{
	free(range->reference);
	free(range->block);
	free(range->how);
}

static int by_site(const void *a, const void *b)
{
	uint32_t x = ((const struct block *)a)->site, y = ((const struct block *)b)->site;

	return x < y ? -1 : x > y;
}

/* Leaves the blocks that are reached through such references only, and counts the others. */
static void sort_out(struct range *range, struct survivors *survivors)
{
	uint32_t i, kept = 0;

	for (i = 0; i < range->n; i++) {
		if (range->how[i] == REACH_SOFT)
			range->block[kept++] = range->block[i];
		else if (range->how[i] != REACH_DEAD)
			survivors->reached++;
	}
	survivors->unreached = range->n = kept;
	qsort(range->block, kept, sizeof *range->block, by_site);
}

static void put_sites(const struct range *range, struct survivors *survivors)
{
	size_t used = 0;
	uint32_t i, first;

	survivors->soft = malloc(SOFT_MAX);
	if (survivors->soft == NULL)
		return;
	survivors->soft[0] = '\0';
	for (first = 0; first < range->n; first = i) {
		uint64_t bytes = 0;

		for (i = first; i < range->n && range->block[i].site == range->block[first].site;
		     i++)
			bytes += range->block[i].size;
		if (used + ENTRY_MAX > SOFT_MAX) {
			survivors->left_out++;
			continue;
		}
		used += (size_t)snprintf(survivors->soft + used, ENTRY_MAX,
		                         "%s%" PRIu32 ":%" PRIu32 ":%" PRIu64, used > 0 ? ";" : "",
		                         range->block[first].site, i - first, bytes);
	}
}

void survivors_ask(struct recorder *recorder, JNIEnv *jni, uint32_t from, uint32_t to,
                   struct survivors *survivors)
{
	struct range range = {.from = from, .to = to};

	live_each(recorder->live, count, &range);
	if (!budget_take(range.room * BYTES_PER_BLOCK))
		return;
	if (make_room(&range)) {
		live_each(recorder->live, take, &range);
		survivors->known = reach_walk(jni, (void *const *)range.reference, range.n,
		                              range.how, &survivors->walk_us);
	}
	if (survivors->known) {
		sort_out(&range, survivors);
		put_sites(&range, survivors);
		survivors->known = survivors->soft != NULL;
	}
	free_range(&range);
	budget_give(range.room * BYTES_PER_BLOCK);
}
