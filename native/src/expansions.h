// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* What a physical frame stands for: one Java frame, or a compiled one with all that is inlined in
 * it. Learned from stacks that the VM has walked, so that a new stack of known frames needs no such
 * walk. In an event. */
#ifndef JDHAT_EXPANSIONS_H
#define JDHAT_EXPANSIONS_H

#include <jvmti.h>
#include <stdbool.h>
#include <stdint.h>

#include "carriers.h"

/* False when there is no memory. Any number of calls, on the agent thread. */
bool expansions_init(void);
/* Agent thread, now and then, with the number of carriers_generation. */
void expansions_turn(uint32_t generation);

/* The stack (dictionary) of the carrier's latest walk, of at most `depth` frames; 0 when one of its
 * frames is not known. *due: one of them must be verified. `generation` of vmgeneration_now. */
uint32_t expansions_compose(struct carrier *carrier, uint32_t generation, uint32_t depth,
                            bool *due);
/* Learns from the same stack as the VM has walked it: n frames in the carrier, `whole` when these
 * are all. False when a frame that was known stands for something else. */
bool expansions_learn(struct carrier *carrier, JNIEnv *jni, uint32_t generation, uint32_t n,
                      bool whole);

#endif
