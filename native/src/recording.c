// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "recording.h"

#include <stdio.h>
#include <string.h>

#include "recording_file.h"

/* The class file format knows no longer name; a longer command line is cut. */
#define TEXT_MAX      ((size_t)65535)
#define ROWS_BODY_MAX ((size_t)32768)

static size_t cut(const char *text, size_t n)
{
	if (n <= TEXT_MAX)
		return n;
	n = TEXT_MAX;
	while (n > 0 && ((uint8_t)text[n] & 0xc0) == 0x80)
		n--;
	return n;
}

static void put_text(struct bytes *body, const char *text)
{
	size_t n = cut(text, strlen(text));
	bytes_put_varint(body, n);
	bytes_put(body, text, n);
}

static void put_session(struct recording *recording, const struct recording_session *session)
{
	struct bytes *body = recording_body(recording);
	put_text(body, session->version);
	bytes_put_varint(body, session->door);
	bytes_put_varint(body, session->lambda);
	bytes_put_varint(body, session->depth);
	bytes_put_varint(body, session->liveness);
	bytes_put_varint(body, session->older_threads);
	bytes_put_varint(body, session->collector);
	put_text(body, session->vm_name);
	put_text(body, session->vm_version);
	bytes_put_varint(body, session->java_version);
	put_text(body, session->command);
	put_text(body, session->host);
	put_text(body, session->options);
	bytes_put_counter(body, session->max_heap);
	bytes_put_varint(body, session->max_memory);
	bytes_put_varint(body, session->max_size);
	bytes_put_varint(body, session->threads);
	bytes_put_varint(body, session->final_collection);
	bytes_put_varint(body, session->pace);
	bytes_put_varint(body, session->budget);
	recording_put(recording, RECORD_SESSION);
}

struct recording *recording_create(const char *path, uint64_t max_size,
                                   const struct recording_header *header,
                                   const struct recording_session *session, int *error)
{
	char copy[PLATFORM_PATH_MAX];
	if (recording_copy_path(path, copy) && platform_file_exists(copy))
		platform_file_remove(copy);
	struct recording *recording = recording_open(path, max_size, header, 0, error);
	if (!recording)
		return NULL;
	put_session(recording, session);
	recording_flush(recording);
	*error = recording->error;
	if (!recording->error)
		return recording;
	recording_discard(recording);
	return NULL;
}

static void put_numbers(struct recording *recording, enum format_record type,
                        const uint64_t *numbers, size_t n)
{
	struct bytes *body = recording_body(recording);
	for (size_t i = 0; i < n; i++)
		bytes_put_varint(body, numbers[i]);
	recording_put(recording, type);
}

#define PUT_NUMBERS(recording, type, ...)                                                          \
	put_numbers(recording, type, (const uint64_t[]){__VA_ARGS__},                              \
	            sizeof(const uint64_t[]){__VA_ARGS__} / sizeof(uint64_t))

void recording_interval(struct recording *recording, uint32_t id, uint64_t lambda, uint32_t k)
{
	PUT_NUMBERS(recording, RECORD_INTERVAL, id, lambda, k);
}

void recording_string(struct recording *recording, uint32_t id, const char *text, uint32_t length)
{
	struct bytes *body = recording_body(recording);
	bytes_put_varint(body, id);
	bytes_put(body, text, cut(text, length));
	recording_put(recording, RECORD_STRING);
}

void recording_method(struct recording *recording, uint32_t id, uint32_t class_name, uint32_t name,
                      uint32_t descriptor, uint32_t source, uint32_t flags)
{
	PUT_NUMBERS(recording, RECORD_METHOD, id, class_name, name, descriptor, source, flags);
}

void recording_class(struct recording *recording, uint32_t id, uint32_t name)
{
	PUT_NUMBERS(recording, RECORD_CLASS, id, name);
}

void recording_stack(struct recording *recording, uint32_t id, uint32_t flags,
                     const struct recording_frame *frames, uint32_t n)
{
	struct bytes *body = recording_body(recording);
	bytes_put_varint(body, id);
	bytes_put_varint(body, flags);
	bytes_put_varint(body, n);
	for (uint32_t i = 0; i < n; i++) {
		bytes_put_varint(body, frames[i].method);
		bytes_put_svarint(body, frames[i].line);
	}
	recording_put(recording, RECORD_STACK);
}

void recording_scope(struct recording *recording, uint32_t id, uint32_t parent, uint32_t kind,
                     uint32_t name)
{
	PUT_NUMBERS(recording, RECORD_SCOPE, id, parent, kind, name);
}

void recording_context(struct recording *recording, uint32_t id, uint32_t scope, uint32_t thread,
                       uint32_t ad_hoc)
{
	PUT_NUMBERS(recording, RECORD_CONTEXT, id, scope, thread, ad_hoc);
}

