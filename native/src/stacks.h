// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* The stack of an allocation: found by the fast walk where that may be believed, else walked by the
 * VM and interned. Any thread, inside an event. */
#ifndef JDHAT_STACKS_H
#define JDHAT_STACKS_H

#include <jvmti.h>
#include <stdint.h>

#include "carriers.h"

/* The stack of `thread`, which is the calling one, at most `depth` frames. When there is no room
 * for a new one: `[other stacks]`. Never 0. */
uint32_t stacks_walk(struct carrier *carrier, JNIEnv *jni, jthread thread, uint32_t depth);

/* Lets the stack of `thread`, the calling one, prove the fast walk, if it can. */
void stacks_prove(struct carrier *carrier, JNIEnv *jni, jthread thread, uint32_t depth);

#endif
