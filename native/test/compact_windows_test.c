// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* Windows, their scopes and marks live through compactions, and what was born in a window is still
 * told from what was not. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "budget.h"
#include "golden.h"
#include "reader.h"

#define PATH   "compact_windows_test.jdhat"
#define EPOCHS 1500u
#define EVERY  100u /* epochs between the clock points of windows */

static void put_point(struct recording *recording, uint32_t epoch, bool request)
{
	struct recording_clock clock = {.first = epoch, .last = epoch, .kind = CLOCK_TICK};
	if (request) {
		clock.kind = CLOCK_REQUEST;
		clock.reason = REASON_WINDOW;
		clock.flags = CLOCK_PINNED;
	}
	recording_clock(recording, &clock);
}

/* Window w + 1 is open from epoch w * EVERY to the next request; one block of `birth` bytes is born
 * in each epoch. */
static void put_all(struct recording *recording)
{
	golden_strings(recording);
	for (uint32_t epoch = 1; epoch < EPOCHS; epoch++) {
		GOLDEN_ROWS(recording, epoch, {1 + epoch % 9, epoch, 1, epoch, 0, 0, 0, 0});
		put_point(recording, epoch, epoch % EVERY == 0);
		if (epoch % EVERY == 0) {
			uint32_t id = epoch / EVERY;
			if (id > 1)
				recording_window(recording, id - 1, id - 1, epoch - EVERY, epoch,
				                 0);
			recording_scope(recording, id, id - 1, SCOPE_WINDOW, 26);
			recording_window(recording, id, id, epoch, 0, 0);
			recording_mark(recording, epoch, 26);
		}
		if (recording_wants_compaction(recording))
			recording_compact(recording, epoch, NULL, NULL);
	}
}

static uint64_t born_in(const struct reader *reader, uint32_t opening, uint32_t closing)
{
	uint64_t bytes = 0;
	for (uint32_t site = 1; site < READER_SITES; site++)
		for (uint32_t birth = opening + 1; birth <= closing; birth++)
			bytes += reader->sum[site][birth].of[1];
	return bytes;
}

static void windows_live_through_compactions(void **state)
{
	(void)state;
	int error;
	struct recording *recording =
	        recording_create(PATH, 1 << 16, &golden_header, &golden_session, &error);
	assert_non_null(recording);
	put_all(recording);
	for (int i = 0; i < 3; i++)
		recording_compact(recording, EPOCHS, NULL, NULL);
	assert_int_equal(0, recording_error(recording));
	recording_close(recording);
	struct reader *reader = reader_open(PATH);
	assert_non_null(reader);
	assert_true(reader->good);
	assert_null(reader->broken);
	assert_true(reader->generation > 2);
	assert_true(reader->points < EPOCHS / 4);
	uint32_t n = (EPOCHS - 1) / EVERY;
	assert_int_equal(n, reader->records[RECORD_SCOPE]);
	assert_int_equal(2 * n - 1, reader->records[RECORD_WINDOW]);
	assert_int_equal(n, reader->records[RECORD_MARK]);
	for (uint32_t id = 1; id < n; id++) {
		uint32_t from = id * EVERY, to = from + EVERY;
		assert_int_equal((uint64_t)(from + 1 + to) * EVERY / 2, born_in(reader, from, to));
	}
	reader_free(reader);
	remove(PATH);
}

int main(void)
{
	uint64_t before = budget_used();
	const struct CMUnitTest tests[] = {cmocka_unit_test(windows_live_through_compactions)};
	int failed = cmocka_run_group_tests(tests, NULL, NULL);
	return budget_used() == before ? failed : 1;
}
