// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "sites.h"

#include <stdlib.h>
#include <string.h>

#include "budget.h"
#include "dictionary.h"
#include "recording_file.h"
#include "rows.h"
#include "sizes.h"

#define SITES_FIRST 256u

struct key {
	uint32_t stack, class_id, size_class, context;
	uint32_t interval, unit;
};

struct site {
	struct key key;
	/* Where its latest row is, in the present round of rows. */
	uint32_t row_birth, row_place, row_round;
	/* The weight of its latest block size: nearly always that of the next one too. */
	uint64_t weight_size;
	double weight;
};

struct sites {
	struct recording *recording;
	struct site *site; /* by id - 1 */
	uint32_t n;
	uint32_t capacity;
	uint32_t *bucket; /* id, or 0; two for every site there is room for */
	uint32_t mask;
	struct rows rows;
	uint32_t round;
	struct sites_interval interval[SITES_INTERVALS];
	bool interval_written[SITES_INTERVALS];
	double occupied;
	struct sites_raw raw;
	struct sites_folded folded;
};

static size_t bytes_of(uint32_t capacity)
{
	return capacity * (sizeof(struct site) + 2 * sizeof(uint32_t));
}

static uint32_t hash_of(const struct key *key)
{
	const uint64_t m = UINT64_C(0x9fb21c651e98df25);
	uint64_t h = ((uint64_t)key->stack << 32 | key->class_id) * m;
	h = (h ^ h >> 32 ^ ((uint64_t)key->context << 32 | key->size_class)) * m;
	h = (h ^ h >> 32 ^ ((uint64_t)key->interval << 8 | key->unit)) * m;
	return (uint32_t)(h >> 32);
}

static bool same(const struct key *a, const struct key *b)
{
	return a->stack == b->stack && a->class_id == b->class_id &&
	       a->size_class == b->size_class && a->context == b->context &&
	       a->interval == b->interval && a->unit == b->unit;
}

/* The bucket of a site, or the free one where it belongs. */
static uint32_t *bucket_of(const struct sites *sites, const struct key *key)
{
	for (uint32_t i = hash_of(key);; i++) {
		uint32_t *bucket = &sites->bucket[i & sites->mask];
		if (*bucket == 0 || same(&sites->site[*bucket - 1].key, key))
			return bucket;
	}
}

static bool grow(struct sites *sites, uint32_t capacity)
{
	struct site *site = malloc(capacity * sizeof *site);
	uint32_t *bucket = calloc(2 * (size_t)capacity, sizeof *bucket);
	if (!site || !bucket) {
		free(site);
		free(bucket);
		return false;
	}
	budget_force(bytes_of(capacity));
	if (sites->n > 0)
		memcpy(site, sites->site, sites->n * sizeof *site);
	free(sites->site);
	free(sites->bucket);
	budget_give(bytes_of(sites->capacity));
	sites->site = site;
	sites->bucket = bucket;
	sites->capacity = capacity;
	sites->mask = 2 * capacity - 1;
	for (uint32_t i = 0; i < sites->n; i++)
		*bucket_of(sites, &site[i].key) = i + 1;
	return true;
}

struct sites *sites_new(struct recording *recording)
{
	struct sites *sites = calloc(1, sizeof *sites);
	if (!sites)
		return NULL;
	budget_force(sizeof *sites);
	sites->recording = recording;
	sites->round = 1;
	if (grow(sites, SITES_FIRST) && rows_init(&sites->rows))
		return sites;
	sites_free(sites);
	return NULL;
}

void sites_free(struct sites *sites)
{
	if (!sites)
		return;
	rows_free(&sites->rows);
	free(sites->site);
	free(sites->bucket);
	budget_give(bytes_of(sites->capacity) + sizeof *sites);
	free(sites);
}

void sites_interval(struct sites *sites, uint32_t id, struct sites_interval interval)
{
	sites->interval[id] = interval;
}

static void describe(struct sites *sites, uint32_t id, const struct key *key)
{
	struct recording *recording = sites->recording;
	dictionary_write_stack(recording, key->stack);
	dictionary_write_class(recording, key->class_id);
	dictionary_write_context(recording, key->context);
	/* In a recording 0 names nothing, but it is an interval class of ours. */
	uint32_t interval = key->interval + 1;
	if (!sites->interval_written[key->interval]) {
		struct sites_interval named = sites->interval[key->interval];
		recording_interval(recording, interval, named.lambda, named.k);
		sites->interval_written[key->interval] = true;
	}
	recording_site(recording, id, key->stack, key->class_id, key->size_class, interval,
	               key->context, key->unit);
}

