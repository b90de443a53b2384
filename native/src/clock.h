// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* Clock points: what the collector did since the last one, the sweep after a collection, and the
 * record with all counters. Agent thread only. */
#ifndef JDHAT_CLOCK_H
#define JDHAT_CLOCK_H

#include <jni.h>

struct recorder;

/* Writes the clock points of all epochs that were closed since the last call. */
void clock_turn(struct recorder *recorder, JNIEnv *jni);

#endif
