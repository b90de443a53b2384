// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* Reads a small recording whole, checks its invariants, and keeps what every clock point saw. For
 * tests: sites and epochs are few, and their ids are places in arrays. */
#ifndef JDHAT_TEST_READER_H
#define JDHAT_TEST_READER_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bytes.h"
#include "format.h"

#define READER_SITES  40
#define READER_EPOCHS 2048
#define READER_POINTS 2048
#define READER_KINDS  16
#define READER_IDS    65536

/* tracked, untracked, died: blocks and bytes of each. */
struct reader_sum {
	uint64_t of[6];
};
struct reader_point {
	uint32_t first, last, flags, limit;
	struct reader_sum sum[READER_SITES];
	uint64_t live_blocks[READER_SITES], live_bytes[READER_SITES];
};
struct reader {
	uint32_t generation;
	uint64_t session_id;
	uint32_t records[READER_KINDS];
	bool defined[READER_KINDS][READER_IDS];
	struct reader_sum sum[READER_SITES][READER_EPOCHS];
	struct reader_point *point;
	uint32_t points;
	uint32_t latest; /* birth */
	struct {
		uint64_t flags, frames, leaf_line; /* zigzag, as written */
	} stack;                                   /* the latest */
	bool ended;
	bool good;          /* whole to its last byte */
	const char *broken; /* the rule that does not hold, or NULL */
};

static uint32_t reader_u32(const uint8_t *p)
{
	return p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24;
}

static uint64_t reader_varint(const uint8_t **at, const uint8_t *end)
{
	uint64_t value = 0;
	bytes_get_varint(at, end, &value);
	return value;
}

static void reader_rows(struct reader *reader, const uint8_t *at, const uint8_t *end)
{
	uint64_t now = reader_varint(&at, end);
	while (at < end) {
		uint64_t head = reader_varint(&at, end);
		uint64_t site = head >> ROW_MASK_BITS, birth = now - reader_varint(&at, end);
		if (site == 0 || site >= READER_SITES || birth == 0 || birth >= READER_EPOCHS) {
			reader->broken = "site or birth out of range";
			return;
		}
		if (birth > reader->latest)
			reader->latest = (uint32_t)birth;
		uint64_t *sum = reader->sum[site][birth].of;
		for (int bit = 0; bit < 3; bit++) {
			if (head >> bit & 1) {
				sum[2 * bit] += reader_varint(&at, end);
				sum[2 * bit + 1] += reader_varint(&at, end);
			}
			if ((sum[2 * bit] == 0) != (sum[2 * bit + 1] == 0))
				reader->broken = "blocks = 0 if and only if bytes = 0";
		}
		if (sum[4] > sum[0] || sum[5] > sum[1])
			reader->broken = "died <= tracked";
	}
}

static void reader_clock(struct reader *reader, const uint8_t *at, const uint8_t *end)
{
	struct reader_point *point = &reader->point[reader->points];
	point->first = (uint32_t)reader_varint(&at, end);
	point->last = point->first + (uint32_t)reader_varint(&at, end);
	reader_varint(&at, end);
	reader_varint(&at, end);
	point->flags = (uint32_t)reader_varint(&at, end);
	reader_varint(&at, end);
	point->limit = (uint32_t)reader_varint(&at, end);
	uint32_t before = reader->points ? point[-1].last : 0;
	if (point->first != before + 1)
		reader->broken = "first is the previous last + 1";
	reader->points++;
	for (uint32_t site = 0; site < READER_SITES; site++) {
		for (uint32_t birth = 1; birth <= reader->latest; birth++) {
			const uint64_t *sum = reader->sum[site][birth].of;
			for (int i = 0; i < 6; i++)
				point->sum[site].of[i] += sum[i];
			if (birth <= point->limit) {
				point->live_blocks[site] += sum[0] - sum[4];
				point->live_bytes[site] += sum[1] - sum[5];
			}
		}
	}
}

static void reader_names(struct reader *reader, enum format_record type, const uint8_t **at,
                         const uint8_t *end)
{
	uint64_t id = reader_varint(at, end);
	if (id >= READER_IDS || (id != 0 && !reader->defined[type][id]))
		reader->broken = "what is named stands before";
}

