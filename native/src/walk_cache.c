// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "walk_cache.h"

#include <stdatomic.h>
#include <stddef.h>
#include <stdlib.h>

#include "budget.h"

/* A set fills a line of the processor's cache. */
#define WAYS       4u
#define LINE       64u
#define SETS_FIRST 1024u
#define SETS_MAX   262144u

/* Hits are counted one by one up to here, then by this many, one time in as many. */
#define COUNTED     64u
#define HITS_MAX    (UINT32_C(1) << 31)
#define CHECK_EVERY 4096u

/* A value: the id, the number of frames, the generation. */
#define FRAMES_BITS     13
#define GENERATION_BITS 27
#define NAME_BITS       (FRAMES_BITS + GENERATION_BITS)
#define ID_MAX          (UINT32_C(1) << 24)

/* Two words that any thread may write without a lock: the first is the hash, combined with the
 * second, so that halves of different writes never look like a name. An empty way is all zero. */
struct way {
	_Atomic uint64_t check, value;
};

struct table {
	uint32_t mask; /* sets - 1 */
	_Atomic uint32_t displaced;
	struct way *way;
	_Atomic uint32_t *hits; /* one for each way */
	void *memory;
	uint32_t retired; /* generation */
	struct table *next;
};

struct walk_cache {
	_Atomic(struct table *) now;
	uint32_t first_due;
	struct table *retired; /* agent thread: replaced, but events may still be in them */
};

static size_t bytes_of(uint32_t sets)
{
	return sizeof(struct table) + LINE + sets * WAYS * (sizeof(struct way) + sizeof(uint32_t));
}

static struct table *table_new(uint32_t sets)
{
	struct table *table = budget_take(bytes_of(sets)) ? calloc(1, sizeof *table) : NULL;
	if (table == NULL)
		return NULL;
	table->memory = calloc(1, bytes_of(sets) - sizeof *table);
	if (table->memory == NULL) {
		free(table);
		budget_give(bytes_of(sets));
		return NULL;
	}
	table->mask = sets - 1;
	table->way = (struct way *)(((uintptr_t)table->memory + LINE - 1) & ~(uintptr_t)(LINE - 1));
	table->hits = (_Atomic uint32_t *)(table->way + (size_t)sets * WAYS);
	return table;
}

static void table_free(struct table *table)
{
	budget_give(bytes_of(table->mask + 1));
	free(table->memory);
	free(table);
}

struct walk_cache *walk_cache_new(uint32_t first_due)
{
	struct walk_cache *cache = calloc(1, sizeof *cache);
	if (cache == NULL)
		return NULL;
	cache->first_due = first_due;
	atomic_init(&cache->now, table_new(SETS_FIRST));
	if (atomic_load(&cache->now) == NULL) {
		free(cache);
		return NULL;
	}
	budget_force(sizeof *cache);
	return cache;
}

static size_t set_of(const struct table *table, uint64_t hash)
{
	return (size_t)((uint32_t)(hash >> 32) & table->mask) * WAYS;
}

static uint64_t value_of(const struct walk_key *key, uint32_t id)
{
	return ((uint64_t)id << FRAMES_BITS | key->frames) << GENERATION_BITS | key->generation;
}

static uint64_t hash_in(const struct way *way, uint64_t *value)
{
	*value = atomic_load_explicit(&way->value, memory_order_relaxed);
	return atomic_load_explicit(&way->check, memory_order_relaxed) ^ *value;
}

static bool is_power_of_two(uint32_t n)
{
	return (n & (n - 1)) == 0;
}

/* Counts a hit. Two threads that do so at once may count one: it is verified a little later. */
static bool count(_Atomic uint32_t *hits, uint64_t random, uint32_t first_due)
{
	uint32_t n = atomic_load_explicit(hits, memory_order_relaxed);
	bool chosen = (random >> 32) % CHECK_EVERY == 0;
	if (n < COUNTED) {
		atomic_store_explicit(hits, n + 1, memory_order_relaxed);
		return chosen || (n + 1 >= first_due && is_power_of_two(n + 1));
	}
	if ((random >> 48) % COUNTED != 0 || n >= HITS_MAX)
		return chosen;
	atomic_store_explicit(hits, n + COUNTED, memory_order_relaxed);
	return chosen || is_power_of_two(n + COUNTED);
}

