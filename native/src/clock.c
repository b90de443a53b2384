// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "clock.h"

#include <stdio.h>
#include <string.h>

#include "budget.h"
#include "dictionary.h"
#include "epoch.h"
#include "fastwalk.h"
#include "intake.h"
#include "intervals.h"
#include "notes.h"
#include "recorder_state.h"

struct breath {
	struct recorder *recorder;
	JNIEnv *jni;
};

static void died(void *context, uint32_t site, uint32_t birth, uint64_t size)
{
	sites_died(((struct breath *)context)->recorder->sites, site, birth, size);
}

static void breathe(void *context)
{
	struct breath *breath = context;

	intake_drain(breath->recorder, breath->jni);
}

/* Looks for deaths among the blocks born up to `until`. True when no collection finished meanwhile,
 * so that what is left is what was live after the latest one. */
static bool sweep(struct recorder *recorder, JNIEnv *jni, uint32_t until, uint64_t collections)
{
	struct breath breath = {recorder, jni};
	struct live_sweep sweep = {until, died, breathe, &breath};
	uint64_t began = platform_now_ns();

	/* Births that are drained meanwhile may be written only with the deaths that belong before
	 * them. */
	recorder->rows_held = true;
	live_sweep(recorder->live, jni, &sweep);
	recorder->rows_held = false;
	recorder->live_after_sweep = live_count(recorder->live);
	recorder->sweep_ns += platform_now_ns() - began;
	return epoch_collections() == collections;
}

static void fill_counters(const struct recorder *recorder, uint64_t *counters)
{
	struct carrier_totals totals = carriers_totals();
	const struct carrier_totals *before = &recorder->counts_before;
	struct sites_folded folded = sites_folded(recorder->sites);

	counters[COUNTER_EVENTS] = totals.events - before->events;
	counters[COUNTER_DROPPED_BLOCKS] = totals.dropped_blocks - before->dropped_blocks;
	counters[COUNTER_DROPPED_BYTES] = totals.dropped_bytes - before->dropped_bytes;
	counters[COUNTER_LOST_BLOCKS] = totals.lost_blocks - before->lost_blocks;
	counters[COUNTER_LOST_BYTES] = totals.lost_bytes - before->lost_bytes;
	counters[COUNTER_UNTRACKED_BLOCKS] = recorder->untracked_blocks;
	counters[COUNTER_UNTRACKED_BYTES] = recorder->untracked_bytes;
	counters[COUNTER_FOLDED_BLOCKS] = folded.blocks;
	counters[COUNTER_FOLDED_BYTES] = folded.bytes;
	counters[COUNTER_COLLECTIONS] = epoch_collections() - recorder->collections_before;
	counters[COUNTER_CALLBACK_NS] = totals.callback_ns - before->callback_ns;
	counters[COUNTER_AGENT_CPU_NS] = platform_thread_cpu_ns() - recorder->cpu_before_ns;
	counters[COUNTER_SWEEP_NS] = recorder->sweep_ns;
	counters[COUNTER_MEMORY] = budget_used() + inbox_bytes();
	counters[COUNTER_TRACKED_NOW] = live_count(recorder->live);
	counters[COUNTER_LAMBDA] = intervals_lambda(intervals_slot());
	counters[COUNTER_K] = intervals_k();
	counters[COUNTER_HEAP_USED] = recorder->jvm.heap_used;
	counters[COUNTER_HEAP_COMMITTED] = recorder->jvm.heap_committed;
	counters[COUNTER_JVM_ALLOCATED] = recorder->jvm.allocated;
	counters[COUNTER_JVM_YOUNG] = recorder->jvm.young;
	counters[COUNTER_JVM_OLD] = recorder->jvm.old;
	counters[COUNTER_JVM_GC_US] = recorder->jvm.gc_us;
	counters[COUNTER_DIRECT] = recorder->jvm.direct;
	counters[COUNTER_FAST_WALKS] = totals.fast_walks - before->fast_walks;
	counters[COUNTER_CHECKED_WALKS] = totals.checked_walks - before->checked_walks;
	counters[COUNTER_WALK_MISMATCHES] =
	        fastwalk_state().mismatches - recorder->mismatches_before;
}