static void reader_description(struct reader *reader, uint64_t type, const uint8_t *at,
                               const uint8_t *end)
{
	uint64_t id = reader_varint(&at, end);
	if (id == 0 || id >= READER_IDS || reader->defined[type][id]) {
		reader->broken = "ids of one kind are unique";
		return;
	}
	reader->defined[type][id] = true;
	if (type == RECORD_METHOD) {
		for (int i = 0; i < 4; i++)
			reader_names(reader, RECORD_STRING, &at, end);
	} else if (type == RECORD_CLASS) {
		reader_names(reader, RECORD_STRING, &at, end);
	} else if (type == RECORD_STACK) {
		reader->stack.flags = reader_varint(&at, end);
		reader->stack.frames = reader_varint(&at, end);
		for (uint64_t n = reader->stack.frames; n > 0; n--) {
			reader_names(reader, RECORD_METHOD, &at, end);
			uint64_t line = reader_varint(&at, end);
			if (n == reader->stack.frames)
				reader->stack.leaf_line = line;
		}
	} else if (type == RECORD_CONTEXT) {
		reader_names(reader, RECORD_SCOPE, &at, end);
		reader_names(reader, RECORD_STRING, &at, end);
		reader_names(reader, RECORD_STRING, &at, end);
	} else if (type == RECORD_SITE) {
		reader_names(reader, RECORD_STACK, &at, end);
		reader_names(reader, RECORD_CLASS, &at, end);
		reader_varint(&at, end);
		reader_names(reader, RECORD_INTERVAL, &at, end);
		reader_names(reader, RECORD_CONTEXT, &at, end);
	}
}

static void reader_chunk(struct reader *reader, const uint8_t *at, const uint8_t *end)
{
	while (at < end) {
		uint64_t type = reader_varint(&at, end);
		uint64_t n = reader_varint(&at, end);
		if (n > (uint64_t)(end - at) || reader->ended) {
			reader->broken = "whole records, and none after the END";
			return;
		}
		reader->records[type % READER_KINDS]++;
		if (type == RECORD_ROWS)
			reader_rows(reader, at, at + n);
		else if (type == RECORD_CLOCK)
			reader_clock(reader, at, at + n);
		else if (type >= RECORD_INTERVAL && type <= RECORD_SITE)
			reader_description(reader, type, at, at + n);
		reader->ended = type == RECORD_END;
		at += n;
	}
}

static void reader_free(struct reader *reader)
{
	free(reader->point);
	free(reader);
}

/* NULL when there is no file or it has no header. */
static struct reader *reader_open(const char *path)
{
	static uint8_t data[8 << 20];
	FILE *file = fopen(path, "rb");
	size_t n = file ? fread(data, 1, sizeof data, file) : 0;
	if (file)
		fclose(file);
	if (n < FORMAT_HEADER_LENGTH || memcmp(data, FORMAT_MAGIC, 8) != 0 ||
	    reader_u32(data + 60) != bytes_crc32(0, data, 60))
		return NULL;
	struct reader *reader = calloc(1, sizeof *reader);
	reader->point = calloc(READER_POINTS, sizeof *reader->point);
	reader->generation = reader_u32(data + 40);
	memcpy(&reader->session_id, data + 32, 8);
	size_t at = FORMAT_HEADER_LENGTH;
	while (n - at >= FORMAT_CHUNK_HEADER_LENGTH) {
		const uint8_t *chunk = data + at;
		uint32_t length = reader_u32(chunk);
		if (length == 0 || length > FORMAT_CHUNK_MAX || length > n - at - 8)
			break;
		if (reader_u32(chunk + 4) !=
		    bytes_crc32(bytes_crc32(0, chunk, 4), chunk + 8, length))
			break;
		reader_chunk(reader, chunk + 8, chunk + 8 + length);
		at += 8 + length;
	}
	reader->good = at == n;
	return reader;
}

/* Sums over all births of a site. */
static inline struct reader_sum reader_total(const struct reader *reader, uint32_t site)
{
	struct reader_sum total = {{0}};
	for (uint32_t birth = 1; birth <= reader->latest; birth++)
		for (int i = 0; i < 6; i++)
			total.of[i] += reader->sum[site][birth].of[i];
	return total;
}

#endif
