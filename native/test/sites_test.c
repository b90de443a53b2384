// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "budget.h"
#include "dictionary.h"
#include "golden.h"
#include "reader.h"
#include "sites.h"

#define PATH   "sites_test.jdhat"
#define LAMBDA 1000

static char vm_methods[20000];

static int set_up(void **state)
{
	(void)state;
	budget_limit(UINT64_C(1) << 30);
	return dictionary_init() ? 0 : -1;
}

/* A stack of one frame, with a method of its own. */
static uint32_t stack_of(uint32_t number)
{
	char name[200];
	snprintf(name, sizeof name, "method%0150u", (unsigned)number);
	struct dictionary_method method = {.class_name = dictionary_string("a.B"),
	                                   .name = dictionary_string(name),
	                                   .descriptor = dictionary_string("()V")};
	struct dictionary_vm_frame frame = {&vm_methods[number], 0};
	struct recording_frame resolved = {dictionary_add_method(frame.method, &method), -1};
	return dictionary_callee(dictionary_bottom(0), dictionary_add_frame(&frame, resolved, 0));
}

static struct recording *recording;
static struct sites *sites;

static void begin(uint64_t max_size)
{
	int error;
	recording = recording_create(PATH, max_size, &golden_header, &golden_session, &error);
	assert_non_null(recording);
	dictionary_begin();
	sites = sites_new(recording);
	assert_non_null(sites);
	sites_interval(sites, 0, (struct sites_interval){0, 0});
	sites_interval(sites, 1, (struct sites_interval){LAMBDA, 2});
}

static struct reader *end(void)
{
	recording_close(recording);
	struct reader *reader = reader_open(PATH);
	assert_non_null(reader);
	if (reader->broken)
		fail_msg("%s", reader->broken);
	assert_true(reader->good);
	sites_free(sites);
	remove(PATH);
	return reader;
}

static struct inbox_record block(uint32_t stack, uint64_t size, uint32_t epoch)
{
	static int reference;
	return (struct inbox_record){.reference = &reference,
	                             .size = size,
	                             .stack = stack,
	                             .class_id = dictionary_class(dictionary_string("byte[]")),
	                             .epoch = epoch};
}

static uint32_t add(const struct inbox_record *record)
{
	uint32_t site;
	sites_add(sites, record, 1, &site);
	return site;
}

static void every_part_of_the_key_makes_a_site(void **state)
{
	(void)state;
	begin(1 << 20);
	struct inbox_record record = block(stack_of(1), 24, 1);
	uint32_t first = add(&record);
	assert_int_not_equal(0, first);
	struct inbox_record other[7];
	for (int i = 0; i < 7; i++)
		other[i] = record;
	other[0].stack = stack_of(2);
	other[1].class_id = dictionary_class(dictionary_string("int[]"));
	other[2].size = 32;
	other[3].interval = 1;
	other[4].context = dictionary_context(0, dictionary_string("main"), 0);
	other[5].unit = UNIT_AD_HOC;
	other[5].class_id = 0;
	other[5].reference = NULL;
	for (uint32_t i = 0; i < 6; i++) {
		assert_int_equal(first + 1 + i, add(&other[i]));
		assert_int_equal(first + 1 + i, add(&other[i]));
	}
	other[6].epoch = 2;
	assert_int_equal(first, add(&other[6]));
	assert_int_equal(7, sites_count(sites));
	assert_int_equal(8, sites_rows_waiting(sites));
	sites_write_rows(sites, 2);
	assert_int_equal(0, sites_rows_waiting(sites));
	struct reader *reader = end();
	assert_int_equal(7, reader->records[RECORD_SITE]);
	assert_int_equal(2, reader->records[RECORD_INTERVAL]);
	assert_int_equal(1, reader->records[RECORD_CONTEXT]);
	assert_int_equal(1, reader->sum[first][2].of[0]);
	assert_int_equal(2, reader->sum[first + 6][1].of[2]);
	reader_free(reader);
}

static void a_run_may_name_new_sites_twice(void **state)
{
	(void)state;
	begin(1 << 20);
	struct inbox_record known = block(stack_of(1), 24, 1), other = block(stack_of(2), 24, 1);
	uint32_t first = add(&known), site[SITES_RUN];
	struct inbox_record run[SITES_RUN] = {other, known, other, known,
	                                      known, other, other, known};
	for (int i = 4; i < SITES_RUN; i++)
		run[i].size = 32;
	run[7].epoch = 2;
	sites_add(sites, run, SITES_RUN, site);
	const uint32_t expected[SITES_RUN] = {first + 1, first,     first + 1, first,
	                                      first + 2, first + 3, first + 3, first + 2};
	assert_memory_equal(expected, site, sizeof site);
	sites_add(sites, run, 0, NULL);
	assert_int_equal(5, sites_rows_waiting(sites));
	assert_int_equal(1 + SITES_RUN, sites_raw(sites).blocks);
	sites_write_rows(sites, 2);
	struct reader *reader = end();
	assert_int_equal(3, reader->sum[first][1].of[0]);
	assert_int_equal(2, reader->sum[first + 1][1].of[0]);
	assert_int_equal(1, reader->sum[first + 2][2].of[0]);
	assert_int_equal(64, reader->sum[first + 3][1].of[1]);
	reader_free(reader);
}

static uint64_t random_state = 1;

