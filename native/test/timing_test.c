// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "timing.h"

#define ONE_IN   64u
#define BLOCKS   2000u
#define CARRIERS 64000u

/* As carriers.c makes them: the seed is an address. */
static struct carrier carrier_with(uint64_t number)
{
	struct carrier carrier;
	memset(&carrier, 0, sizeof carrier);
	carrier.random =
	        (UINT64_C(0x7f0000000000) + number * 512) * UINT64_C(0x9E3779B97F4A7C15) | 1;
	return carrier;
}

/* What an event that is timed stands for, else 0. */
static uint32_t event(struct carrier *carrier, uint32_t one_in)
{
	struct timing timing;
	timing_begin(&timing, carrier, one_in);
	timing_end(&timing, carrier);
	return timing.stands_for;
}

static void one_of_each_so_many_is_timed_at_changing_places(void **state)
{
	(void)state;
	struct carrier carrier = carrier_with(1);
	uint32_t at[ONE_IN] = {0}, places = 0;
	for (uint32_t block = 0; block < BLOCKS; block++) {
		uint32_t timed = 0;
		for (uint32_t i = 0; i < ONE_IN; i++) {
			uint32_t stands_for = event(&carrier, ONE_IN);
			if (stands_for == 0)
				continue;
			assert_int_equal(ONE_IN, stands_for);
			timed++;
			at[i]++;
		}
		assert_int_equal(1, timed);
	}
	/* 31 at each place on average; 0 of 2,000 somewhere is less likely than 1 in 10^12. */
	for (uint32_t i = 0; i < ONE_IN; i++)
		places += at[i] > 0;
	assert_int_equal(ONE_IN, places);
}

/* Threads that allocate once are counted like all others: 1,000 of 64,000, within five standard
 * deviations of a binomial. */
static void a_first_event_is_as_likely_as_any(void **state)
{
	(void)state;
	uint32_t timed = 0;
	for (uint32_t i = 1; i <= CARRIERS; i++) {
		struct carrier carrier = carrier_with(i);
		timed += event(&carrier, ONE_IN) != 0;
	}
	assert_in_range(timed, 1000 - 157, 1000 + 157);
}

static void another_share_begins_at_once(void **state)
{
	(void)state;
	for (uint32_t seed = 1; seed <= 100; seed++) {
		struct carrier carrier = carrier_with(seed);
		uint32_t timed = 0, i;
		for (i = 0; i < 5; i++)
			event(&carrier, 2048);
		for (i = 0; i < ONE_IN; i++) {
			uint32_t stands_for = event(&carrier, ONE_IN);
			assert_true(stands_for == 0 || stands_for == ONE_IN);
			timed += stands_for != 0;
		}
		assert_int_equal(1, timed);
	}
}

static void so_many_are_timed(void **state)
{
	(void)state;
	assert_int_equal(64, timing_one_in(false, false));
	assert_int_equal(64, timing_one_in(false, true));
	assert_int_equal(256, timing_one_in(true, true));
	assert_int_equal(2048, timing_one_in(true, false));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(one_of_each_so_many_is_timed_at_changing_places),
	        cmocka_unit_test(a_first_event_is_as_likely_as_any),
	        cmocka_unit_test(so_many_are_timed),
	        cmocka_unit_test(another_share_begins_at_once),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
