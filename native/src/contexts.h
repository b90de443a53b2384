// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* The context of a block: with `threads=name` or `pool`, the key of its thread. */
#ifndef JDHAT_CONTEXTS_H
#define JDHAT_CONTEXTS_H

#include <jni.h>
#include <jvmti.h>
#include <stdint.h>

#include "carriers.h"
#include "options.h"

/* The context of the event's thread, 0 = none. A platform thread's name is asked once in a session;
 * a virtual thread's each time, because it may run on any carrier. */
uint32_t contexts_of(struct carrier *carrier, JNIEnv *jni, jthread thread,
                     enum options_threads threads, uint32_t session);

#endif
