// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* When the fast walk may answer for the VM's own: never before it is proven, and never again once
 * it was wrong.
 *
 *            begin               two interpreted frames read right
 *   OFF ───────────▶ UNPROVEN ────────────────────────────────────▶ PROVEN
 *    ▲                  │ read wrong                                   │ a stack was wrong
 *    └──────────────────┴──────────────────────────────────────────────┘  for good
 *
 * UNPROVEN it answers for stacks without interpreted frames only. */
#ifndef JDHAT_FASTWALK_H
#define JDHAT_FASTWALK_H

#include <jvmti.h>
#include <stdbool.h>
#include <stdint.h>

#include "carriers.h"
#include "options.h"
#include "walk_cache.h"

/* Agent thread, at the start of a recording and at its end. While it is unproven, the VM tells
 * (JVMTI's ClassPrepare) when classes are loaded. */
void fastwalk_begin(JNIEnv *jni, enum options_stack_walk mode);
void fastwalk_end(void);

/* In an event: the name of the calling thread's stack, seen through at most `limit` frames. False:
 * it has none, the VM must walk. `thread` as in the event. */
struct fastwalk_name {
	struct walk_key key;
	uint32_t generation;
	bool interpreted;
};
bool fastwalk_name(struct carrier *carrier, JNIEnv *jni, jthread thread, uint32_t limit,
                   struct fastwalk_name *name);
/* The stack of a name, of at most `depth` frames; 0: not known. *due: it must be
 * walked by the VM as well, and handed to fastwalk_verify. */
uint32_t fastwalk_find(struct carrier *carrier, const struct fastwalk_name *name, uint32_t depth,
                       bool *due);
/* Whether the stack still has its name, now that the VM has walked it: else a method was redefined
 * or a frame deoptimised meanwhile, and there is nothing to compare or learn. */
bool fastwalk_holds(struct carrier *carrier, JNIEnv *jni, jthread thread, uint32_t limit,
                    const struct fastwalk_name *name);
/* What the VM says of a stack that was found and due. */
void fastwalk_verify(struct carrier *carrier, uint32_t found, uint32_t stack);
/* Whether interpreted frames are still to be proven; and the proof, where the calling thread's
 * latest walk has some and n frames of the same stack are in the carrier, `whole`: all of them. */
bool fastwalk_wants_proof(void);
void fastwalk_prove(const struct carrier *carrier, uint32_t n, bool whole);
/* What the VM has just said of the stack with this name; n of its frames are in the carrier,
 * `whole`: all of them. */
void fastwalk_learn(struct carrier *carrier, JNIEnv *jni, const struct fastwalk_name *name,
                    uint32_t stack, uint32_t n, bool whole);
/* Agent thread, now and then, with the number of carriers_generation. */
void fastwalk_turn(uint32_t generation);

struct fastwalk_state {
	bool on, checked;
	const char *why;     /* it is off; NULL: nobody wanted it, or it is on */
	uint64_t mismatches; /* since the process began */
};
struct fastwalk_state fastwalk_state(void);

#endif
