// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* Sites, and the rows of the open epoch. Agent thread only. */
#ifndef JDHAT_SITES_H
#define JDHAT_SITES_H

#include <stdbool.h>
#include <stdint.h>

#include "inbox.h"
#include "recording.h"

struct sites;

/* Interval classes: λ and thinning k. Registered by the session as they come into use. */
#define SITES_INTERVALS 1024
struct sites_interval {
	uint64_t lambda;
	uint32_t k;
};

/* For one recording. NULL when there is no memory. Call dictionary_begin before. */
struct sites *sites_new(struct recording *recording);
void sites_free(struct sites *sites);

/* Names an interval class; written with the first site that uses it. id < SITES_INTERVALS. */
void sites_interval(struct sites *sites, uint32_t id, struct sites_interval interval);

/* Counts n records, at most SITES_RUN, and tells the site of each (never 0), written to the
 * recording with all that it names when it is new. When the descriptions' share of the file is
 * full, new stacks become `[other stacks]` of the block's class, counted in sites_folded. */
#define SITES_RUN 8
void sites_add(struct sites *sites, const struct inbox_record *records, uint32_t n, uint32_t *site);
/* Counts a tracked block of a site that was found dead. */
void sites_died(struct sites *sites, uint32_t site, uint32_t birth, uint64_t bytes);
/* Writes the rows collected so far, and forgets them. `now` is the open epoch. */
void sites_write_rows(struct sites *sites, uint32_t now);
/* Rows waiting to be written. */
uint32_t sites_rows_waiting(const struct sites *sites);
/* Number of sites. */
uint32_t sites_count(const struct sites *sites);

struct sites_folded {
	uint64_t blocks, bytes;
};
struct sites_folded sites_folded(const struct sites *sites);

/* Weighted totals now, to choose which clock points compaction keeps: bytes allocated and not found
 * dead, of tracked blocks. */
double sites_occupied(const struct sites *sites);
/* Untracked and tracked blocks counted so far, raw. */
struct sites_raw {
	uint64_t blocks, bytes, tracked_blocks, tracked_bytes, died_blocks, died_bytes;
};
struct sites_raw sites_raw(const struct sites *sites);

#endif
