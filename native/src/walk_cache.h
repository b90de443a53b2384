// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* From the name of a physical stack to the stack that the VM's own walk gave for it, and when that
 * has to be asked again. Finding and putting are for any thread, take no lock, and write to what
 * threads share only in the first hits of a name and in 1 of 64 later. */
#ifndef JDHAT_WALK_CACHE_H
#define JDHAT_WALK_CACHE_H

#include <stdbool.h>
#include <stdint.h>

struct walk_key {
	uint64_t hash;
	uint32_t frames;     /* at most 4095 */
	uint32_t generation; /* 28 bits; what stands under another one is not found */
};

/* False when there is no memory. Any number of calls. */
bool walk_cache_init(void);
/* The stack (a dictionary id) of a name, 0 when it is not there. *due: this hit must be verified:
 * the 1st, 2nd, 4th, 8th … of a name, and 1 in 4,096 by `random`, 64 evenly spread bits. */
uint32_t walk_cache_find(const struct walk_key *key, uint64_t random, bool *due);
/* Puts a stack under a name, in the place of what was there, or of the least used of its
 * neighbours. */
void walk_cache_put(const struct walk_key *key, uint32_t stack);
/* Agent thread, now and then: grows as names push each other out, as far as the budget allows.
 * `generation` is that of carriers_generation: a table is freed when no event can be in it. */
void walk_cache_turn(uint32_t generation);
/* Names that there is room for. */
uint32_t walk_cache_room(void);

#endif
