// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* The code under test, with a death before, within or after each change of a file. It comes before
 * cmocka, whose macros take short names. */
#include "platform/platform.h"
static int killing_create(struct platform_file *file, const char *path);
static int killing_append(struct platform_file *file, const void *bytes, size_t n);
static int killing_rename(const char *from, const char *to);
#define platform_file_create killing_create
#define platform_file_append killing_append
#define platform_file_rename killing_rename
#include "../src/recording_file.c"
#include "../src/compact.c"
#undef platform_file_create
#undef platform_file_append
#undef platform_file_rename

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "golden.h"
#include "random_recording.h"
#include "reader.h"

#define PATH "compact_test.jdhat"

static long steps_to_death = -1;
static int append_error;

static bool dies_here(void)
{
	return steps_to_death >= 0 && steps_to_death-- == 0;
}

static int killing_create(struct platform_file *file, const char *path)
{
	if (dies_here())
		_exit(0);
	int error = platform_file_create(file, path);
	if (dies_here())
		_exit(0);
	return error;
}

static int killing_append(struct platform_file *file, const void *bytes, size_t n)
{
	if (append_error)
		return append_error;
	if (dies_here())
		_exit(0);
	if (dies_here()) {
		platform_file_append(file, bytes, n / 2);
		_exit(0);
	}
	int error = platform_file_append(file, bytes, n);
	if (dies_here())
		_exit(0);
	return error;
}

static int killing_rename(const char *from, const char *to)
{
	if (dies_here())
		_exit(0);
	int error = platform_file_rename(from, to);
	if (dies_here())
		_exit(0);
	return error;
}

static struct reader *read_good(void)
{
	struct reader *reader = reader_open(PATH);
	assert_non_null(reader);
	if (reader->broken)
		fail_msg("%s", reader->broken);
	assert_true(reader->good);
	assert_true(reader->session_id == golden_header.session_id);
	return reader;
}

static const struct reader_point *point_that_closes(const struct reader *reader, uint32_t last)
{
	for (uint32_t i = 0; i < reader->points; i++)
		if (reader->point[i].last == last)
			return &reader->point[i];
	return NULL;
}

static void assert_same_totals(const struct reader *before, const struct reader *after)
{
	for (uint32_t site = 0; site < READER_SITES; site++) {
		struct reader_sum a = reader_total(before, site), b = reader_total(after, site);
		assert_memory_equal(&a, &b, sizeof a);
	}
}

/* What stays of a recording is as true as it was. */
static void assert_same_points(const struct reader *before, const struct reader *after)
{
	for (uint32_t i = 0; i < after->points; i++) {
		const struct reader_point *b = &after->point[i];
		const struct reader_point *a = point_that_closes(before, b->last);
		assert_non_null(a);
		assert_memory_equal(a->sum, b->sum, sizeof a->sum);
		assert_int_equal(0, b->flags & ~a->flags);
		if (!(b->flags & CLOCK_LIVE))
			continue;
		assert_int_equal(a->limit, b->limit);
		assert_memory_equal(a->live_blocks, b->live_blocks, sizeof a->live_blocks);
		assert_memory_equal(a->live_bytes, b->live_bytes, sizeof a->live_bytes);
	}
	for (uint32_t i = 0; i < before->points; i++) {
		const struct reader_point *a = &before->point[i];
		if ((a->flags & CLOCK_PINNED) || i == 0 || i == before->points - 1) {
			const struct reader_point *b = point_that_closes(after, a->last);
			assert_non_null(b);
			assert_int_equal(a->flags, b->flags);
		}
	}
}

/* Every birth of a merged range is named by its last epoch, and nothing got into another range. */
static void assert_same_ranges(const struct reader *before, const struct reader *after)
{
	for (uint32_t i = 0; i < after->points; i++) {
		const struct reader_point *b = &after->point[i];
		bool merged = point_that_closes(before, b->last)->first != b->first;
		for (uint32_t site = 0; site < READER_SITES; site++) {
			struct reader_sum x = {{0}}, y = {{0}};
			for (uint32_t birth = b->first; birth <= b->last; birth++) {
				for (int j = 0; j < 6; j++) {
					x.of[j] += before->sum[site][birth].of[j];
					y.of[j] += after->sum[site][birth].of[j];
					if (merged && birth < b->last)
						assert_int_equal(0, after->sum[site][birth].of[j]);
				}
			}
			assert_memory_equal(&x, &y, sizeof x);
		}
	}
}

static void assert_compacted(const struct reader *before, const struct reader *after)
{
	assert_int_equal(before->generation + 1, after->generation);
	assert_same_totals(before, after);
	assert_same_points(before, after);
	assert_same_ranges(before, after);
	for (int type = 0; type < READER_KINDS; type++)
		if (type != RECORD_ROWS && type != RECORD_CLOCK && type != RECORD_NOTE)
			assert_int_equal(before->records[type], after->records[type]);
	assert_int_equal(before->records[RECORD_NOTE] + 1, after->records[RECORD_NOTE]);
}

