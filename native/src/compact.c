// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include <stdio.h>
#include <stdlib.h>

#include "budget.h"
#include "compact_plan.h"
#include "recording_file.h"
#include "rows.h"

/* Rows of one range that are held at once. More are written as they are: no harm, but no gain. */
#define ROWS_MAX     262144u
#define ROWS_AT_ONCE 8192u
#define BREATH_NS    UINT64_C(2000000)

struct compaction {
	struct recording *from;
	struct recording *to;
	struct plan plan;
	uint32_t next_point;
	struct rows rows;
	uint32_t now;
	uint8_t *payload;
	uint64_t time_us;
	void (*breathe)(void *);
	void *context;
	uint64_t breathed_ns;
	uint64_t descriptions_before; /* what was put when the compaction began */
	bool checked;                 /* every CRC, by the first pass */
	int error;
};

struct clock_head {
	uint64_t first, span, kind, reason, flags, time_us, live_limit;
};

typedef void record_visitor(struct compaction *c, uint64_t type, const uint8_t *body,
                            const uint8_t *end);

static void fail(struct compaction *c, int code)
{
	if (!c->error)
		c->error = code;
}

static void breathe(struct compaction *c)
{
	uint64_t now = platform_now_ns();
	if (c->breathe && now - c->breathed_ns >= BREATH_NS) {
		c->breathe(c->context);
		c->breathed_ns = platform_now_ns();
	}
}

static uint32_t u32_at(const uint8_t *data)
{
	return data[0] | (uint32_t)data[1] << 8 | (uint32_t)data[2] << 16 | (uint32_t)data[3] << 24;
}

static bool crc_is_good(const struct compaction *c, const uint8_t *head, uint32_t n)
{
	return bytes_crc32(bytes_crc32(0, head, 4), c->payload, n) == u32_at(head + 4);
}

/* Reads the chunk at an offset; returns the length of its payload, 0 on an error. */
static uint32_t read_chunk(struct compaction *c, uint64_t offset)
{
	uint8_t head[FORMAT_CHUNK_HEADER_LENGTH];
	int error = platform_file_read(&c->from->file, offset, head, sizeof head);
	uint32_t n = error ? 0 : u32_at(head);
	if (!error && n > 0 && n <= FORMAT_CHUNK_MAX)
		error = platform_file_read(&c->from->file, offset + sizeof head, c->payload, n);
	if (error)
		fail(c, error);
	else if (n == 0 || n > FORMAT_CHUNK_MAX || (!c->checked && !crc_is_good(c, head, n)))
		fail(c, RECORDING_CHANGED);
	return c->error ? 0 : n;
}

static void visit_chunk(struct compaction *c, uint32_t n, record_visitor *visit)
{
	const uint8_t *at = c->payload, *end = at + n;
	while (at < end && !c->error) {
		uint64_t type, length;
		if (!bytes_get_varint(&at, end, &type) || !bytes_get_varint(&at, end, &length) ||
		    length > (uint64_t)(end - at)) {
			fail(c, RECORDING_CHANGED);
			return;
		}
		visit(c, type, at, at + length);
		at += length;
		breathe(c);
	}
}

static void visit_records(struct compaction *c, record_visitor *visit)
{
	uint64_t offset = FORMAT_HEADER_LENGTH;
	while (offset < c->from->written && !c->error) {
		uint32_t n = read_chunk(c, offset);
		visit_chunk(c, n, visit);
		offset += FORMAT_CHUNK_HEADER_LENGTH + n;
	}
}

static bool get_clock(struct compaction *c, const uint8_t **at, const uint8_t *end,
                      struct clock_head *head)
{
	uint64_t *const fields[] = {&head->first, &head->span,    &head->kind,      &head->reason,
	                            &head->flags, &head->time_us, &head->live_limit};
	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
		if (!bytes_get_varint(at, end, fields[i])) {
			fail(c, RECORDING_CHANGED);
			return false;
		}
	}
	return true;
}

static void plan_clock(struct compaction *c, uint64_t type, const uint8_t *at, const uint8_t *end)
{
	struct clock_head head;
	if (type != RECORD_CLOCK || !get_clock(c, &at, end, &head))
		return;
	struct plan_point point = {.first = (uint32_t)head.first,
	                           .last = (uint32_t)(head.first + head.span),
	                           .live_limit = (uint32_t)head.live_limit,
	                           .live = head.flags & CLOCK_LIVE,
	                           .pinned = head.flags & CLOCK_PINNED};
	if (point.last == c->from->keep_live || point.last == c->from->keep_occupied)
		point.pinned = true;
	if (!plan_add(&c->plan, &point))
		fail(c, RECORDING_NO_MEMORY);
}

