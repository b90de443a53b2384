// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* With JDHAT_REGENERATE=1 in the environment the files of tests/recordings/v1 are made anew; that
 * is a change of the format, and belongs into its list of changes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "budget.h"
#include "golden.h"

#define FOLDER PROJECT_FOLDER "/tests/recordings/v1/"

static char path[] = "recording_test.jdhat";

static uint8_t *read_file(const char *name, size_t *n)
{
	FILE *file = fopen(name, "rb");
	assert_non_null(file);
	fseek(file, 0, SEEK_END);
	*n = (size_t)ftell(file);
	rewind(file);
	uint8_t *data = malloc(*n + 1);
	assert_non_null(data);
	assert_int_equal(*n, fread(data, 1, *n, file));
	fclose(file);
	return data;
}

static void write_file(const char *name, const uint8_t *data, size_t n)
{
	FILE *file = fopen(name, "wb");
	assert_non_null(file);
	assert_int_equal(n, fwrite(data, 1, n, file));
	assert_int_equal(0, fclose(file));
}

static uint32_t u32_at(const uint8_t *data)
{
	return data[0] | (uint32_t)data[1] << 8 | (uint32_t)data[2] << 16 | (uint32_t)data[3] << 24;
}

static struct recording *create(uint64_t max_size)
{
	int error = -1;
	struct recording *recording =
	        recording_create(path, max_size, &golden_header, &golden_session, &error);
	assert_non_null(recording);
	assert_int_equal(0, error);
	return recording;
}

static uint8_t *make_golden(size_t *n)
{
	struct recording *recording = create(1 << 20);
	golden_write(recording);
	assert_int_equal(0, recording_error(recording));
	recording_close(recording);
	return read_file(path, n);
}

/* Offsets of the chunks; returns their number. */
static size_t chunks_of(const uint8_t *data, size_t n, size_t *offsets, size_t room)
{
	size_t count = 0;
	size_t at = FORMAT_HEADER_LENGTH;
	for (; at < n; at += FORMAT_CHUNK_HEADER_LENGTH + u32_at(data + at)) {
		assert_true(count < room);
		offsets[count++] = at;
	}
	assert_int_equal(n, at);
	return count;
}

static void change(const char *name, const uint8_t *golden, size_t n, size_t at)
{
	uint8_t *data = malloc(n);
	memcpy(data, golden, n);
	data[at] ^= 0xff;
	write_file(name, data, n);
	free(data);
}

static void write_newer(const uint8_t *golden, size_t n)
{
	uint8_t *data = malloc(n);
	memcpy(data, golden, n);
	data[8] = 2;
	uint32_t crc = bytes_crc32(0, data, 60);
	for (int i = 0; i < 4; i++)
		data[60 + i] = (uint8_t)(crc >> (8 * i));
	write_file(FOLDER "newer.jdhat", data, n);
	free(data);
}

static void regenerate(const uint8_t *golden, size_t n)
{
	size_t chunks[64];
	size_t count = chunks_of(golden, n, chunks, 64);
	write_file(FOLDER "golden.jdhat", golden, n);
	/* The chunk of epoch 9's clock point, the fourth from the end, is cut in its middle. */
	size_t cut = chunks[count - 4];
	write_file(FOLDER "truncated.jdhat", golden, cut + 8 + u32_at(golden + cut) / 2);
	change(FOLDER "torn-block.jdhat", golden, n, n - 1);
	change(FOLDER "corrupt-header.jdhat", golden, n, 20);
	change(FOLDER "corrupt-inside.jdhat", golden, n, chunks[4] + 12);
	write_newer(golden, n);
	write_file(FOLDER "empty.jdhat", golden, 0);
}

static void golden_is_reproduced(void **state)
{
	(void)state;
	size_t n, expected_n;
	uint8_t *golden = make_golden(&n);
	if (getenv("JDHAT_REGENERATE"))
		regenerate(golden, n);
	uint8_t *expected = read_file(FOLDER "golden.jdhat", &expected_n);
	assert_int_equal(expected_n, n);
	assert_memory_equal(expected, golden, n);
	free(expected);
	free(golden);
	remove(path);
}

static void chunks_carry_their_crc(void **state)
{
	(void)state;
	size_t n, chunks[64];
	uint8_t *data = make_golden(&n);
	assert_int_equal(u32_at(data + 60), bytes_crc32(0, data, 60));
	size_t count = chunks_of(data, n, chunks, 64);
	for (size_t i = 0; i < count; i++) {
		uint32_t crc = bytes_crc32(0, data + chunks[i], 4);
		crc = bytes_crc32(crc, data + chunks[i] + 8, u32_at(data + chunks[i]));
		assert_int_equal(u32_at(data + chunks[i] + 4), crc);
	}
	free(data);
	remove(path);
}

