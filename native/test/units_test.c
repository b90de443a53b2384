// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "units.h"

static void reads_sizes(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		uint64_t bytes;
	} sizes[] = {{"0", 0},
	             {"17", 17},
	             {"17b", 17},
	             {"64k", 65536},
	             {"64K", 65536},
	             {"64kb", 65536},
	             {"64KiB", 65536},
	             {"1m", 1048576},
	             {"1MB", 1048576},
	             {"1mib", 1048576},
	             {"2g", 2147483648},
	             {"2GiB", 2147483648},
	             {"1t", 1099511627776},
	             {"18446744073709551615", UINT64_MAX},
	             {"99999999999999999999", UINT64_MAX},
	             {"99999999999999t", UINT64_MAX}};
	for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
		uint64_t bytes = 1;
		assert_true(units_parse_size(sizes[i].text, &bytes));
		assert_int_equal(sizes[i].bytes, bytes);
	}
	static const char *const others[] = {"",     "k",    "4x",  "-1",  "1 k",   " 1",
	                                     "1.5m", "0x10", "1kk", "1ki", "exact", "1s"};
	for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
		assert_false(units_parse_size(others[i], &(uint64_t){0}));
}

static void reads_times(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		uint64_t us;
	} times[] = {{"0", 0},
	             {"5", 5000000},
	             {"5s", 5000000},
	             {"100ms", 100000},
	             {"250us", 250},
	             {"2m", 120000000},
	             {"2MIN", 120000000},
	             {"1h", 3600000000},
	             {"9999999999999999h", UINT64_MAX}};
	for (size_t i = 0; i < sizeof times / sizeof times[0]; i++) {
		uint64_t us = 1;
		assert_true(units_parse_time(times[i].text, &us));
		assert_int_equal(times[i].us, us);
	}
	static const char *const others[] = {"", "s", "5k", "5 s", "-5s", "5d", "5mss", "now"};
	for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
		assert_false(units_parse_time(others[i], &(uint64_t){0}));
}

static void reads_counts(void **state)
{
	(void)state;
	uint64_t count = 0;
	assert_true(units_parse_count("128", &count));
	assert_int_equal(128, count);
	assert_false(units_parse_count("128k", &count));
	assert_false(units_parse_count("", &count));
}

static void reads_percents(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		uint64_t hundredths;
	} percents[] = {
	        {"2", 200}, {"2%", 200},    {"0.5", 50},     {"0.05%", 5},
	        {"0", 0},   {"100", 10000}, {"12.34", 1234}, {"99999999999999999999", UINT64_MAX}};
	for (size_t i = 0; i < sizeof percents / sizeof percents[0]; i++) {
		uint64_t hundredths = 1;
		assert_true(units_parse_percent(percents[i].text, &hundredths));
		assert_int_equal(percents[i].hundredths, hundredths);
	}
	static const char *const others[] = {"",   "%",   ".5", "1.", "1.234",
	                                     "-1", "2 %", "2k", "off"};
	for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
		assert_false(units_parse_percent(others[i], &(uint64_t){0}));
}

static void writes_shortest(void **state)
{
	(void)state;
	char text[UNITS_TEXT_MAX];
	assert_string_equal("0", units_size_text(0, text));
	assert_string_equal("1000", units_size_text(1000, text));
	assert_string_equal("512k", units_size_text(524288, text));
	assert_string_equal("1g", units_size_text(1 << 30, text));
	assert_string_equal("1t", units_size_text(1ull << 40, text));
	assert_string_equal("1025k", units_size_text(1025 * 1024, text));
	assert_string_equal("0", units_time_text(0, text));
	assert_string_equal("100ms", units_time_text(100000, text));
	assert_string_equal("1s", units_time_text(1000000, text));
	assert_string_equal("90s", units_time_text(90000000, text));
	assert_string_equal("1m", units_time_text(60000000, text));
	assert_string_equal("24h", units_time_text(24 * 3600000000, text));
	assert_string_equal("7us", units_time_text(7, text));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(reads_sizes),     cmocka_unit_test(reads_times),
	        cmocka_unit_test(reads_counts),    cmocka_unit_test(reads_percents),
	        cmocka_unit_test(writes_shortest),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