uint32_t walk_cache_find(struct walk_cache *cache, const struct walk_key *key, uint64_t random,
                         bool *due)
{
	struct table *table = atomic_load_explicit(&cache->now, memory_order_acquire);
	size_t first = set_of(table, key->hash);
	uint64_t wanted = value_of(key, 0), value;
	for (size_t i = first; i < first + WAYS; i++) {
		if (hash_in(&table->way[i], &value) != key->hash || value == 0)
			continue;
		if (((value ^ wanted) & ((UINT64_C(1) << NAME_BITS) - 1)) != 0)
			return 0;
		if (due != NULL)
			*due = count(&table->hits[i], random, cache->first_due);
		return (uint32_t)(value >> NAME_BITS);
	}
	return 0;
}

/* Where a name goes: where it is, else an empty way, else the one with the fewest hits. */
static size_t place_of(const struct table *table, uint64_t hash, bool *same)
{
	size_t first = set_of(table, hash), best = first;
	uint64_t fewest = UINT64_MAX, value;
	for (size_t i = first; i < first + WAYS; i++) {
		uint64_t its = hash_in(&table->way[i], &value);
		uint64_t hits = value == 0
		                        ? 0
		                        : UINT64_C(1) + atomic_load_explicit(&table->hits[i],
		                                                             memory_order_relaxed);
		*same = its == hash && value != 0;
		if (*same)
			return i;
		if (hits < fewest) {
			fewest = hits;
			best = i;
		}
	}
	return best;
}

void walk_cache_verified(struct walk_cache *cache, const struct walk_key *key)
{
	struct table *table = atomic_load_explicit(&cache->now, memory_order_acquire);
	bool same;
	size_t at = place_of(table, key->hash, &same);
	uint32_t hits = atomic_load_explicit(&table->hits[at], memory_order_relaxed), due = 1;
	if (!same || hits >= COUNTED)
		return;
	while (due < hits)
		due *= 2;
	atomic_store_explicit(&table->hits[at], due, memory_order_relaxed);
}

static void write_way(struct way *way, uint64_t hash, uint64_t value)
{
	atomic_store_explicit(&way->check, hash ^ value, memory_order_relaxed);
	atomic_store_explicit(&way->value, value, memory_order_relaxed);
}

void walk_cache_put(struct walk_cache *cache, const struct walk_key *key, uint32_t id)
{
	struct table *table = atomic_load_explicit(&cache->now, memory_order_acquire);
	uint64_t value = value_of(key, id), before;
	bool same;
	size_t at = place_of(table, key->hash, &same);
	if (id == 0 || id >= ID_MAX || key->frames >> FRAMES_BITS != 0)
		return;
	before = atomic_load_explicit(&table->way[at].value, memory_order_relaxed);
	if (!same && before != 0)
		atomic_fetch_add_explicit(&table->displaced, 1, memory_order_relaxed);
	/* The same under another generation has been verified as often as it was hit. */
	if (!same || before >> NAME_BITS != id)
		atomic_store_explicit(&table->hits[at], 0, memory_order_relaxed);
	write_way(&table->way[at], key->hash, value);
}

static void copy(struct table *to, const struct table *from)
{
	for (size_t i = 0; i < ((size_t)from->mask + 1) * WAYS; i++) {
		bool same;
		uint64_t value, hash = hash_in(&from->way[i], &value);
		size_t at;
		if (value == 0)
			continue;
		at = place_of(to, hash, &same);
		atomic_store_explicit(&to->hits[at],
		                      atomic_load_explicit(&from->hits[i], memory_order_relaxed),
		                      memory_order_relaxed);
		write_way(&to->way[at], hash, value);
	}
}

static void grow(struct walk_cache *cache, struct table *old, uint32_t generation)
{
	struct table *table = table_new(2 * (old->mask + 1));
	if (table == NULL)
		return;
	copy(table, old);
	atomic_store_explicit(&cache->now, table, memory_order_release);
	old->retired = generation;
	old->next = cache->retired;
	cache->retired = old;
}

void walk_cache_turn(struct walk_cache *cache, uint32_t generation)
{
	struct table *table = atomic_load(&cache->now), **link = &cache->retired;
	if (table->mask + 1 < SETS_MAX &&
	    atomic_load(&table->displaced) > (table->mask + 1) * WAYS / 16)
		grow(cache, table, generation);
	while (*link != NULL) {
		struct table *old = *link;
		if (generation - old->retired < 2) {
			link = &old->next;
			continue;
		}
		*link = old->next;
		table_free(old);
	}
}

uint32_t walk_cache_room(const struct walk_cache *cache)
{
	return (atomic_load(&cache->now)->mask + 1) * WAYS;
}