static void write_rows(struct compaction *c)
{
	uint32_t now = rows_now(&c->rows, c->now);
	for (uint32_t i = 0; i < c->rows.n; i += ROWS_AT_ONCE) {
		uint32_t n = c->rows.n - i < ROWS_AT_ONCE ? c->rows.n - i : ROWS_AT_ONCE;
		recording_rows(c->to, now, c->rows.row + i, n);
		breathe(c);
	}
	rows_clear(&c->rows);
}

static struct recording_row *row_of(struct compaction *c, uint32_t site, uint32_t birth)
{
	birth = plan_birth(&c->plan, birth);
	if (c->rows.n >= ROWS_MAX)
		write_rows(c);
	uint32_t place = rows_place(&c->rows, site, birth);
	if (place == ROWS_NONE) {
		write_rows(c);
		place = rows_place(&c->rows, site, birth);
	}
	return &c->rows.row[place];
}

static bool add_pair(const uint8_t **at, const uint8_t *end, uint64_t *blocks, uint64_t *bytes)
{
	uint64_t more_blocks, more_bytes;
	if (!bytes_get_varint(at, end, &more_blocks) || !bytes_get_varint(at, end, &more_bytes))
		return false;
	*blocks += more_blocks;
	*bytes += more_bytes;
	return true;
}

static bool add_row(struct compaction *c, const uint8_t **at, const uint8_t *end, uint64_t now)
{
	uint64_t site, age;
	if (!bytes_get_varint(at, end, &site) || !bytes_get_varint(at, end, &age))
		return false;
	struct recording_row *row =
	        row_of(c, (uint32_t)(site >> ROW_MASK_BITS), (uint32_t)(now - age));
	return (!(site & ROW_TRACKED) ||
	        add_pair(at, end, &row->tracked_blocks, &row->tracked_bytes)) &&
	       (!(site & ROW_UNTRACKED) ||
	        add_pair(at, end, &row->untracked_blocks, &row->untracked_bytes)) &&
	       (!(site & ROW_DIED) || add_pair(at, end, &row->died_blocks, &row->died_bytes));
}

static void copy_rows(struct compaction *c, const uint8_t *at, const uint8_t *end)
{
	uint64_t now;
	bool good = bytes_get_varint(&at, end, &now);
	if (good && now > c->now)
		c->now = (uint32_t)now;
	while (good && at < end)
		good = add_row(c, &at, end, now);
	if (!good)
		fail(c, RECORDING_CHANGED);
}

static void copy_clock(struct compaction *c, const uint8_t *at, const uint8_t *end)
{
	struct clock_head head;
	if (!get_clock(c, &at, end, &head))
		return;
	if (c->next_point == c->plan.n) {
		fail(c, RECORDING_CHANGED);
		return;
	}
	const struct plan_point *point = &c->plan.point[c->next_point++];
	if (point->gone)
		return;
	write_rows(c);
	if (!plan_live(&c->plan, point)) {
		head.flags &= ~(uint64_t)CLOCK_LIVE;
		head.live_limit = 0;
	}
	struct bytes *body = recording_body(c->to);
	bytes_put_varint(body, point->first);
	bytes_put_varint(body, point->last - point->first);
	bytes_put_varint(body, head.kind);
	bytes_put_varint(body, head.reason);
	bytes_put_varint(body, head.flags);
	bytes_put_varint(body, head.time_us);
	bytes_put_varint(body, head.live_limit);
	bytes_put(body, at, (size_t)(end - at));
	recording_put(c->to, RECORD_CLOCK);
}

static void copy_record(struct compaction *c, uint64_t type, const uint8_t *at, const uint8_t *end)
{
	if (type == RECORD_ROWS)
		copy_rows(c, at, end);
	else if (type == RECORD_CLOCK)
		copy_clock(c, at, end);
	else
		recording_copy(c->to, type, at, (size_t)(end - at));
	if (c->to->error)
		fail(c, c->to->error);
}

