// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* The context of a block or an ad hoc event: the scope that its thread works in; with
 * `threads=name` or `pool`, the key of the thread; the kind of the event. */
#ifndef JDHAT_CONTEXTS_H
#define JDHAT_CONTEXTS_H

#include <jni.h>
#include <jvmti.h>
#include <stdint.h>

#include "carriers.h"
#include "options.h"

/* The context of the event's thread, 0 = none; `kind` is a string's id, 0 = none. A platform
 * thread's name is asked once in a session; a virtual thread's each time, because it may run on any
 * carrier. Without memory for a new one, the nearest that is there already. */
uint32_t contexts_of(struct carrier *carrier, JNIEnv *jni, jthread thread,
                     enum options_threads threads, uint32_t session, uint32_t kind);

#endif