static void count_breath(void *context)
{
	++*(uint32_t *)context;
}

static void random_recordings_stay_true(void **state)
{
	(void)state;
	for (uint64_t seed = 1; seed <= 30; seed++) {
		uint32_t breaths = 0;
		struct recording *recording =
		        random_recording(PATH, seed, 20 + (uint32_t)(seed * 7) % 300);
		recording_flush(recording);
		for (int round = 0; round < 3; round++) {
			struct reader *before = read_good();
			uint64_t length = recording_length(recording);
			recording_compact(recording, 77, count_breath, &breaths);
			assert_int_equal(0, recording_error(recording));
			struct reader *after = read_good();
			assert_compacted(before, after);
			assert_true(after->points < before->points || round > 0);
			assert_true(recording_length(recording) < length || round > 0);
			reader_free(before);
			reader_free(after);
		}
		assert_false(platform_file_exists(PATH ".compact"));
		recording_close(recording);
	}
	remove(PATH);
}

static void it_goes_on_after_a_compaction(void **state)
{
	(void)state;
	struct recording *recording = random_recording(PATH, 5, 100);
	recording_compact(recording, 1, NULL, NULL);
	struct reader *before = read_good();
	GOLDEN_ROWS(recording, 101, {1, 101, 3, 300, 0, 0, 0, 0});
	recording_end(recording, END_STOPPED, 9);
	recording_close(recording);
	struct reader *after = read_good();
	assert_true(after->ended);
	assert_int_equal(1, after->generation);
	assert_int_equal(before->points, after->points);
	assert_int_equal(reader_total(before, 1).of[0] + 3, reader_total(after, 1).of[0]);
	reader_free(before);
	reader_free(after);
	remove(PATH);
}

struct writer {
	struct recording *recording;
	uint32_t put;
};

static void put_string(void *context)
{
	struct writer *writer = context;
	if (recording_has_room(writer->recording))
		recording_string(writer->recording, 60000 + writer->put++, "meanwhile", 9);
}

static void what_is_put_meanwhile_is_not_lost(void **state)
{
	(void)state;
	struct recording *recording = random_recording(PATH, 9, 300);
	struct writer writer = {recording, 0};
	recording_flush(recording);
	struct reader *before = read_good();
	uint64_t descriptions = recording_description_length(recording);
	recording_compact(recording, 1, put_string, &writer);
	assert_int_equal(0, recording_error(recording));
	assert_true(writer.put > 0);
	assert_true(recording_description_length(recording) >= descriptions + writer.put * 9);
	recording_close(recording);
	struct reader *after = read_good();
	assert_int_equal(before->records[RECORD_STRING] + writer.put,
	                 after->records[RECORD_STRING]);
	reader_free(before);
	reader_free(after);
	remove(PATH);
}

static void largest_points_are_kept(void **state)
{
	(void)state;
	struct recording *recording = random_recording(PATH, 8, 200);
	recording_flush(recording);
	struct reader *before = read_good();
	uint32_t live = 0;
	for (uint32_t i = 10; !live; i++)
		if ((before->point[i].flags & (CLOCK_LIVE | CLOCK_PINNED)) == CLOCK_LIVE)
			live = before->point[i].last;
	uint32_t occupied = before->point[40].last;
	recording_keep(recording, live, occupied);
	for (int round = 0; round < 4; round++)
		recording_compact(recording, 1, NULL, NULL);
	struct reader *after = read_good();
	assert_non_null(point_that_closes(after, occupied));
	assert_non_null(point_that_closes(after, live));
	assert_true(point_that_closes(after, live)->flags & CLOCK_LIVE);
	assert_same_points(before, after);
	reader_free(before);
	reader_free(after);
	recording_close(recording);
	remove(PATH);
}

/* Runs a compaction in a process that dies at step n; true when it was over before. */
static bool compact_until_death(long n)
{
	pid_t child = fork();
	assert_int_not_equal(-1, child);
	if (child == 0) {
		struct recording *recording = random_recording(PATH, 3, 150);
		recording_flush(recording);
		steps_to_death = n;
		recording_compact(recording, 1, NULL, NULL);
		_exit(recording_error(recording) ? 2 : 1);
	}
	int status;
	assert_int_equal(child, waitpid(child, &status, 0));
	assert_true(WIFEXITED(status));
	assert_in_range(WEXITSTATUS(status), 0, 1);
	return WEXITSTATUS(status) == 1;
}

