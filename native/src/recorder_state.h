// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* What the parts of the recorder share: recorder.c (opens, turns, closes), intake.c (inboxes),
 * clock.c (clock points, sweeps), thinning.c (how much is tracked), pacing.c (how much is sampled).
 * Agent thread only. */
#ifndef JDHAT_RECORDER_STATE_H
#define JDHAT_RECORDER_STATE_H

#include "carriers.h"
#include "jvm.h"
#include "live.h"
#include "pace.h"
#include "recorder.h"

/* Rows are written early when so many wait: their table stays in the processor's cache. */
#define RECORDER_ROWS_MAX 65536u

struct recorder {
	struct options options;
	struct recording *recording;
	struct sites *sites;
	struct live *live;
	uint64_t start_ns, tick_ns, flush_ns, cpu_before_ns;

	/* Epoch ids in the file are the process's own less `base`. */
	uint32_t base;
	uint32_t next;        /* process's own number of the next epoch to be written as closed */
	bool rows_held;       /* deaths wait for the collection that they are charged to */
	uint32_t cycle_began; /* concurrent collectors: epoch (file id) closed by the first pause of
	                         the cycle; 0 = none runs */
	uint32_t collection; /* epoch (file id) up to which the latest collection examined blocks */
	bool started;        /* the start point is written */
	bool final_written;
	uint64_t old_before; /* the JVM's count when a forced collection was asked for */
	bool forced; /* a forced collection is under way, or was since the latest clock point */
	uint32_t point_epoch; /* the request that is being written (process's own number), and its
	                         flags */
	uint32_t point_flags;
	struct jvm_counters jvm; /* as of the latest clock point */

	uint64_t tracked_max; /* 0 = as memory allows */
	uint64_t live_after_sweep;
	uint64_t sweep_ns;
	uint64_t untracked_blocks, untracked_bytes;
	bool interval_named[SITES_INTERVALS];
	bool lost_noted, folded_noted, thinned_noted, doubt_noted, pace_noted;
	struct pace pace; /* once `pace_begun` */
	bool pace_begun;
	double largest_live, largest_occupied;
	uint32_t largest_live_epoch, largest_occupied_epoch;
	struct carrier_totals counts_before;
	uint64_t collections_before, mismatches_before;
};

static inline uint64_t recorder_time_us(const struct recorder *recorder, uint64_t now_ns)
{
	return (now_ns - recorder->start_ns) / 1000;
}

#endif
