// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "budget.h"
#include "bytes.h"

#define ASSERT_BYTES(bytes, expected)                                                              \
	do {                                                                                       \
		assert_int_equal(sizeof(expected) - 1, (bytes).length);                            \
		assert_memory_equal(expected, (bytes).data, (bytes).length);                       \
		bytes_clear(&(bytes));                                                             \
	} while (0)

static void encodings(void **state)
{
	(void)state;
	struct bytes bytes = {0};
	bytes_put_u16(&bytes, 0x1234);
	bytes_put_u32(&bytes, 0x12345678);
	bytes_put_u64(&bytes, UINT64_C(0x0102030405060708));
	ASSERT_BYTES(bytes, "\x34\x12\x78\x56\x34\x12\x08\x07\x06\x05\x04\x03\x02\x01");
	bytes_put_varint(&bytes, 0);
	bytes_put_varint(&bytes, 127);
	bytes_put_varint(&bytes, 128);
	bytes_put_varint(&bytes, UINT64_MAX);
	ASSERT_BYTES(bytes, "\x00\x7f\x80\x01\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01");
	bytes_put_svarint(&bytes, 0);
	bytes_put_svarint(&bytes, -1);
	bytes_put_svarint(&bytes, -2);
	bytes_put_svarint(&bytes, 64);
	bytes_put_svarint(&bytes, INT64_MIN);
	ASSERT_BYTES(bytes, "\x00\x01\x03\x80\x01\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01");
	bytes_put_text(&bytes, "");
	bytes_put_text(&bytes, "a\xc3\xa9");
	ASSERT_BYTES(bytes, "\x00\x03"
	                    "a\xc3\xa9");
	bytes_put_counter(&bytes, COUNTER_UNKNOWN);
	bytes_put_counter(&bytes, 0);
	bytes_put_counter(&bytes, UINT64_MAX - 1);
	ASSERT_BYTES(bytes, "\x00\x01\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01");
	bytes_free(&bytes);
}

static void varints_come_back(void **state)
{
	(void)state;
	struct bytes bytes = {0};
	uint64_t value = 0;
	for (int i = 0; i < 200; i++, value = value * 3 + 1)
		bytes_put_varint(&bytes, value);
	const uint8_t *at = bytes.data, *end = bytes.data + bytes.length;
	value = 0;
	for (int i = 0; i < 200; i++, value = value * 3 + 1) {
		uint64_t read;
		assert_true(bytes_get_varint(&at, end, &read));
		assert_true(read == value);
	}
	assert_ptr_equal(end, at);
	bytes_free(&bytes);
}

static void bad_varints_are_refused(void **state)
{
	(void)state;
	static const uint8_t cut[] = {0x80, 0xff};
	static const uint8_t large[] = {0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x02};
	static const uint8_t lengthy[] = {0x80, 0x80, 0x80, 0x80, 0x80, 0x80,
	                                  0x80, 0x80, 0x80, 0x80, 0};
	uint64_t value = 5;
	const uint8_t *at = cut;
	assert_false(bytes_get_varint(&at, cut + sizeof cut, &value));
	assert_false(bytes_get_varint(&at, cut, &value));
	assert_ptr_equal(cut, at);
	at = large;
	assert_false(bytes_get_varint(&at, large + sizeof large, &value));
	at = lengthy;
	assert_false(bytes_get_varint(&at, lengthy + sizeof lengthy, &value));
	assert_int_equal(5, value);
}

static void crc_is_that_of_zlib(void **state)
{
	(void)state;
	assert_int_equal(0, bytes_crc32(0, "", 0));
	assert_int_equal(0xcbf43926, bytes_crc32(0, "123456789", 9));
	assert_int_equal(0xcbf43926, bytes_crc32(bytes_crc32(0, "1234", 4), "56789", 5));
}

static void memory_is_counted(void **state)
{
	(void)state;
	struct bytes bytes = {0};
	uint64_t before = budget_used();
	static const uint8_t zeros[100000];
	bytes_put(&bytes, zeros, sizeof zeros);
	bytes_put(&bytes, zeros, 1);
	assert_int_equal(100001, bytes.length);
	assert_int_equal(before + bytes.capacity, budget_used());
	bytes_free(&bytes);
	assert_int_equal(before, budget_used());
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(encodings),
	        cmocka_unit_test(varints_come_back),
	        cmocka_unit_test(bad_varints_are_refused),
	        cmocka_unit_test(crc_is_that_of_zlib),
	        cmocka_unit_test(memory_is_counted),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
