// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* From the name of something on a physical stack to what the VM's own walk said of it, and when
 * that has to be asked again. Finding and putting are for any thread, take no lock, and write to
 * what threads share only in the first hits of a name and in 1 of 64 later. */
#ifndef JDHAT_WALK_CACHE_H
#define JDHAT_WALK_CACHE_H

#include <stdbool.h>
#include <stdint.h>

struct walk_cache;

struct walk_key {
	uint64_t hash;
	uint32_t frames;     /* at most 8191 */
	uint32_t generation; /* 27 bits; what stands under another one is not found */
};

/* A hit must be verified when it is a power of two of its name and at least `first_due`, and 1 in
 * 4,096 besides. NULL when there is no memory. */
struct walk_cache *walk_cache_new(uint32_t first_due);
/* The id (1 to 2^24 - 1) that was put under a name, 0 when there is none. *due: this hit must be
 * verified; `random` has 64 evenly spread bits. With `due` NULL it is no hit. */
uint32_t walk_cache_find(struct walk_cache *cache, const struct walk_key *key, uint64_t random,
                         bool *due);
/* What stands under the name has been verified, because of something else: as good as at the hit at
 * which it would have been due. */
void walk_cache_verified(struct walk_cache *cache, const struct walk_key *key);
/* Puts an id under a name, in the place of what was there, or of the least used of its neighbours.
 */
void walk_cache_put(struct walk_cache *cache, const struct walk_key *key, uint32_t id);
/* Agent thread, now and then: grows as names push each other out, as far as the budget allows.
 * `generation` is that of carriers_generation: a table is freed when no event can be in it. */
void walk_cache_turn(struct walk_cache *cache, uint32_t generation);
/* Names that there is room for. */
uint32_t walk_cache_room(const struct walk_cache *cache);

#endif