/* Which points compaction must keep: the largest weighted totals so far. */
static void remember_largest(struct recorder *recorder, const struct recording_clock *clock,
                             double before_deaths)
{
	double live = sites_occupied(recorder->sites);

	if ((clock->flags & CLOCK_LIVE) != 0 && live >= recorder->largest_live) {
		recorder->largest_live = live;
		recorder->largest_live_epoch = clock->last;
	}
	if (before_deaths >= recorder->largest_occupied) {
		recorder->largest_occupied = before_deaths;
		recorder->largest_occupied_epoch = clock->last;
	}
}

static void write_clock(struct recorder *recorder, const struct epoch_closing *closing,
                        uint32_t flags, uint32_t live_limit, double occupied)
{
	struct recording_clock clock;

	memset(&clock, 0, sizeof clock);
	if (closing->epoch == recorder->point_epoch) {
		flags |= recorder->point_flags;
		live_limit = recorder->collection;
	}
	clock.first = clock.last = closing->epoch - recorder->base;
	clock.kind = closing->kind;
	clock.reason = closing->reason;
	clock.flags = flags | (closing->kind == CLOCK_REQUEST ? CLOCK_PINNED : 0u);
	clock.time_us = recorder_time_us(recorder, closing->now_ns);
	clock.live_limit = (flags & CLOCK_LIVE) != 0 ? live_limit : 0;
	fill_counters(recorder, clock.counters);
	notes_write(recorder, &clock);
	recording_clock(recorder->recording, &clock);
	remember_largest(recorder, &clock, occupied);
	recorder->next = closing->epoch + 1;
	epoch_written(closing->epoch);
}

/* What the JVM's own counters say about the collections since the latest clock points. */
struct news {
	uint64_t old, all;
	bool known;
};

/* Reads until no collection finished meanwhile. A call into Java waits out the collection that
 * posted its end, so the beans then count exactly those whose epochs are closed. */
static struct news read_news(struct recorder *recorder, JNIEnv *jni)
{
	struct jvm_counters before = recorder->jvm;
	struct news news = {0, 0, false};
	uint64_t seen;
	int tries = 0;

	do {
		seen = epoch_collections();
		jvm_read(jni, &recorder->jvm);
	} while (epoch_collections() != seen && ++tries < 8);
	if (before.old != COUNTER_UNKNOWN && recorder->jvm.old != COUNTER_UNKNOWN) {
		news.old = recorder->jvm.old - before.old;
		news.all = news.old + recorder->jvm.young - before.young;
		news.known = true;
	}
	return news;
}

static void collection_point(struct recorder *recorder, JNIEnv *jni,
                             const struct epoch_closing *closing, uint32_t limit, uint32_t flags,
                             bool sure)
{
	double occupied = sites_occupied(recorder->sites);
	bool latest = sweep(recorder, jni, closing->epoch - recorder->base, closing->collections);
	bool live;

	recorder->collection = limit;
	/* Deaths that a later collection caused are charged to it: they wait for its point. */
	recorder->rows_held = !latest;
	if (latest)
		intake_write_rows(recorder);
	/* The collection of an exact start has examined nothing that counts. */
	live = latest && sure && recorder->started;
	write_clock(recorder, closing, flags | (live ? CLOCK_LIVE : 0u), limit, occupied);
}

/* How many of the pauses in a batch of closed epochs were collections. The VM also tells of pauses
 * that examine nothing: G1's remark and cleanup, and a collection that a JNI critical section made
 * it skip. Its own count decides; where there is none, all are believed. */
struct batch {
	uint32_t latest; /* pause */
	uint32_t pauses, collections;
	bool all_full;
};