void recording_site(struct recording *recording, uint32_t id, uint32_t stack, uint32_t class_id,
                    uint32_t size_class, uint32_t interval, uint32_t context, uint32_t unit)
{
	PUT_NUMBERS(recording, RECORD_SITE, id, stack, class_id, size_class, interval, context,
	            unit);
}

static void put_pair(struct bytes *body, uint64_t blocks, uint64_t bytes)
{
	if (blocks) {
		bytes_put_varint(body, blocks);
		bytes_put_varint(body, bytes);
	}
}

static void put_row(struct bytes *body, uint32_t now, const struct recording_row *row)
{
	uint64_t mask = (row->tracked_blocks ? ROW_TRACKED : 0) |
	                (row->untracked_blocks ? ROW_UNTRACKED : 0) |
	                (row->died_blocks ? ROW_DIED : 0);
	if (mask == 0)
		return;
	bytes_put_varint(body, (uint64_t)row->site << ROW_MASK_BITS | mask);
	bytes_put_varint(body, now - row->birth);
	put_pair(body, row->tracked_blocks, row->tracked_bytes);
	put_pair(body, row->untracked_blocks, row->untracked_bytes);
	put_pair(body, row->died_blocks, row->died_bytes);
}

void recording_rows(struct recording *recording, uint32_t now, const struct recording_row *rows,
                    uint32_t n)
{
	for (uint32_t i = 0; i < n && !recording->error;) {
		struct bytes *body = recording_body(recording);
		bytes_put_varint(body, now);
		size_t empty = body->length;
		while (i < n && body->length < ROWS_BODY_MAX && !body->failed)
			put_row(body, now, &rows[i++]);
		if (body->length > empty || body->failed)
			recording_put(recording, RECORD_ROWS);
	}
}

/* Up to the last one that is known; those of the first version of the format are always there. */
static int counters_to_write(const uint64_t *counters)
{
	int n = COUNTERS;
	while (n > COUNTER_DIRECT + 1 && counters[n - 1] == COUNTER_UNKNOWN)
		n--;
	return n;
}

void recording_clock(struct recording *recording, const struct recording_clock *clock)
{
	struct bytes *body = recording_body(recording);
	int counters = counters_to_write(clock->counters);
	bytes_put_varint(body, clock->first);
	bytes_put_varint(body, clock->last - clock->first);
	bytes_put_varint(body, clock->kind);
	bytes_put_varint(body, clock->reason);
	bytes_put_varint(body, clock->flags);
	bytes_put_varint(body, clock->time_us);
	bytes_put_varint(body, clock->live_limit);
	bytes_put_varint(body, (uint64_t)counters);
	for (int i = 0; i < counters; i++)
		bytes_put_counter(body, clock->counters[i]);
	recording_put(recording, RECORD_CLOCK);
}

void recording_mark(struct recording *recording, uint32_t epoch, uint32_t name)
{
	PUT_NUMBERS(recording, RECORD_MARK, epoch, name);
}

void recording_window(struct recording *recording, uint32_t id, uint32_t scope, uint32_t opening,
                      uint32_t closing, uint32_t flags)
{
	PUT_NUMBERS(recording, RECORD_WINDOW, id, scope, opening, closing, flags);
}

void recording_note(struct recording *recording, enum format_note code, uint64_t time_us,
                    const char *text)
{
	struct bytes *body = recording_body(recording);
	bytes_put_varint(body, code);
	bytes_put_varint(body, time_us);
	put_text(body, text);
	recording_put(recording, RECORD_NOTE);
}

void recording_end(struct recording *recording, enum format_end reason, uint64_t time_us)
{
	PUT_NUMBERS(recording, RECORD_END, reason, time_us);
}

uint64_t recording_description_length(const struct recording *recording)
{
	return recording->descriptions;
}

bool recording_descriptions_full(const struct recording *recording)
{
	return recording->descriptions > recording->max_size / 4;
}

void recording_keep(struct recording *recording, uint32_t largest_live, uint32_t largest_occupied)
{
	recording->keep_live = largest_live;
	recording->keep_occupied = largest_occupied;
}

bool recording_wants_compaction(const struct recording *recording)
{
	return !recording->error && !recording->ended &&
	       (recording_length(recording) > recording->compact_at ||
	        recording->clock_points > recording->compact_at_points);
}

int recording_error(const struct recording *recording)
{
	return recording->error;
}

const char *recording_error_text(int code, char *text, size_t n)
{
	const char *own = code == RECORDING_TOO_SMALL   ? "the file has reached max-size"
	                  : code == RECORDING_NO_MEMORY ? "out of memory"
	                  : code == RECORDING_CHANGED   ? "another program has changed the file"
	                                                : NULL;
	if (!own)
		return platform_error_text(code, text, n);
	snprintf(text, n, "%s", own);
	return text;
}

const char *recording_path(const struct recording *recording)
{
	return recording->path;
}
