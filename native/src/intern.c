// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "intern.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "budget.h"
#include "platform/platform.h"

#define PAGE_ENTRIES  2048u
#define PAGES         4096u
#define BUCKETS_FIRST 256u
#define ARENA_FIRST   ((size_t)4096)
#define ARENA_MAX     ((size_t)65536)

/* Key and value follow, each at a multiple of 8 bytes. */
struct entry {
	uint64_t hash;
	_Atomic(uintptr_t) slot;
	uint32_t id;
	uint32_t key_length;
	uint32_t value_length;
	uint32_t reserved;
};

/* Open addressing. A full table is replaced, never emptied: readers may still be in it, and what
 * they miss there they find under the lock. */
struct table {
	struct table *older;
	uint32_t mask;
	_Atomic(struct entry *) bucket[];
};

struct page {
	_Atomic(struct entry *) entry[PAGE_ENTRIES];
};

struct arena {
	struct arena *older;
	size_t size;
	size_t used;
	uint64_t data[];
};

struct intern {
	_Atomic(struct table *) table;
	_Atomic(uint32_t) count;
	struct platform_lock lock;
	struct arena *arena;
	_Atomic(struct page *) page[PAGES];
};

static size_t table_bytes(uint32_t buckets)
{
	return sizeof(struct table) + buckets * sizeof(_Atomic(struct entry *));
}

static struct table *table_new(uint32_t buckets, struct table *older)
{
	struct table *table = budget_new(table_bytes(buckets));
	if (!table)
		return NULL;
	table->older = older;
	table->mask = buckets - 1;
	return table;
}

struct intern *intern_new(void)
{
	struct intern *intern = budget_new(sizeof *intern);
	if (!intern)
		return NULL;
	struct table *table = table_new(BUCKETS_FIRST, NULL);
	if (!table) {
		budget_free(intern, sizeof *intern);
		return NULL;
	}
	platform_lock_init(&intern->lock);
	atomic_store_explicit(&intern->table, table, memory_order_release);
	return intern;
}

void intern_free(struct intern *intern)
{
	if (!intern)
		return;
	for (struct table *table = atomic_load(&intern->table), *older; table; table = older) {
		older = table->older;
		budget_free(table, table_bytes(table->mask + 1));
	}
	for (struct arena *arena = intern->arena, *older; arena; arena = older) {
		older = arena->older;
		budget_free(arena, sizeof *arena + arena->size);
	}
	for (uint32_t i = 0; i < PAGES && atomic_load(&intern->page[i]); i++)
		budget_free(atomic_load(&intern->page[i]), sizeof(struct page));
	budget_free(intern, sizeof *intern);
}

static uint64_t avalanche(uint64_t h)
{
	h ^= h >> 33;
	h *= UINT64_C(0xff51afd7ed558ccd);
	h ^= h >> 33;
	h *= UINT64_C(0xc4ceb9fe1a85ec53);
	return h ^ h >> 33;
}

static uint64_t step(uint64_t h, uint64_t word)
{
	h = (h ^ word) * UINT64_C(0x9fb21c651e98df25);
	return h ^ h >> 32;
}

uint64_t intern_hash(const void *key, uint32_t length)
{
	/* Two lanes, so that the multiplications of a long stack overlap. */
	const uint8_t *p = key;
	uint64_t a = UINT64_C(0x9e3779b97f4a7c15) ^ length, b = UINT64_C(0xc2b2ae3d27d4eb4f);
	uint64_t word[2];
	uint32_t left = length;
	for (; left >= 16; left -= 16, p += 16) {
		memcpy(word, p, 16);
		a = step(a, word[0]);
		b = step(b, word[1]);
	}
	if (left > 0) {
		word[0] = word[1] = 0;
		memcpy(word, p, left);
		a = step(a, word[0]);
		b = step(b, word[1]);
	}
	return avalanche(a ^ avalanche(b));
}

static size_t padded(size_t n)
{
	return (n + 7) & ~(size_t)7;
}

static bool same(const struct entry *entry, const void *key, uint32_t length, uint64_t hash)
{
	return entry->hash == hash && entry->key_length == length &&
	       (length == 0 || memcmp(entry + 1, key, length) == 0);
}

/* The entry of a key; or NULL, and *free_bucket is the bucket where it belongs. */
static struct entry *look(struct table *table, const void *key, uint32_t length, uint64_t hash,
                          _Atomic(struct entry *) **free_bucket)
{
	for (uint32_t i = (uint32_t)hash;; i++) {
		_Atomic(struct entry *) *bucket = &table->bucket[i & table->mask];
		struct entry *entry = atomic_load_explicit(bucket, memory_order_acquire);
		if (!entry)
			*free_bucket = bucket;
		if (!entry || same(entry, key, length, hash))
			return entry;
	}
}

uint32_t intern_find(const struct intern *intern, const void *key, uint32_t length, uint64_t hash)
{
	struct table *table = atomic_load_explicit(&intern->table, memory_order_acquire);
	_Atomic(struct entry *) *free_bucket;
	const struct entry *entry = look(table, key, length, hash, &free_bucket);
	return entry ? entry->id : 0;
}

