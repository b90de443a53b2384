// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "options.h"
#include "platform/platform.h"

static char message[OPTIONS_MESSAGE_MAX];

static bool expand(const char *pattern, uint64_t pid, uint64_t wall_us, const char *host,
                   char *path, size_t n)
{
	const struct options_names names = {"", pid, wall_us, host};
	return options_expand(pattern, &names, path, n, message);
}

static void patterns_are_expanded(void **state)
{
	(void)state;
	char path[64];
	/* 2026-11-22 13:45:09 UTC */
	const uint64_t now = UINT64_C(1795355109) * 1000000 + 999999;
	assert_true(expand("a-%p-%t-%h-%%.jdhat", 4711, now, "box", path, sizeof path));
	assert_string_equal("a-4711-20261122-134509-box-%.jdhat", path);
	assert_true(expand("", 1, now, "box", path, sizeof path));
	assert_string_equal("", path);
	assert_true(expand("%h", 1, now, "../a\\b:c", path, sizeof path));
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
		assert_true(expand("%t", 1, days[i].seconds * 1000000, "h", path, sizeof path));
		assert_string_equal(days[i].text, path);
	}
}

static void patterns_are_refused(void **state)
{
	(void)state;
	char path[16];
	assert_false(expand("x%q", 1, 0, "h", path, sizeof path));
	assert_string_equal("unknown pattern \"%q\" in \"x%q\"; write %p (process id), %t (time), "
	                    "%h (host), %n (number) or %%",
	                    message);
	assert_false(expand("x%", 1, 0, "h", path, sizeof path));
	assert_string_equal("unknown pattern \"%\" in \"x%\"; write %p (process id), %t (time), %h "
	                    "(host), %n (number) or %%",
	                    message);
	assert_false(expand("0123456789abcdef", 1, 0, "h", path, sizeof path));
	assert_string_equal("the path \"0123456789abcdef...\" is too long; write at most 15 bytes",
	                    message);
	assert_true(expand("0123456789abcde", 1, 0, "h", path, sizeof path));
}

static void touch(const char *path)
{
	struct platform_file file;
	assert_int_equal(0, platform_file_create(&file, path));
	platform_file_close(&file);
}

/* What is there is not written over, up to the last number. */
static void files_get_the_first_free_number(void **state)
{
	(void)state;
	char folder[64], path[128], wanted[128];
	snprintf(folder, sizeof folder, "expand-test-%" PRIu64 "-", platform_process_id());
	const struct options_names names = {folder, 7, 0, "h"};
	for (int i = 1; i <= OPTIONS_NUMBER_MAX + 1; i++) {
		int number = i <= OPTIONS_NUMBER_MAX ? i : OPTIONS_NUMBER_MAX;
		snprintf(wanted, sizeof wanted, number == 1 ? "%sa-7.x" : "%sa-7-%d.x", folder,
		         number);
		assert_true(options_expand("a-%p%n.x", &names, path, sizeof path, message));
		assert_string_equal(wanted, path);
		touch(path);
	}
	assert_true(options_expand("a-%p%%n.x", &names, path, sizeof path, message));
	snprintf(wanted, sizeof wanted, "%sa-7%%n.x", folder);
	assert_string_equal(wanted, path);
	for (int i = 1; i <= OPTIONS_NUMBER_MAX; i++) {
		snprintf(path, sizeof path, i == 1 ? "%sa-7.x" : "%sa-7-%d.x", folder, i);
		assert_int_equal(0, platform_file_remove(path));
	}
}

static void a_folder_stands_for_itself(void **state)
{
	(void)state;
	char path[16];
	const struct options_names names = {"/a%p/", 7, 0, "h"};
	assert_true(options_expand("b-%p", &names, path, sizeof path, message));
	assert_string_equal("/a%p/b-7", path);
	const struct options_names deep = {"/0123456789abcdefg/", 7, 0, "h"};
	assert_false(options_expand("b", &deep, path, sizeof path, message));
	assert_string_equal("the path \"b...\" is too long; write at most 15 bytes", message);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(patterns_are_expanded),
	        cmocka_unit_test(time_is_right_on_hard_days),
	        cmocka_unit_test(patterns_are_refused),
	        cmocka_unit_test(files_get_the_first_free_number),
	        cmocka_unit_test(a_folder_stands_for_itself),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
