// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "budget.h"
#include "rows.h"

#define MANY 10000u

static void fill(struct rows *rows, uint32_t n)
{
	for (uint32_t site = 1; site <= n; site++) {
		uint32_t place = rows_place(rows, site, 7);
		assert_int_equal(site - 1, place);
		rows->row[place].tracked_blocks = site;
	}
	for (uint32_t site = 1; site <= n; site++)
		assert_true(rows_is(rows, rows_place(rows, site, 7), site, 7));
	assert_int_equal(n, rows->n);
}

static void each_site_and_birth_has_a_row(void **state)
{
	(void)state;
	struct rows rows;
	assert_true(rows_init(&rows));
	fill(&rows, MANY);
	assert_int_equal(MANY, rows_place(&rows, 1, 8));
	assert_int_equal(1, rows.row[0].tracked_blocks);
	assert_int_equal(9, rows_now(&rows, 9));
	assert_int_equal(8, rows_now(&rows, 3));
	rows_clear(&rows);
	assert_int_equal(0, rows.n);
	assert_false(rows_is(&rows, 0, 1, 7));
	rows_free(&rows);
}

/* A burst of rows, as of a collection in which much dies, is no reason to keep that much room. */
static void room_that_nobody_needs_is_given_back(void **state)
{
	(void)state;
	struct rows rows;
	uint64_t before = budget_used();
	assert_true(rows_init(&rows));
	uint64_t little = budget_used() - before;
	fill(&rows, MANY);
	uint64_t much = budget_used() - before;
	assert_true(much > 40 * little);
	rows_clear(&rows);
	for (int i = 0; i < 15; i++) {
		fill(&rows, 100);
		rows_clear(&rows);
	}
	assert_int_equal(much, budget_used() - before);
	fill(&rows, 100);
	rows_clear(&rows);
	assert_int_equal(little, budget_used() - before);
	fill(&rows, MANY);
	assert_int_equal(much, budget_used() - before);
	rows_free(&rows);
	assert_int_equal(before, budget_used());
}

static void room_that_is_needed_now_and_then_stays(void **state)
{
	(void)state;
	struct rows rows;
	uint64_t before = budget_used();
	assert_true(rows_init(&rows));
	fill(&rows, MANY);
	uint64_t much = budget_used() - before;
	for (int i = 0; i < 100; i++) {
		rows_clear(&rows);
		fill(&rows, i % 10 == 0 ? MANY : 3);
		assert_int_equal(much, budget_used() - before);
	}
	rows_free(&rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(each_site_and_birth_has_a_row),
	        cmocka_unit_test(room_that_nobody_needs_is_given_back),
	        cmocka_unit_test(room_that_is_needed_now_and_then_stays),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