static void *arena_take(struct intern *intern, size_t bytes)
{
	struct arena *arena = intern->arena;
	if (!arena || arena->size - arena->used < bytes) {
		size_t size = arena && arena->size < ARENA_MAX ? 2 * arena->size : ARENA_FIRST;
		if (arena && arena->size >= ARENA_MAX)
			size = ARENA_MAX;
		if (size < bytes)
			size = bytes;
		arena = budget_new(sizeof *arena + size);
		if (!arena)
			return NULL;
		arena->older = intern->arena;
		arena->size = size;
		intern->arena = arena;
	}
	void *memory = (uint8_t *)arena->data + arena->used;
	arena->used += bytes;
	return memory;
}

static struct page *page_for(struct intern *intern, uint32_t index)
{
	if (index / PAGE_ENTRIES >= PAGES)
		return NULL;
	_Atomic(struct page *) *place = &intern->page[index / PAGE_ENTRIES];
	struct page *page = atomic_load_explicit(place, memory_order_relaxed);
	if (!page) {
		page = budget_new(sizeof *page);
		atomic_store_explicit(place, page, memory_order_release);
	}
	return page;
}

/* Keeps the table at most half full. */
static bool make_room(struct intern *intern)
{
	uint32_t count = atomic_load_explicit(&intern->count, memory_order_relaxed);
	struct table *old = atomic_load_explicit(&intern->table, memory_order_relaxed);
	if (count < (old->mask + 1) / 2)
		return true;
	struct table *table = table_new(2 * (old->mask + 1), old);
	if (!table)
		return false;
	for (uint32_t i = 0; i <= old->mask; i++) {
		struct entry *entry = atomic_load_explicit(&old->bucket[i], memory_order_relaxed);
		if (!entry)
			continue;
		uint32_t to = (uint32_t)entry->hash & table->mask;
		while (atomic_load_explicit(&table->bucket[to], memory_order_relaxed))
			to = (to + 1) & table->mask;
		atomic_store_explicit(&table->bucket[to], entry, memory_order_relaxed);
	}
	atomic_store_explicit(&intern->table, table, memory_order_release);
	return true;
}

static uint32_t add_locked(struct intern *intern, const void *key, uint32_t length, uint64_t hash,
                           const void *value, uint32_t value_length)
{
	struct table *table = atomic_load_explicit(&intern->table, memory_order_relaxed);
	_Atomic(struct entry *) *bucket;
	const struct entry *present = look(table, key, length, hash, &bucket);
	if (present)
		return present->id;
	uint32_t index = atomic_load_explicit(&intern->count, memory_order_relaxed);
	struct page *page = page_for(intern, index);
	if (!page)
		return 0;
	size_t key_room = padded(length);
	struct entry *entry = arena_take(intern, sizeof *entry + key_room + padded(value_length));
	if (!entry)
		return 0;
	entry->hash = hash;
	entry->id = index + 1;
	entry->key_length = length;
	entry->value_length = value_length;
	if (length > 0)
		memcpy(entry + 1, key, length);
	if (value_length > 0)
		memcpy((uint8_t *)(entry + 1) + key_room, value, value_length);
	atomic_store_explicit(&page->entry[index % PAGE_ENTRIES], entry, memory_order_release);
	/* Before the bucket: whoever finds an id finds it counted. */
	atomic_store_explicit(&intern->count, index + 1, memory_order_release);
	atomic_store_explicit(bucket, entry, memory_order_release);
	return index + 1;
}

uint32_t intern_add(struct intern *intern, const void *key, uint32_t length, uint64_t hash,
                    const void *value, uint32_t value_length)
{
	uint32_t id = intern_find(intern, key, length, hash);
	if (id)
		return id;
	platform_lock_acquire(&intern->lock);
	if (make_room(intern))
		id = add_locked(intern, key, length, hash, value, value_length);
	platform_lock_release(&intern->lock);
	return id;
}

static struct entry *entry_of(const struct intern *intern, uint32_t id)
{
	uint32_t index = id - 1;
	struct page *page =
	        atomic_load_explicit(&intern->page[index / PAGE_ENTRIES], memory_order_acquire);
	return atomic_load_explicit(&page->entry[index % PAGE_ENTRIES], memory_order_acquire);
}

const void *intern_key(const struct intern *intern, uint32_t id, uint32_t *length)
{
	const struct entry *entry = entry_of(intern, id);
	*length = entry->key_length;
	return entry + 1;
}

const void *intern_value(const struct intern *intern, uint32_t id, uint32_t *length)
{
	const struct entry *entry = entry_of(intern, id);
	*length = entry->value_length;
	return (const uint8_t *)(entry + 1) + padded(entry->key_length);
}

_Atomic(uintptr_t) *intern_slot(const struct intern *intern, uint32_t id)
{
	return &entry_of(intern, id)->slot;
}

uint32_t intern_count(const struct intern *intern)
{
	return atomic_load_explicit(&intern->count, memory_order_acquire);
}