static void session_is_in_the_file_at_once(void **state)
{
	(void)state;
	struct recording *recording = create(1 << 20);
	size_t n, chunks[2];
	uint8_t *data = read_file(path, &n);
	assert_int_equal(recording_length(recording), n);
	assert_int_equal(1, chunks_of(data, n, chunks, 2));
	assert_int_equal(RECORD_SESSION, data[72]);
	assert_int_equal(n - 72, recording_description_length(recording));
	free(data);
	recording_close(recording);
	remove(path);
}

static void no_recording_where_none_can_be(void **state)
{
	(void)state;
	int error = 0;
	assert_null(recording_create("no such folder/r.jdhat", 1 << 20, &golden_header,
	                             &golden_session, &error));
	assert_int_not_equal(0, error);
	char text[200];
	assert_true(strlen(recording_error_text(error, text, sizeof text)) > 0);
	assert_string_equal("the file has reached max-size",
	                    recording_error_text(RECORDING_TOO_SMALL, text, sizeof text));
}

static void stale_copy_is_removed(void **state)
{
	(void)state;
	write_file("recording_test.jdhat.compact", (const uint8_t *)"x", 1);
	recording_close(create(1 << 20));
	assert_false(platform_file_exists("recording_test.jdhat.compact"));
	remove(path);
}

static void long_texts_are_cut_between_characters(void **state)
{
	(void)state;
	size_t n = 200000;
	char *command = malloc(n + 1);
	for (size_t i = 0; i + 1 < n; i += 2)
		memcpy(command + i, "\xc3\xa9", 2);
	command[n] = 0;
	struct recording_session session = golden_session;
	session.command = command;
	int error;
	struct recording *recording =
	        recording_create(path, 1 << 20, &golden_header, &session, &error);
	assert_non_null(recording);
	assert_in_range(recording_length(recording), 65534, 65535 + 400);
	recording_string(recording, 1, command, (uint32_t)n);
	recording_flush(recording);
	size_t length, chunks[2];
	recording_close(recording);
	uint8_t *data = read_file(path, &length);
	assert_int_equal(2, chunks_of(data, length, chunks, 2));
	/* type, three bytes of length, id, and 65,534 bytes of text */
	assert_int_equal(1 + 3 + 1 + 65534, u32_at(data + chunks[1]));
	free(data);
	free(command);
	remove(path);
}

static void rows_are_split_and_empty_ones_left_out(void **state)
{
	(void)state;
	enum { N = 80000 };
	struct recording *recording = create(64 << 20);
	uint64_t descriptions = recording_description_length(recording);
	struct recording_row *rows = calloc(N, sizeof *rows);
	for (uint32_t i = 0; i < N; i++) {
		rows[i] = (struct recording_row){.site = i + 1, .birth = 1 + i % 7};
		rows[i].tracked_blocks = rows[i].tracked_bytes = i % 3;
	}
	recording_rows(recording, 9, rows, N);
	assert_int_equal(descriptions, recording_description_length(recording));
	recording_flush(recording);
	uint64_t length = recording_length(recording);
	recording_rows(recording, 9, rows, 1);
	recording_flush(recording);
	assert_int_equal(length, recording_length(recording));
	recording_close(recording);
	free(rows);
	size_t n, chunks[8];
	uint8_t *data = read_file(path, &n);
	assert_int_equal(3, chunks_of(data, n, chunks, 8));
	free(data);
	remove(path);
}

static void nothing_follows_the_end(void **state)
{
	(void)state;
	struct recording *recording = create(1 << 20);
	recording_end(recording, END_STOPPED, 5);
	recording_note(recording, NOTE_LOST, 6, "late");
	recording_flush(recording);
	assert_int_equal(64 + 8 + recording_description_length(recording) + 8,
	                 recording_length(recording));
	recording_close(recording);
	remove(path);
}

static void shares_of_the_cap(void **state)
{
	(void)state;
	struct recording *recording = create(1 << 20);
	char text[1000];
	memset(text, 'x', sizeof text);
	uint32_t id = 0;
	while (!recording_descriptions_full(recording))
		recording_string(recording, ++id, text, sizeof text);
	assert_in_range(recording_description_length(recording), (1 << 18) + 1, (1 << 18) + 1010);
	assert_false(recording_wants_compaction(recording));
	while (!recording_wants_compaction(recording))
		recording_string(recording, ++id, text, sizeof text);
	assert_in_range(recording_length(recording), (1 << 19) + 1, (1 << 19) + 1010);
	recording_close(recording);
	remove(path);
}

int main(void)
{
	uint64_t before = budget_used();
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(golden_is_reproduced),
	        cmocka_unit_test(chunks_carry_their_crc),
	        cmocka_unit_test(session_is_in_the_file_at_once),
	        cmocka_unit_test(no_recording_where_none_can_be),
	        cmocka_unit_test(stale_copy_is_removed),
	        cmocka_unit_test(long_texts_are_cut_between_characters),
	        cmocka_unit_test(rows_are_split_and_empty_ones_left_out),
	        cmocka_unit_test(nothing_follows_the_end),
	        cmocka_unit_test(shares_of_the_cap),
	};
	int failed = cmocka_run_group_tests(tests, NULL, NULL);
	return budget_used() == before ? failed : 1;
}
