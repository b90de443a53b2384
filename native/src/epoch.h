// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* The clock: one number, the open epoch. It is advanced by whatever closes an epoch: the end of a
 * collection (in the VM's callback), a tick, a request. Events read it once, at their entry. It
 * runs on over sessions; a session subtracts where it began. */
#ifndef JDHAT_EPOCH_H
#define JDHAT_EPOCH_H

#include <stdbool.h>
#include <stdint.h>

#include "format.h"

struct epoch_closing {
	uint32_t epoch; /* the epoch that was closed */
	enum format_clock_kind kind;
	enum format_reason reason;
	uint64_t collections; /* epoch_collections() at that moment */
	uint64_t now_ns;
};

/* The open epoch. From any thread. */
uint32_t epoch_now(void);
/* Closes the open epoch and returns its number. From any thread, a collection's callback included:
 * never blocks. When the agent thread is far behind (256 closings) nothing is closed and 0
 * returned. */
uint32_t epoch_close(enum format_clock_kind kind, enum format_reason reason);
/* Agent thread: the closing of epoch `epoch`. False while that epoch is open. */
bool epoch_closing(uint32_t epoch, struct epoch_closing *closing);
/* Agent thread: all closings up to `epoch` are written down. */
void epoch_written(uint32_t epoch);
/* Collections seen to finish since the process began, whether they closed an epoch or not. */
uint64_t epoch_collections(void);
/* The callback of GarbageCollectionFinish counts with this, before it closes. */
void epoch_count_collection(void);

#endif