static uint32_t add_site(struct sites *sites, const struct key *key)
{
	if (sites->n == sites->capacity && !grow(sites, 2 * sites->capacity)) {
		/* What is counted wrongly from here on never reaches the file. */
		recording_fail(sites->recording, RECORDING_NO_MEMORY);
		return 1;
	}
	sites->site[sites->n] = (struct site){.key = *key};
	uint32_t id = ++sites->n;
	*bucket_of(sites, key) = id;
	describe(sites, id, key);
	return id;
}

static uint32_t site_of(struct sites *sites, const struct inbox_record *record)
{
	struct key key = {.stack = record->stack,
	                  .class_id = record->class_id,
	                  .size_class = sizes_class(record->size),
	                  .context = record->context,
	                  .interval = record->interval,
	                  .unit = record->unit};
	uint32_t id = *bucket_of(sites, &key);
	if (id)
		return id;
	if (recording_descriptions_full(sites->recording) && !dictionary_stack_written(key.stack)) {
		sites->folded.blocks++;
		sites->folded.bytes += record->size;
		key.stack = dictionary_other_stacks();
		id = *bucket_of(sites, &key);
	}
	return id ? id : add_site(sites, &key);
}

static struct recording_row *row_of(struct sites *sites, struct site *site, uint32_t birth)
{
	if (site->row_round != sites->round || site->row_birth != birth) {
		uint32_t id = (uint32_t)(site - sites->site) + 1;
		site->row_place = rows_place(&sites->rows, id, birth);
		if (site->row_place == ROWS_NONE) {
			sites_write_rows(sites, birth);
			site->row_place = rows_place(&sites->rows, id, birth);
		}
		site->row_round = sites->round;
		site->row_birth = birth;
	}
	return &sites->rows.row[site->row_place];
}

static double weighted(const struct sites *sites, struct site *site, uint64_t size)
{
	if (site->weight_size != size || site->weight == 0) {
		const struct sites_interval *interval = &sites->interval[site->key.interval];
		site->weight = sizes_weight((double)size, interval->lambda, interval->k);
		site->weight_size = size;
	}
	return site->weight * (double)size;
}

uint32_t sites_add(struct sites *sites, const struct inbox_record *record)
{
	uint32_t id = site_of(sites, record);
	struct site *site = &sites->site[id - 1];
	struct recording_row *row = row_of(sites, site, record->epoch);
	sites->raw.blocks++;
	sites->raw.bytes += record->size;
	if (record->reference) {
		row->tracked_blocks++;
		row->tracked_bytes += record->size;
		sites->raw.tracked_blocks++;
		sites->raw.tracked_bytes += record->size;
		sites->occupied += weighted(sites, site, record->size);
	} else {
		row->untracked_blocks++;
		row->untracked_bytes += record->size;
	}
	return id;
}

void sites_died(struct sites *sites, uint32_t id, uint32_t birth, uint64_t bytes)
{
	struct site *site = &sites->site[id - 1];
	struct recording_row *row = row_of(sites, site, birth);
	row->died_blocks++;
	row->died_bytes += bytes;
	sites->raw.died_blocks++;
	sites->raw.died_bytes += bytes;
	sites->occupied -= weighted(sites, site, bytes);
}

void sites_write_rows(struct sites *sites, uint32_t now)
{
	/* An event may be born in an epoch that began after the caller read its number. */
	recording_rows(sites->recording, rows_now(&sites->rows, now), sites->rows.row,
	               sites->rows.n);
	rows_clear(&sites->rows);
	sites->round++;
}

uint32_t sites_rows_waiting(const struct sites *sites)
{
	return sites->rows.n;
}

uint32_t sites_count(const struct sites *sites)
{
	return sites->n;
}

struct sites_folded sites_folded(const struct sites *sites)
{
	return sites->folded;
}

double sites_occupied(const struct sites *sites)
{
	return sites->occupied;
}

struct sites_raw sites_raw(const struct sites *sites)
{
	return sites->raw;
}