static struct batch look_at_batch(const struct recorder *recorder, uint32_t last, struct news news)
{
	struct epoch_closing closing;
	struct batch batch = {0, 0, 0, false};
	uint32_t epoch;

	for (epoch = recorder->next; epoch <= last && epoch_closing(epoch, &closing); epoch++)
		if (closing.kind == CLOCK_COLLECTION) {
			batch.latest = epoch;
			batch.pauses++;
		}
	batch.collections = !news.known               ? batch.pauses
	                    : news.all < batch.pauses ? (uint32_t)news.all
	                                              : batch.pauses;
	batch.all_full = batch.pauses > 0 && (news.known ? news.old == batch.pauses
	                                                 : recorder->forced && batch.pauses == 1);
	return batch;
}

/* Stopping collectors: each collection is a point of its own; only the latest can be swept, and
 * only when it is sure to have been one. */
static void write_stopping(struct recorder *recorder, JNIEnv *jni, uint32_t last, struct news news)
{
	struct batch batch = look_at_batch(recorder, last, news);
	struct epoch_closing closing;
	uint32_t epoch;

	for (epoch = recorder->next; epoch <= last && epoch_closing(epoch, &closing); epoch++) {
		uint32_t flags =
		        (batch.all_full ? CLOCK_FULL : 0u) | (recorder->forced ? CLOCK_FORCED : 0u);

		if (closing.kind == CLOCK_COLLECTION && batch.collections == 0)
			closing.kind = CLOCK_TICK;
		if (closing.kind == CLOCK_COLLECTION && epoch == batch.latest)
			collection_point(recorder, jni, &closing, closing.epoch - recorder->base,
			                 flags, batch.collections == batch.pauses);
		else
			write_clock(recorder, &closing, 0, 0, sites_occupied(recorder->sites));
	}
}

/* Concurrent collectors: a pause is a boundary like a tick; the point of the collection comes when
 * its cycle is over, and what was born since the cycle's first pause is not in its live figure. */
static void write_concurrent(struct recorder *recorder, JNIEnv *jni, uint32_t last,
                             struct news news)
{
	struct epoch_closing closing;
	uint32_t epoch;
	bool over = news.all > 0 && recorder->cycle_began != 0;

	for (epoch = recorder->next; epoch <= last && epoch_closing(epoch, &closing); epoch++) {
		bool pause = closing.kind == CLOCK_COLLECTION;

		if (pause && recorder->cycle_began == 0)
			recorder->cycle_began = epoch - recorder->base;
		if (pause)
			closing.kind = CLOCK_TICK;
		if (over && epoch == last) {
			uint32_t limit = recorder->cycle_began;

			closing.kind = closing.kind == CLOCK_TICK ? CLOCK_COLLECTION : closing.kind;
			closing.collections = epoch_collections();
			recorder->cycle_began = 0;
			collection_point(
			        recorder, jni, &closing, limit,
			        CLOCK_CYCLE |
			                (news.old > 0 && jvm_old_is_full() ? CLOCK_FULL : 0u) |
			                (recorder->forced ? CLOCK_FORCED : 0u),
			        true);
		} else {
			write_clock(recorder, &closing, 0, 0, sites_occupied(recorder->sites));
		}
	}
}

/* The VM is going down: nothing can be asked of it any more. */
static void write_plain(struct recorder *recorder, uint32_t last)
{
	struct epoch_closing closing;
	uint32_t epoch;

	for (epoch = recorder->next; epoch <= last && epoch_closing(epoch, &closing); epoch++)
		write_clock(recorder, &closing, 0, 0, sites_occupied(recorder->sites));
}