static void write_note(struct compaction *c)
{
	char text[100];
	snprintf(text, sizeof text, "compacted from %lu to %lu clock points",
	         (unsigned long)c->plan.n, (unsigned long)plan_kept(&c->plan));
	recording_note(c->to, NOTE_COMPACTED, c->time_us, text);
}

static bool too_small(const struct recording *recording)
{
	return recording_length(recording) > recording->max_size - recording->max_size / 8;
}

static void write_copy(struct compaction *c, const char *path)
{
	const struct recording *from = c->from;
	int error = 0;
	c->to = recording_open(path, from->max_size, &from->header, from->generation + 1, &error);
	if (!c->to) {
		fail(c, error);
		return;
	}
	c->next_point = 0;
	c->now = 0;
	visit_records(c, copy_record);
	write_rows(c);
	write_note(c);
	if (too_small(c->to)) {
		recording_note(c->to, NOTE_ENDED_EARLY, c->time_us,
		               "the file has reached max-size");
		recording_end(c->to, END_FAILED, c->time_us);
	}
	recording_flush(c->to);
	if (c->to->error)
		fail(c, c->to->error);
}

/* Bytes of rows and clock points. */
static uint64_t counted(const struct recording *recording)
{
	return recording_length(recording) - recording->descriptions;
}

/* Merges until what is counted takes about half of its share, a quarter of the cap, or nothing more
 * is left to merge. A round can at best halve it, which tells how many are needed at least; only a
 * copy that has become clearly longer is made again. */
static void merge_and_copy(struct compaction *c, const char *path)
{
	uint64_t aim = c->from->max_size / 8;
	uint64_t expected = counted(c->from);
	bool more;
	do {
		more = plan_merge(&c->plan);
		expected /= 2;
	} while (more && expected > aim);
	write_copy(c, path);
	while (!c->error && counted(c->to) > aim + aim / 2 && plan_merge(&c->plan)) {
		recording_discard(c->to);
		c->to = NULL;
		write_copy(c, path);
	}
}

/* Lets the copy take the place of the recording. */
static void replace(struct compaction *c, const char *path)
{
	struct recording *from = c->from, *to = c->to;
	int error = platform_file_rename(path, from->path);
	if (error) {
		fail(c, error);
		return;
	}
	platform_file_close(&from->file);
	from->file = to->file;
	to->file.handle = -1;
	from->generation = to->generation;
	from->written = to->written;
	from->descriptions += to->descriptions - c->descriptions_before;
	from->clock_points = to->clock_points;
	from->ended = to->ended;
	/* What cannot be merged further must not be compacted again and again. */
	uint64_t later = from->written + (from->max_size - from->written) / 4;
	from->compact_at = from->max_size / 2 > later ? from->max_size / 2 : later;
	if (from->compact_at_points < 2 * from->clock_points)
		from->compact_at_points = 2 * from->clock_points;
	if (from->ended)
		fail(c, RECORDING_TOO_SMALL);
}

static void compact(struct compaction *c, const char *path)
{
	visit_records(c, plan_clock);
	c->checked = true;
	if (!plan_ready(&c->plan))
		fail(c, RECORDING_NO_MEMORY);
	if (!c->error)
		merge_and_copy(c, path);
	if (!c->error)
		replace(c, path);
	if (!c->to)
		return;
	bool unused = c->to->file.handle != -1;
	recording_discard(c->to);
	if (unused)
		platform_file_remove(path);
}

void recording_compact(struct recording *recording, uint64_t time_us, void (*breathe_now)(void *),
                       void *context)
{
	char path[PLATFORM_PATH_MAX];
	recording_flush(recording);
	if (recording->error || recording->ended)
		return;
	struct compaction c = {.from = recording,
	                       .time_us = time_us,
	                       .breathe = breathe_now,
	                       .context = context,
	                       .descriptions_before = recording->descriptions};
	recording->compacting = true;
	c.payload = malloc(FORMAT_CHUNK_MAX);
	if (!c.payload || !rows_init(&c.rows))
		fail(&c, RECORDING_NO_MEMORY);
	else if (!recording_copy_path(recording->path, path))
		fail(&c, RECORDING_TOO_SMALL);
	budget_force(FORMAT_CHUNK_MAX);
	if (!c.error)
		compact(&c, path);
	budget_give(FORMAT_CHUNK_MAX);
	free(c.payload);
	rows_free(&c.rows);
	plan_free(&c.plan);
	recording->compacting = false;
	if (c.error)
		recording_fail(recording, c.error);
}
