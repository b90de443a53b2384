// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "budget.h"

static void taken_up_to_the_limit(void **state)
{
	(void)state;
	budget_limit(100);
	assert_int_equal(100, budget_limit_now());
	assert_true(budget_take(60));
	assert_false(budget_take(41));
	assert_int_equal(60, budget_used());
	assert_true(budget_take(40));
	assert_false(budget_take(1));
	assert_false(budget_take(UINT64_MAX));
	budget_give(100);
	assert_int_equal(0, budget_used());
}

static void forced_beyond_the_limit(void **state)
{
	(void)state;
	budget_limit(100);
	budget_force(150);
	assert_int_equal(150, budget_used());
	assert_false(budget_take(0));
	budget_give(100);
	assert_true(budget_take(50));
	budget_give(100);
	assert_int_equal(0, budget_used());
}

static void *take_and_give(void *over)
{
	for (int i = 0; i < 100000; i++) {
		if (budget_take(7)) {
			if (budget_used() > 20)
				*(int *)over = 1;
			budget_give(7);
		}
	}
	return NULL;
}

static void never_over_the_limit_with_threads(void **state)
{
	(void)state;
	budget_limit(20);
	pthread_t threads[3];
	int over[3] = {0};
	for (int i = 0; i < 3; i++)
		assert_int_equal(0, pthread_create(&threads[i], NULL, take_and_give, &over[i]));
	for (int i = 0; i < 3; i++) {
		pthread_join(threads[i], NULL);
		assert_int_equal(0, over[i]);
	}
	assert_int_equal(0, budget_used());
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(taken_up_to_the_limit),
	        cmocka_unit_test(forced_beyond_the_limit),
	        cmocka_unit_test(never_over_the_limit_with_threads),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
