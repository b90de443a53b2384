// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "epoch.h"

#include <stdatomic.h>

#include "platform/platform.h"

#define RING       512u
#define FAR_BEHIND 256u

struct slot {
	struct epoch_closing closing;
	_Atomic uint32_t ready; /* the epoch whose closing stands here */
};
static struct slot ring[RING];
static _Atomic uint32_t open_epoch = 1;
static _Atomic uint32_t written;
static _Atomic uint64_t collections;

uint32_t epoch_now(void)
{
	return atomic_load_explicit(&open_epoch, memory_order_acquire);
}

uint32_t epoch_close(enum format_clock_kind kind, enum format_reason reason)
{
	struct slot *slot;
	uint32_t epoch;

	if (atomic_load(&open_epoch) - atomic_load(&written) > FAR_BEHIND)
		return 0;
	epoch = atomic_fetch_add(&open_epoch, 1);
	slot = &ring[epoch % RING];
	slot->closing.epoch = epoch;
	slot->closing.kind = kind;
	slot->closing.reason = reason;
	slot->closing.collections = atomic_load(&collections);
	slot->closing.now_ns = platform_now_ns();
	atomic_store_explicit(&slot->ready, epoch, memory_order_release);
	return epoch;
}

bool epoch_closing(uint32_t epoch, struct epoch_closing *closing)
{
	struct slot *slot = &ring[epoch % RING];

	/* Between the two stores of epoch_close an epoch looks open: it is asked for again soon. */
	if (atomic_load_explicit(&slot->ready, memory_order_acquire) != epoch)
		return false;
	*closing = slot->closing;
	return true;
}

void epoch_written(uint32_t epoch)
{
	atomic_store(&written, epoch);
}

uint64_t epoch_collections(void)
{
	return atomic_load(&collections);
}

void epoch_count_collection(void)
{
	atomic_fetch_add(&collections, 1);
}