void clock_turn(struct recorder *recorder, JNIEnv *jni)
{
	struct epoch_closing closing;
	struct news news = {0, 0, false};
	uint32_t last = recorder->next;

	/* While a cycle runs, its end is looked for at every turn: no event tells of it. */
	if (!epoch_closing(last, &closing) && recorder->cycle_began == 0)
		return;
	if (jni != NULL)
		news = read_news(recorder, jni);
	if (!epoch_closing(last, &closing) &&
	    (news.all == 0 || epoch_close(CLOCK_TICK, REASON_NONE) == 0))
		return;
	while (epoch_closing(last + 1, &closing))
		last++;
	intake_drain(recorder, jni);
	if (!recorder->rows_held)
		intake_write_rows(recorder);
	if (jni == NULL)
		write_plain(recorder, last);
	else if (jvm_concurrent())
		write_concurrent(recorder, jni, last, news);
	else
		write_stopping(recorder, jni, last, news);
	recording_flush(recorder->recording);
	recorder->flush_ns = platform_now_ns();
}

/* Everything that the forced collection killed, also what was tracked too late for its own sweep.
 */
static void sweep_again(struct recorder *recorder, JNIEnv *jni)
{
	bool held = recorder->rows_held;

	sweep(recorder, jni, recorder->collection, 0);
	recorder->rows_held = held;
}

/* A collection's callback may stand between closing an epoch and saying so: it is waited for, so
 * that what names the point's epoch comes behind it. */
static void write_up_to(struct recorder *recorder, JNIEnv *jni, uint32_t epoch)
{
	struct platform_semaphore never;
	int tries;

	platform_semaphore_init(&never);
	clock_turn(recorder, jni);
	for (tries = 0; recorder->next <= epoch && tries < 1000; tries++) {
		platform_semaphore_wait(&never, 100);
		clock_turn(recorder, jni);
	}
}

uint32_t clock_point(struct recorder *recorder, JNIEnv *jni, enum format_reason reason,
                     uint32_t flags, const char *name)
{
	uint32_t string = name != NULL ? dictionary_string(name) : 0, epoch;

	clock_turn(recorder, jni);
	recorder->rows_held = false;
	recorder->started = recorder->started || reason == REASON_START;
	recorder->final_written = recorder->final_written || (flags & CLOCK_FINAL) != 0;
	if ((flags & CLOCK_FORCED) != 0 && jni != NULL) {
		sweep_again(recorder, jni);
		flags |= CLOCK_LIVE | CLOCK_FULL;
	}
	epoch = epoch_close(CLOCK_REQUEST, reason);
	recorder->point_epoch = epoch;
	recorder->point_flags = flags;
	write_up_to(recorder, jni, epoch);
	if (epoch != 0 && string != 0) {
		dictionary_write_string(recorder->recording, string);
		recording_mark(recorder->recording, epoch - recorder->base, string);
	}
	recording_flush(recorder->recording);
	return epoch == 0 ? 0 : epoch - recorder->base;
}

void clock_collection_begins(struct recorder *recorder, JNIEnv *jni)
{
	uint64_t collections;

	/* What was closed before is not the forced collection's doing. */
	clock_turn(recorder, jni);
	collections = recorder->jvm.old + recorder->jvm.young;
	jvm_read(jni, &recorder->jvm);
	/* A cycle whose end is counted only now has no point of its own. Were it taken for one that
	 * still runs, the forced collection would be the end of it, and know nothing of what was
	 * born since. */
	if (recorder->jvm.old + recorder->jvm.young != collections)
		recorder->cycle_began = 0;
	recorder->old_before = recorder->jvm.old;
	recorder->forced = true;
}

bool clock_collection_over(struct recorder *recorder, JNIEnv *jni)
{
	bool counted;

	clock_turn(recorder, jni);
	recorder->forced = false;
	counted = recorder->old_before == COUNTER_UNKNOWN ||
	          recorder->jvm.old != recorder->old_before;
	/* What waits goes on waiting: `gc-at` must not ask again and again. */
	if (!counted)
		recorder->live_after_sweep = live_count(recorder->live);
	return counted;
}