static uint32_t random_below(uint32_t n)
{
	random_state = random_state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (uint32_t)((random_state >> 33) % n);
}

/* Against plain arrays, with late records, deaths, and rows written at any time. */
static void random_records(void **state)
{
	(void)state;
	enum { STACKS = 16, EPOCHS = 200 };
	begin(64 << 20);
	struct reader_sum(*model)[EPOCHS + 1] = calloc(READER_SITES, sizeof *model);
	uint64_t tracked_bytes = 0, died_bytes = 0;
	uint32_t stacks[STACKS];
	for (uint32_t i = 0; i < STACKS; i++)
		stacks[i] = stack_of(100 + i);
	for (uint32_t now = 1; now <= EPOCHS; now++) {
		for (int i = 0; i < 200; i++) {
			uint32_t late = random_below(10) ? 0 : random_below(5);
			uint32_t stack = random_below(STACKS);
			struct inbox_record record =
			        block(stacks[stack], 16 + stack, now > late ? now - late : now);
			if (random_below(4) == 0)
				record.reference = NULL;
			uint32_t site = add(&record);
			assert_in_range(site, 1, READER_SITES - 1);
			uint64_t *sum = model[site][record.epoch].of + (record.reference ? 0 : 2);
			sum[0]++;
			sum[1] += record.size;
			tracked_bytes += record.reference ? record.size : 0;
			/* Any block that lives may die now. */
			uint32_t dead = 1 + random_below(sites_count(sites)),
			         birth = 1 + random_below(now);
			uint64_t *of = model[dead][birth].of;
			if (of[0] > of[4]) {
				uint64_t size = of[1] / of[0];
				sites_died(sites, dead, birth, size);
				of[4]++;
				of[5] += size;
				died_bytes += size;
			}
			if (random_below(1000) == 0)
				sites_write_rows(sites, now);
		}
	}
	struct sites_raw raw = sites_raw(sites);
	assert_int_equal(EPOCHS * 200, raw.blocks);
	assert_true(raw.tracked_bytes == tracked_bytes && raw.died_bytes == died_bytes);
	assert_true(raw.tracked_blocks < raw.blocks && raw.died_blocks > 1000);
	assert_true(sites_occupied(sites) == (double)(tracked_bytes - died_bytes));
	sites_write_rows(sites, EPOCHS);
	struct reader *reader = end();
	for (uint32_t site = 1; site < READER_SITES; site++)
		for (uint32_t birth = 1; birth <= EPOCHS; birth++)
			assert_memory_equal(&model[site][birth], &reader->sum[site][birth],
			                    sizeof **model);
	reader_free(reader);
	free(model);
}

static void rows_of_an_epoch_after_now(void **state)
{
	(void)state;
	begin(1 << 20);
	struct inbox_record record = block(stack_of(1), 24, 9);
	uint32_t site = add(&record);
	sites_write_rows(sites, 8);
	struct reader *reader = end();
	assert_int_equal(1, reader->sum[site][9].of[0]);
	reader_free(reader);
}

static void occupied_is_weighted(void **state)
{
	(void)state;
	begin(1 << 20);
	struct inbox_record record = block(stack_of(1), 2000, 1);
	record.interval = 1;
	uint32_t site = add(&record);
	double expected = 2000 * sizes_weight(2000, LAMBDA, 2);
	assert_true(sites_occupied(sites) == expected);
	record.reference = NULL;
	add(&record);
	assert_true(sites_occupied(sites) == expected);
	sites_died(sites, site, 1, 2000);
	assert_true(sites_occupied(sites) == 0);
	sites_write_rows(sites, 1);
	reader_free(end());
}

static void new_stacks_fold_when_descriptions_are_full(void **state)
{
	(void)state;
	uint64_t before = budget_used();
	begin(1 << 20);
	uint32_t stack = 1000, known = 0;
	while (!recording_descriptions_full(recording)) {
		struct inbox_record record = block(stack_of(stack++), 24, 1);
		known = add(&record);
	}
	assert_true(known > 500);
	assert_int_equal(0, sites_folded(sites).blocks);
	struct inbox_record record = block(stack_of(stack), 24, 1);
	uint32_t other = add(&record);
	assert_int_equal(known + 1, other);
	record.stack = stack_of(stack + 1);
	assert_int_equal(other, add(&record));
	record.class_id = dictionary_class(dictionary_string("int[]"));
	assert_int_equal(other + 1, add(&record));
	assert_int_equal(3, sites_folded(sites).blocks);
	assert_int_equal(72, sites_folded(sites).bytes);
	/* A stack that is in the file is used on, also for new sites. */
	struct inbox_record old = block(stack_of(1000), 24, 1);
	assert_int_equal(1, add(&old));
	old.size = 80;
	assert_int_equal(other + 2, add(&old));
	assert_int_equal(3, sites_folded(sites).blocks);
	recording_close(recording);
	sites_free(sites);
	remove(PATH);
	/* What is left is the dictionary's. */
	assert_true(budget_used() - before < 1000000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(every_part_of_the_key_makes_a_site),
	        cmocka_unit_test(a_run_may_name_new_sites_twice),
	        cmocka_unit_test(random_records),
	        cmocka_unit_test(rows_of_an_epoch_after_now),
	        cmocka_unit_test(occupied_is_weighted),
	        cmocka_unit_test(new_stacks_fold_when_descriptions_are_full),
	};
	return cmocka_run_group_tests(tests, set_up, NULL);
}
