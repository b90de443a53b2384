// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* Clock points: what the collector did since the last one, the sweep after a collection, and the
 * record with all counters. Agent thread only. */
#ifndef JDHAT_CLOCK_H
#define JDHAT_CLOCK_H

#include <jni.h>
#include <stdbool.h>
#include <stdint.h>

#include "format.h"

struct recorder;

/* Writes the clock points of all epochs that were closed since the last call. */
void clock_turn(struct recorder *recorder, JNIEnv *jni);

/* A clock point on request. `name` is a mark's, else NULL. With CLOCK_FINAL in `flags` it is t-end,
 * once; with CLOCK_FORCED a forced collection was seen to finish before. Returns the id in the
 * file of the epoch that it closed; 0 when too many closings wait to be written. */
uint32_t clock_point(struct recorder *recorder, JNIEnv *jni, enum format_reason reason,
                     uint32_t flags, const char *name);
/* A forced collection is asked for now, and is over. False when the JVM itself did not count one:
 * it can post the end of a collection that it has skipped. */
void clock_collection_begins(struct recorder *recorder, JNIEnv *jni);
bool clock_collection_over(struct recorder *recorder, JNIEnv *jni);

#endif
