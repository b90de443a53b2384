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

/* Beside the id a bucket has bits of the hash, so that a wrong one is passed by without a look at
 * its site. */
#define BUCKET_ID ((UINT32_C(1) << 26) - 1)

struct key {
	uint32_t stack, class_id, context;
	uint32_t kind; /* size class, interval class, unit: 12, 12 and 8 bits */
};

_Static_assert(SITES_INTERVALS <= 1 << 12, "an interval class has no room in a key");

struct site {
	struct key key;
	uint32_t row; /* where its latest row is or was */
};

struct sites {
	struct recording *recording;
	struct site *site; /* by id - 1 */
	uint32_t n;
	uint32_t capacity;
	uint32_t *bucket; /* id and hash, or 0; two for every site there is room for */
	uint32_t mask;
	struct rows rows;
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

static uint32_t kind_of(uint32_t size_class, uint32_t interval, uint32_t unit)
{
	return size_class << 20 | interval << 8 | unit;
}

static uint32_t interval_of(const struct key *key)
{
	return key->kind >> 8 & 0xfff;
}

static bool same(const struct key *a, const struct key *b)
{
	return a->stack == b->stack && a->class_id == b->class_id && a->context == b->context &&
	       a->kind == b->kind;
}

static uint64_t hash_of(const struct key *key)
{
	const uint64_t m = UINT64_C(0x9fb21c651e98df25);
	uint64_t h = ((uint64_t)key->stack << 32 | key->class_id) * m;
	h = (h ^ h >> 32 ^ ((uint64_t)key->context << 32 | key->kind)) * m;
	return h ^ h >> 32;
}

static uint32_t tag_of(uint64_t hash)
{
	return (uint32_t)(hash >> 32) & ~BUCKET_ID;
}

/* The bucket of a site, or the free one where it belongs. */
static uint32_t *bucket_of(const struct sites *sites, const struct key *key, uint64_t hash)
{
	for (uint32_t i = (uint32_t)hash;; i++) {
		uint32_t *bucket = &sites->bucket[i & sites->mask];
		if (*bucket == 0)
			return bucket;
		if ((*bucket & ~BUCKET_ID) == tag_of(hash) &&
		    same(&sites->site[(*bucket & BUCKET_ID) - 1].key, key))
			return bucket;
	}
}

static uint32_t find(const struct sites *sites, const struct key *key, uint64_t hash)
{
	return *bucket_of(sites, key, hash) & BUCKET_ID;
}

static void put(struct sites *sites, const struct key *key, uint32_t id)
{
	uint64_t hash = hash_of(key);
	*bucket_of(sites, key, hash) = tag_of(hash) | id;
}

static bool grow(struct sites *sites, uint32_t capacity)
{
	if (capacity > BUCKET_ID)
		return false;
	/* Grown in its place, a large array leaves no hole behind that nobody fills. */
	struct site *site = realloc(sites->site, capacity * sizeof *site);
	if (site)
		sites->site = site;
	uint32_t *bucket = site ? calloc(2 * (size_t)capacity, sizeof *bucket) : NULL;
	if (!bucket)
		return false;
	budget_force(bytes_of(capacity));
	free(sites->bucket);
	budget_give(bytes_of(sites->capacity));
	sites->bucket = bucket;
	sites->capacity = capacity;
	sites->mask = 2 * capacity - 1;
	for (uint32_t i = 0; i < sites->n; i++)
		put(sites, &site[i].key, i + 1);
	return true;
}

struct sites *sites_new(struct recording *recording)
{
	struct sites *sites = calloc(1, sizeof *sites);
	if (!sites)
		return NULL;
	budget_force(sizeof *sites);
	sites->recording = recording;
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
	uint32_t interval = interval_of(key), name = interval + 1;
	if (!sites->interval_written[interval]) {
		struct sites_interval named = sites->interval[interval];
		recording_interval(recording, name, named.lambda, named.k);
		sites->interval_written[interval] = true;
	}
	recording_site(recording, id, key->stack, key->class_id, key->kind >> 20, name,
	               key->context, key->kind & 0xff);
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
	put(sites, key, id);
	describe(sites, id, key);
	return id;
}

static struct key key_of(const struct inbox_record *record)
{
	return (struct key){
	        .stack = record->stack,
	        .class_id = record->class_id,
	        .context = record->context,
	        .kind = kind_of(sizes_class(record->size), record->interval, record->unit)};
}

/* Of a record whose site was not found before. */
static uint32_t new_site(struct sites *sites, struct key key, uint64_t size)
{
	if (recording_descriptions_full(sites->recording) && !dictionary_stack_written(key.stack)) {
		sites->folded.blocks++;
		sites->folded.bytes += size;
		key.stack = dictionary_other_stacks();
	}
	uint32_t id = find(sites, &key, hash_of(&key));
	return id ? id : add_site(sites, &key);
}

static struct recording_row *row_of(struct sites *sites, uint32_t id, uint32_t birth)
{
	struct rows *rows = &sites->rows;
	struct site *site = &sites->site[id - 1];
	if (rows_is(rows, site->row, id, birth))
		return &rows->row[site->row];
	site->row = rows_place(rows, id, birth);
	if (site->row == ROWS_NONE) {
		sites_write_rows(sites, birth);
		site->row = rows_place(rows, id, birth);
	}
	return &rows->row[site->row];
}

static double weighted(const struct sites *sites, uint32_t id, uint64_t size)
{
	const struct sites_interval *interval =
	        &sites->interval[interval_of(&sites->site[id - 1].key)];
	if (interval->lambda == 0 && interval->k == 0)
		return (double)size;
	return sizes_weight((double)size, interval->lambda, interval->k) * (double)size;
}

static void count(struct sites *sites, uint32_t id, const struct inbox_record *record)
{
	struct recording_row *row = row_of(sites, id, record->epoch);
	sites->raw.blocks++;
	sites->raw.bytes += record->size;
	if (record->reference) {
		row->tracked_blocks++;
		row->tracked_bytes += record->size;
		sites->raw.tracked_blocks++;
		sites->raw.tracked_bytes += record->size;
		sites->occupied += weighted(sites, id, record->size);
	} else {
		row->untracked_blocks++;
		row->untracked_bytes += record->size;
	}
}

/* What a record needs is seldom in the processor's cache. Step by step for all of them, so that it
 * fetches several things at a time. */
void sites_add(struct sites *sites, const struct inbox_record *records, uint32_t n, uint32_t *site)
{
	struct key key[SITES_RUN];
	uint64_t hash[SITES_RUN];
	for (uint32_t i = 0; i < n; i++) {
		key[i] = key_of(&records[i]);
		hash[i] = hash_of(&key[i]);
		__builtin_prefetch(&sites->bucket[hash[i] & sites->mask]);
	}
	for (uint32_t i = 0; i < n; i++) {
		site[i] = find(sites, &key[i], hash[i]);
		if (site[i])
			rows_expect(&sites->rows, sites->site[site[i] - 1].row, site[i],
			            records[i].epoch);
	}
	for (uint32_t i = 0; i < n; i++) {
		if (!site[i])
			site[i] = new_site(sites, key[i], records[i].size);
		count(sites, site[i], &records[i]);
	}
}

void sites_died(struct sites *sites, uint32_t id, uint32_t birth, uint64_t bytes)
{
	struct recording_row *row = row_of(sites, id, birth);
	row->died_blocks++;
	row->died_bytes += bytes;
	sites->raw.died_blocks++;
	sites->raw.died_bytes += bytes;
	sites->occupied -= weighted(sites, id, bytes);
}

void sites_write_rows(struct sites *sites, uint32_t now)
{
	/* An event may be born in an epoch that began after the caller read its number. */
	recording_rows(sites->recording, rows_now(&sites->rows, now), sites->rows.row,
	               sites->rows.n);
	rows_clear(&sites->rows);
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
