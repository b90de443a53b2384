// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "rows.h"

#include <stdlib.h>
#include <string.h>

#include "budget.h"

#define ROWS_FIRST 256u

/* Two buckets for every row there is room for. */
static size_t bytes_of(uint32_t capacity)
{
	return capacity * (sizeof(struct recording_row) + 2 * sizeof(uint32_t));
}

static uint32_t hash_of(uint32_t site, uint32_t birth)
{
	uint64_t h = ((uint64_t)birth << 32 | site) * UINT64_C(0x9fb21c651e98df25);
	return (uint32_t)(h >> 32);
}

/* The bucket of a row, or the free one where it belongs. */
static uint32_t *bucket_of(const struct rows *rows, uint32_t site, uint32_t birth)
{
	for (uint32_t i = hash_of(site, birth);; i++) {
		uint32_t *bucket = &rows->bucket[i & rows->mask];
		if (*bucket == 0)
			return bucket;
		const struct recording_row *row = &rows->row[*bucket - 1];
		if (row->site == site && row->birth == birth)
			return bucket;
	}
}

static bool grow(struct rows *rows, uint32_t capacity)
{
	struct recording_row *row = malloc(capacity * sizeof *row);
	uint32_t *bucket = calloc(2 * (size_t)capacity, sizeof *bucket);
	if (!row || !bucket) {
		free(row);
		free(bucket);
		return false;
	}
	budget_force(bytes_of(capacity));
	if (rows->n > 0)
		memcpy(row, rows->row, rows->n * sizeof *row);
	free(rows->row);
	free(rows->bucket);
	budget_give(bytes_of(rows->capacity));
	rows->row = row;
	rows->bucket = bucket;
	rows->capacity = capacity;
	rows->mask = 2 * capacity - 1;
	for (uint32_t i = 0; i < rows->n; i++)
		*bucket_of(rows, row[i].site, row[i].birth) = i + 1;
	return true;
}

bool rows_init(struct rows *rows)
{
	*rows = (struct rows){0};
	return grow(rows, ROWS_FIRST);
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
	uint32_t *bucket = bucket_of(rows, site, birth);
	if (*bucket)
		return *bucket - 1;
	if (rows->n == rows->capacity) {
		if (!grow(rows, 2 * rows->capacity))
			return ROWS_NONE;
		bucket = bucket_of(rows, site, birth);
	}
	uint32_t place = rows->n++;
	rows->row[place] = (struct recording_row){.site = site, .birth = birth};
	*bucket = place + 1;
	if (birth > rows->latest)
		rows->latest = birth;
	return place;
}

uint32_t rows_now(const struct rows *rows, uint32_t now)
{
	return now < rows->latest ? rows->latest : now;
}

void rows_clear(struct rows *rows)
{
	rows->n = 0;
	rows->latest = 0;
	memset(rows->bucket, 0, ((size_t)rows->mask + 1) * sizeof *rows->bucket);
}
