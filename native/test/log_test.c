// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "platform/platform.h"

/* Stands in for the error stream: what was written, and in how many pieces. */
static char written[65536];
static int writes;

static void capture(const char *text, size_t n)
{
	size_t length = strlen(written);
	assert_true(length + n < sizeof written);
	memcpy(written + length, text, n);
	written[length + n] = '\0';
	writes++;
}
#define platform_write_error_stream capture
#include "log.c"

static void forget(void)
{
	written[0] = '\0';
	writes = 0;
}

static void one_write_per_line(void **state)
{
	(void)state;
	forget();
	log_info("recording to %s at %d", "a.jdhat", 17);
	assert_string_equal("jdhat: recording to a.jdhat at 17\n", written);
	assert_int_equal(1, writes);
}

static void errors_say_so(void **state)
{
	(void)state;
	forget();
	log_error("cannot write %s", "a.jdhat");
	assert_string_equal("jdhat: error: cannot write a.jdhat\n", written);
	assert_int_equal(1, writes);
}

static void quiet_leaves_errors(void **state)
{
	(void)state;
	forget();
	log_quiet(true);
	log_info("not said");
	log_error("said");
	log_quiet(false);
	assert_string_equal("jdhat: error: said\n", written);
	log_info("again");
	assert_string_equal("jdhat: error: said\njdhat: again\n", written);
}

static void every_line_has_the_prefix(void **state)
{
	(void)state;
	forget();
	log_info("one\ntwo\n\nfour\n");
	assert_string_equal("jdhat: one\njdhat: two\njdhat: \njdhat: four\n", written);
	assert_int_equal(4, writes);
}

static void a_long_line_is_cut_and_ended(void **state)
{
	(void)state;
	forget();
	char *text = malloc(30001);
	assert_non_null(text);
	memset(text, 'x', 30000);
	text[30000] = '\0';
	log_info("%s", text);
	free(text);
	size_t length = strlen(written);
	assert_true(length > PLATFORM_PATH_MAX && length < 30000);
	assert_int_equal('\n', written[length - 1]);
	assert_int_equal(1, writes);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(one_write_per_line),
	        cmocka_unit_test(errors_say_so),
	        cmocka_unit_test(quiet_leaves_errors),
	        cmocka_unit_test(every_line_has_the_prefix),
	        cmocka_unit_test(a_long_line_is_cut_and_ended),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
