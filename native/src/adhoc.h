// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* The ad hoc event: any cost that the program counts by itself, at its stack. The same path as a
 * block's, with a unit of its own and nothing to watch. */
#ifndef JDHAT_ADHOC_H
#define JDHAT_ADHOC_H

#include <jni.h>
#include <stdint.h>

/* Counts one event of the calling thread; `kind` is a string's id, 0 = none. Nothing while no
 * session records ad hoc events. */
void adhoc_event(JNIEnv *jni, uint32_t kind, uint64_t weight);

#endif