static void death_at_every_step_leaves_a_whole_recording(void **state)
{
	(void)state;
	struct recording *recording = random_recording(PATH, 3, 150);
	recording_close(recording);
	struct reader *before = read_good();
	long steps = 0, replaced = 0;
	for (bool over = false; !over; steps++) {
		over = compact_until_death(steps);
		struct reader *after = read_good();
		if (after->generation == 0) {
			assert_int_equal(0, replaced);
			assert_int_equal(before->points, after->points);
			assert_same_totals(before, after);
		} else {
			replaced++;
			assert_compacted(before, after);
		}
		reader_free(after);
	}
	assert_true(steps > 8);
	assert_int_equal(2, replaced);
	reader_free(before);
	remove(PATH);
	remove(PATH ".compact");
}

static void a_failed_copy_leaves_the_original(void **state)
{
	(void)state;
	struct recording *recording = random_recording(PATH, 4, 100);
	recording_flush(recording);
	struct reader *before = read_good();
	append_error = 28;
	recording_compact(recording, 1, NULL, NULL);
	append_error = 0;
	assert_int_equal(28, recording_error(recording));
	recording_note(recording, NOTE_LOST, 1, "never written");
	recording_close(recording);
	struct reader *after = read_good();
	assert_int_equal(0, after->generation);
	assert_int_equal(before->points, after->points);
	assert_int_equal(0, after->records[RECORD_NOTE]);
	reader_free(before);
	reader_free(after);
	remove(PATH);
	remove(PATH ".compact");
}

static void a_changed_file_is_noticed(void **state)
{
	(void)state;
	struct recording *recording = random_recording(PATH, 4, 100);
	recording_flush(recording);
	FILE *file = fopen(PATH, "r+b");
	assert_non_null(file);
	fseek(file, 3000, SEEK_SET);
	fwrite("changed", 7, 1, file);
	fclose(file);
	recording_compact(recording, 1, NULL, NULL);
	assert_int_equal(RECORDING_CHANGED, recording_error(recording));
	assert_false(platform_file_exists(PATH ".compact"));
	recording_close(recording);
	remove(PATH);
}

/* What cannot be merged ends the recording when the cap is reached, and not before. */
static void only_pinned_points(void **state)
{
	(void)state;
	int error;
	struct recording *recording =
	        recording_create(PATH, 1 << 16, &golden_header, &golden_session, &error);
	assert_non_null(recording);
	uint32_t epoch = 0, compactions = 0;
	while (!recording_error(recording)) {
		epoch++;
		GOLDEN_ROWS(recording, epoch, {1 + epoch % 9, epoch, 3, 300, 0, 0, 0, 0});
		struct recording_clock clock = {
		        .first = epoch, .last = epoch, .flags = CLOCK_PINNED};
		recording_clock(recording, &clock);
		if (recording_wants_compaction(recording)) {
			recording_compact(recording, epoch, NULL, NULL);
			compactions++;
		}
		assert_true(recording_length(recording) < 1 << 16);
	}
	assert_int_equal(RECORDING_TOO_SMALL, recording_error(recording));
	assert_true(recording_length(recording) > 1 << 15);
	assert_in_range(compactions, 2, 8);
	recording_close(recording);
	struct reader *reader = read_good();
	assert_true(reader->ended);
	assert_int_equal(epoch, reader->points);
	reader_free(reader);
	remove(PATH);
}

static void a_long_run_stays_under_its_cap(void **state)
{
	(void)state;
	int error;
	struct recording *recording =
	        recording_create(PATH, 1 << 17, &golden_header, &golden_session, &error);
	assert_non_null(recording);
	for (uint32_t epoch = 1; epoch < READER_EPOCHS - 1; epoch++) {
		for (uint32_t site = 1; site < 40; site++)
			GOLDEN_ROWS(recording, epoch, {site, epoch, 3, 300, 0, 0, 0, 0});
		struct recording_clock clock = {.first = epoch, .last = epoch, .kind = CLOCK_TICK};
		recording_clock(recording, &clock);
		if (recording_wants_compaction(recording))
			recording_compact(recording, epoch, NULL, NULL);
		assert_int_equal(0, recording_error(recording));
		assert_true(recording_length(recording) < (1 << 16) + 2000);
	}
	recording_close(recording);
	struct reader *reader = read_good();
	assert_int_equal(3 * (READER_EPOCHS - 2), reader_total(reader, 7).of[0]);
	assert_true(reader->generation > 1);
	reader_free(reader);
	remove(PATH);
}

int main(void)
{
	uint64_t before = budget_used();
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(random_recordings_stay_true),
	        cmocka_unit_test(it_goes_on_after_a_compaction),
	        cmocka_unit_test(what_is_put_meanwhile_is_not_lost),
	        cmocka_unit_test(largest_points_are_kept),
	        cmocka_unit_test(death_at_every_step_leaves_a_whole_recording),
	        cmocka_unit_test(a_failed_copy_leaves_the_original),
	        cmocka_unit_test(a_changed_file_is_noticed),
	        cmocka_unit_test(only_pinned_points),
	        cmocka_unit_test(a_long_run_stays_under_its_cap),
	};
	int failed = cmocka_run_group_tests(tests, NULL, NULL);
	return budget_used() == before ? failed : 1;
}
