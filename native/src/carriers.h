// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* One record per platform thread that allocates (a virtual thread borrows its carrier's): the
 * inbox, what is known of the thread's pending draw, and counters with one writer each. */
#ifndef JDHAT_CARRIERS_H
#define JDHAT_CARRIERS_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#include "dictionary.h"
#include "inbox.h"
#include "open_windows.h"
#include "vmwalk.h"

/* Cumulative counters; each has one writer, any thread may read. */
struct carrier_counts {
	_Atomic uint64_t events;
	_Atomic uint64_t dropped_blocks, dropped_bytes;
	_Atomic uint64_t lost_blocks, lost_bytes;
	_Atomic uint64_t callback_ns;               /* of the timed events, scaled */
	_Atomic uint64_t fast_walks, checked_walks; /* stacks from the cache; of those, verified */
};

struct carrier {
	/* read and written by the thread itself */
	struct inbox inbox;
	uint32_t session;      /* the session of its latest event; 0 = none yet */
	uint32_t born_session; /* the session that ran when it was born; 0 = none, or older than the
	                          agent */
	uint16_t draw;         /* slot of λ under which its next sample was drawn */
	bool priming;          /* its events are thrown away: the start is being made exact */
	bool primed;
	bool own; /* it does jdhat's own work: what it allocates is not the program's */
	uint64_t random;
	struct windows_nest nest; /* the windows that it works in */
	uint32_t key;             /* thread key (a string) as of session `key_session` */
	uint32_t key_session;
	uint32_t context; /* of `context_scope` and `context_key`; 0 = not known */
	uint32_t context_scope, context_key;
	uint32_t timed_one_in;              /* one event in so many is timed now */
	uint32_t timed_place;               /* of the next one among these, from 1 */
	uint32_t until_timed;               /* events, the timed one included */
	struct dictionary_vm_frame *frames; /* room for one walk */
	uint32_t frame_room;
	struct vmwalk_memory walk; /* of the latest fast walk */
	struct carrier_counts counts;

	/* shared */
	_Atomic uint32_t turn; /* odd while an event is in progress */
	_Atomic bool ended;    /* the thread is gone: free it when its inbox is empty */
	uint32_t turn_seen;    /* agent thread: at the latest look */
	struct carrier *next;
};

/* The calling thread's own; made when it has none. `draw` is what is known of its pending draw
 * then. NULL for a thread of ours, a thread that is ending, or when there is no memory (counted
 * lost). */
struct carrier *carriers_mine(uint16_t draw);
/* Marks the calling thread as the agent's: what it allocates is not the target's. */
void carriers_set_ours(void);
bool carriers_ours(void);
/* The calling thread begins (with the session that runs, 0 = none) and ends. */
void carriers_thread_start(uint16_t draw, uint32_t session);
void carriers_thread_end(void);
/* Counts a block for which there was not even a carrier. */
void carriers_count_lost(uint64_t bytes);

/* An event is in progress between these. */
static inline void carriers_enter(struct carrier *carrier)
{
	atomic_fetch_add(&carrier->turn, 1);
}

static inline void carriers_leave(struct carrier *carrier)
{
	/* Its own thread alone writes it. */
	atomic_store_explicit(&carrier->turn,
	                      atomic_load_explicit(&carrier->turn, memory_order_relaxed) + 1,
	                      memory_order_release);
}

/* Its own thread asks. */
static inline bool carriers_inside(const struct carrier *carrier)
{
	return (atomic_load_explicit(&carrier->turn, memory_order_relaxed) & 1) != 0;
}

/* 64 evenly spread bits, of the carrier's own generator. */
static inline uint64_t carriers_random(struct carrier *carrier)
{
	carrier->random ^= carrier->random << 13;
	carrier->random ^= carrier->random >> 7;
	carrier->random ^= carrier->random << 17;
	return carrier->random * UINT64_C(0x2545F4914F6CDD1D);
}

/* Adds to a counter of one's own carrier. */
static inline void carriers_count(_Atomic uint64_t *counter, uint64_t n)
{
	atomic_store_explicit(counter, atomic_load_explicit(counter, memory_order_relaxed) + n,
	                      memory_order_relaxed);
}

/* ---- agent thread ---- */

/* The first of all carriers; follow `next`. */
struct carrier *carriers_first(void);
/* Frees carriers whose threads have ended and whose inboxes are empty. */
void carriers_collect(void);
/* A number that has grown by two since an earlier call when every event that was in progress at
 * that earlier call has ended. Call it regularly. */
uint32_t carriers_generation(void);
struct carrier_totals {
	uint64_t events, dropped_blocks, dropped_bytes, lost_blocks, lost_bytes, callback_ns;
	uint64_t fast_walks, checked_walks;
};
/* Since the process began. */
struct carrier_totals carriers_totals(void);

#endif
