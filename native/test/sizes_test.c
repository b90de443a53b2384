// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "sizes.h"

static void small_sizes_have_their_own_class(void **state)
{
	(void)state;
	for (uint32_t size = 0; size < 16; size++)
		assert_int_equal(size, sizes_class(size));
	for (uint64_t size = 8; size < 128; size += 8)
		assert_true(sizes_class(size) < sizes_class(size + 8));
}

static void classes_follow_the_format(void **state)
{
	(void)state;
	assert_int_equal(16, sizes_class(16));
	assert_int_equal(20, sizes_class(24));
	assert_int_equal(24, sizes_class(32));
	assert_int_equal(64, sizes_class(1040));
	assert_int_equal(16 + 8 * 59 + 7, sizes_class(UINT64_MAX));
	/* By the definition, without a logarithm. */
	for (uint64_t size = 16; size < 1 << 20; size += 1 + size / 100) {
		uint32_t e = 4;
		while (size >> (e + 1))
			e++;
		assert_int_equal(16 + 8 * (e - 4) + ((size >> (e - 3)) & 7), sizes_class(size));
		assert_true(sizes_class(size) <= sizes_class(size + 1));
	}
}

static void exact_blocks_weigh_one(void **state)
{
	(void)state;
	assert_true(sizes_weight(24, 0, 0) == 1);
	assert_true(sizes_weight(24, 0, 3) == 8);
	assert_true(sizes_weight(1e12, 524288, 0) == 1);
	assert_true(sizes_weight(1e12, 524288, 2) == 4);
}

/* 1 − exp(−x) by its plain series, which is good for all x up to some 20. */
static double reference(double x)
{
	double sum = 0, term = x;
	for (int n = 2; n < 200; n++) {
		sum += term;
		term *= -x / n;
	}
	return sum;
}

static void weights_are_accurate(void **state)
{
	(void)state;
	static const uint64_t lambdas[] = {1, 1000, 524288, 1 << 30};
	for (int i = 0; i < 4; i++) {
		for (double x = 1e-12; x < 12; x *= 1.1) {
			double size = x * (double)lambdas[i];
			double expected = 1 / reference(x);
			double weight = sizes_weight(size, lambdas[i], 0);
			assert_true(weight > expected * (1 - 1e-7) &&
			            weight < expected * (1 + 1e-7));
			assert_true(sizes_weight(size, lambdas[i], 5) == 32 * weight);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(small_sizes_have_their_own_class),
	        cmocka_unit_test(classes_follow_the_format),
	        cmocka_unit_test(exact_blocks_weigh_one),
	        cmocka_unit_test(weights_are_accurate),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
