// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "options.h"

static char message[OPTIONS_MESSAGE_MAX];

static void patterns_are_expanded(void **state)
{
	(void)state;
	char path[64];
	/* 2026-11-22 13:45:09 UTC */
	const uint64_t now = UINT64_C(1795355109) * 1000000 + 999999;
	assert_true(options_expand("a-%p-%t-%h-%%.jdhat", 4711, now, "box", path, sizeof path,
	                           message));
	assert_string_equal("a-4711-20261122-134509-box-%.jdhat", path);
	assert_true(options_expand("", 1, now, "box", path, sizeof path, message));
	assert_string_equal("", path);
	assert_true(options_expand("%h", 1, now, "../a\\b:c", path, sizeof path, message));
	assert_string_equal(".._a_b_c", path);
}

static void time_is_right_on_hard_days(void **state)
{
	(void)state;
	static const struct {
		uint64_t seconds;
		const char *text;
	} days[] = {{0, "19700101-000000"},          {951782400, "20000229-000000"},
	            {951868799, "20000229-235959"},  {1709164800, "20240229-000000"},
	            {1735689599, "20241231-235959"}, {4107542400, "21000301-000000"}};
	for (size_t i = 0; i < sizeof days / sizeof days[0]; i++) {
		char path[32];
		assert_true(options_expand("%t", 1, days[i].seconds * 1000000, "h", path,
		                           sizeof path, message));
		assert_string_equal(days[i].text, path);
	}
}

static void patterns_are_refused(void **state)
{
	(void)state;
	char path[16];
	assert_false(options_expand("x%q", 1, 0, "h", path, sizeof path, message));
	assert_string_equal("unknown pattern \"%q\" in \"x%q\"; write %p (process id), %t (time), "
	                    "%h (host) or %%",
	                    message);
	assert_false(options_expand("x%", 1, 0, "h", path, sizeof path, message));
	assert_string_equal("unknown pattern \"%\" in \"x%\"; write %p (process id), %t (time), %h "
	                    "(host) or %%",
	                    message);
	assert_false(options_expand("0123456789abcdef", 1, 0, "h", path, sizeof path, message));
	assert_string_equal("the path \"0123456789abcdef...\" is too long; write at most 15 bytes",
	                    message);
	assert_true(options_expand("0123456789abcde", 1, 0, "h", path, sizeof path, message));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(patterns_are_expanded),
	        cmocka_unit_test(time_is_right_on_hard_days),
	        cmocka_unit_test(patterns_are_refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
