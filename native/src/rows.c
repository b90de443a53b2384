// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "rows.h"

#include <stdlib.h>
#include <string.h>

#include "budget.h"

#define ROWS_FIRST 256u

/* A table that is eight times too large so many times in a row gives back what it does not need. */
#define SPARE_CLEARS 16u

/* Beside the place + 1 a bucket has bits of the hash, so that a wrong one is passed by without a
 * look at its row. */
#define BUCKET_PLACE ((UINT32_C(1) << 26) - 1)

/* Two buckets for every row there is room for. */
static size_t bytes_of(uint32_t capacity)
{
	return capacity * (sizeof(struct recording_row) + 2 * sizeof(uint32_t));
}

static uint64_t hash_of(uint32_t site, uint32_t birth)
{
	uint64_t h = ((uint64_t)birth << 32 | site) * UINT64_C(0x9fb21c651e98df25);
	return h ^ h >> 32;
}

static uint32_t tag_of(uint64_t hash)
{
	return (uint32_t)(hash >> 32) & ~BUCKET_PLACE;
}

/* The bucket of a row, or the free one where it belongs. */
static uint32_t *bucket_of(const struct rows *rows, uint32_t site, uint32_t birth, uint64_t hash)
{
	for (uint32_t i = (uint32_t)hash;; i++) {
		uint32_t *bucket = &rows->bucket[i & rows->mask];
		if (*bucket == 0)
			return bucket;
		if ((*bucket & ~BUCKET_PLACE) == tag_of(hash) &&
		    rows_is(rows, (*bucket & BUCKET_PLACE) - 1, site, birth))
			return bucket;
	}
}

static void put(struct rows *rows, uint32_t place)
{
	const struct recording_row *row = &rows->row[place];
	uint64_t hash = hash_of(row->site, row->birth);
	*bucket_of(rows, row->site, row->birth, hash) = tag_of(hash) | (place + 1);
}

/* To a capacity that the rows have room in. */
static bool resize(struct rows *rows, uint32_t capacity)
{
	if (capacity > BUCKET_PLACE)
		return false;
	uint32_t *bucket = calloc(2 * (size_t)capacity, sizeof *bucket);
	/* Grown in its place, a large array leaves no hole behind that nobody fills. */
	struct recording_row *row = bucket ? realloc(rows->row, capacity * sizeof *row) : NULL;
	if (!row) {
		free(bucket);
		return false;
	}
	rows->row = row;
	budget_force(bytes_of(capacity));
	free(rows->bucket);
	budget_give(bytes_of(rows->capacity));
	rows->bucket = bucket;
	rows->capacity = capacity;
	rows->mask = 2 * capacity - 1;
	for (uint32_t i = 0; i < rows->n; i++)
		put(rows, i);
	return true;
}

bool rows_init(struct rows *rows)
{
	*rows = (struct rows){0};
	return resize(rows, ROWS_FIRST);
}

void rows_free(struct rows *rows)
{
	free(rows->row);
	free(rows->bucket);
	budget_give(bytes_of(rows->capacity));
	*rows = (struct rows){0};
}

uint32_t rows_place(struct rows *rows, uint32_t site, uint32_t birth)
{
	uint64_t hash = hash_of(site, birth);
	uint32_t *bucket = bucket_of(rows, site, birth, hash);
	if (*bucket)
		return (*bucket & BUCKET_PLACE) - 1;
	if (rows->n == rows->capacity) {
		if (!resize(rows, 2 * rows->capacity))
			return ROWS_NONE;
		bucket = bucket_of(rows, site, birth, hash);
	}
	uint32_t place = rows->n++;
	rows->row[place] = (struct recording_row){.site = site, .birth = birth};
	*bucket = tag_of(hash) | (place + 1);
	if (birth > rows->latest)
		rows->latest = birth;
	return place;
}

void rows_expect(const struct rows *rows, uint32_t place, uint32_t site, uint32_t birth)
{
	if (place < rows->n)
		__builtin_prefetch(&rows->row[place]);
	__builtin_prefetch(&rows->bucket[hash_of(site, birth) & rows->mask]);
}

uint32_t rows_now(const struct rows *rows, uint32_t now)
{
	return now < rows->latest ? rows->latest : now;
}

/* Gives back what the latest clears had no use for. */
static void spare(struct rows *rows, uint32_t needed)
{
	if (needed > rows->capacity / 8 || rows->capacity == ROWS_FIRST) {
		rows->spared = rows->spared_most = 0;
		return;
	}
	if (needed > rows->spared_most)
		rows->spared_most = needed;
	if (++rows->spared < SPARE_CLEARS)
		return;
	uint32_t capacity = ROWS_FIRST;
	while (capacity < 2 * rows->spared_most)
		capacity *= 2;
	resize(rows, capacity);
	rows->spared = rows->spared_most = 0;
}

void rows_clear(struct rows *rows)
{
	uint32_t n = rows->n;
	rows->n = 0;
	rows->latest = 0;
	spare(rows, n);
	memset(rows->bucket, 0, ((size_t)rows->mask + 1) * sizeof *rows->bucket);
}
