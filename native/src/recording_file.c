// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "recording_file.h"

#include <stdio.h>
#include <stdlib.h>

#include "budget.h"

/* A chunk is written when it is so long, well below FORMAT_CHUNK_MAX: the buffer is memory of the
 * target. */
#define CHUNK_USUAL ((size_t)262144)
/* More clock points than this are compacted even when the file is small: a reader holds them
 * all. */
#define CLOCK_POINTS_USUAL 262144u

bool recording_copy_path(const char *path, char copy[PLATFORM_PATH_MAX])
{
	int n = snprintf(copy, PLATFORM_PATH_MAX, "%s.compact", path);
	return n > 0 && n < PLATFORM_PATH_MAX;
}

void recording_fail(struct recording *recording, int code)
{
	if (!recording->error)
		recording->error = code;
}

static void append(struct recording *recording, const void *data, size_t n)
{
	int error = platform_file_append(&recording->file, data, n);
	if (error)
		recording_fail(recording, error);
	else
		recording->written += n;
}

static void write_header(struct recording *recording)
{
	struct bytes *body = recording_body(recording);
	bytes_put(body, FORMAT_MAGIC, 8);
	bytes_put_u16(body, FORMAT_MAJOR);
	bytes_put_u16(body, FORMAT_MINOR);
	bytes_put_u32(body, FORMAT_HEADER_LENGTH);
	bytes_put_u64(body, recording->header.wall_us);
	bytes_put_u64(body, recording->header.pid);
	bytes_put_u64(body, recording->header.session_id);
	bytes_put_u32(body, recording->generation);
	bytes_put(body, (const uint8_t[16]){0}, 16);
	bytes_put_u32(body, bytes_crc32(0, body->data, body->failed ? 0 : body->length));
	if (body->failed)
		recording_fail(recording, RECORDING_NO_MEMORY);
	else
		append(recording, body->data, body->length);
}

static void begin_chunk(struct recording *recording)
{
	bytes_clear(&recording->chunk);
	bytes_put_u64(&recording->chunk, 0);
}

struct recording *recording_open(const char *path, uint64_t max_size,
                                 const struct recording_header *header, uint32_t generation,
                                 int *error)
{
	struct recording *recording = calloc(1, sizeof *recording);
	if (!recording) {
		*error = RECORDING_NO_MEMORY;
		return NULL;
	}
	budget_force(sizeof *recording);
	snprintf(recording->path, sizeof recording->path, "%s", path);
	recording->header = *header;
	recording->generation = generation;
	recording->max_size = max_size;
	recording->compact_at = max_size / 2;
	recording->compact_at_points = CLOCK_POINTS_USUAL;
	recording->file.handle = -1;
	recording->error = platform_file_create(&recording->file, path);
	if (!recording->error) {
		begin_chunk(recording);
		write_header(recording);
	}
	*error = recording->error;
	if (!recording->error)
		return recording;
	recording_discard(recording);
	return NULL;
}

void recording_discard(struct recording *recording)
{
	if (recording->file.handle != -1)
		platform_file_close(&recording->file);
	bytes_free(&recording->chunk);
	bytes_free(&recording->body);
	free(recording);
	budget_give(sizeof *recording);
}

struct bytes *recording_body(struct recording *recording)
{
	bytes_clear(&recording->body);
	return &recording->body;
}

static size_t varint_length(uint64_t value)
{
	size_t n = 1;
	while (value >>= 7)
		n++;
	return n;
}

void recording_copy(struct recording *recording, uint64_t type, const uint8_t *body, size_t n)
{
	if (recording->error || recording->ended)
		return;
	struct bytes *chunk = &recording->chunk;
	size_t length = varint_length(type) + varint_length(n) + n;
	if (chunk->length + length > FORMAT_CHUNK_HEADER_LENGTH + CHUNK_USUAL)
		recording_flush(recording);
	bytes_put_varint(chunk, type);
	bytes_put_varint(chunk, n);
	bytes_put(chunk, body, n);
	if (chunk->failed || length > FORMAT_CHUNK_MAX)
		recording_fail(recording, RECORDING_NO_MEMORY);
	recording->ended = type == RECORD_END;
	recording->clock_points += type == RECORD_CLOCK;
	if (type != RECORD_ROWS && type != RECORD_CLOCK)
		recording->descriptions += length;
}

void recording_put(struct recording *recording, enum format_record type)
{
	if (recording->body.failed)
		recording_fail(recording, RECORDING_NO_MEMORY);
	recording_copy(recording, type, recording->body.data, recording->body.length);
}

static void put_u32_at(uint8_t *to, uint32_t value)
{
	for (int i = 0; i < 4; i++)
		to[i] = (uint8_t)(value >> (8 * i));
}

void recording_flush(struct recording *recording)
{
	struct bytes *chunk = &recording->chunk;
	if (recording->error || recording->compacting ||
	    chunk->length <= FORMAT_CHUNK_HEADER_LENGTH)
		return;
	size_t payload = chunk->length - FORMAT_CHUNK_HEADER_LENGTH;
	put_u32_at(chunk->data, (uint32_t)payload);
	uint32_t crc = bytes_crc32(0, chunk->data, 4);
	crc = bytes_crc32(crc, chunk->data + FORMAT_CHUNK_HEADER_LENGTH, payload);
	put_u32_at(chunk->data + 4, crc);
	append(recording, chunk->data, chunk->length);
	begin_chunk(recording);
}

bool recording_has_room(const struct recording *recording)
{
	return !recording->compacting || recording->chunk.length < FORMAT_CHUNK_MAX / 2;
}

uint64_t recording_length(const struct recording *recording)
{
	size_t buffered = recording->chunk.length;
	return recording->written + (buffered > FORMAT_CHUNK_HEADER_LENGTH ? buffered : 0);
}

void recording_close(struct recording *recording)
{
	if (!recording)
		return;
	recording_flush(recording);
	recording_discard(recording);
}
