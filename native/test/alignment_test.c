// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "alignment.h"

#define MOST 64u
#define NO   ALIGNMENT_UNKNOWN

/* Methods are letters; an id leads to one. */
static uintptr_t methods[128];
static uint32_t at[MOST];

static int setup(void **state)
{
	(void)state;
	for (uint32_t i = 0; i < 128; i++)
		methods[i] = i;
	return 0;
}

/* What begins physical frames, and the VM's frames; both outermost first, for the eye. */
static void align(const char *begin, const char *frames)
{
	uintptr_t its[MOST];
	struct dictionary_vm_frame vm[MOST];
	uint32_t n = (uint32_t)strlen(begin), m = (uint32_t)strlen(frames);
	for (uint32_t i = 0; i < n; i++)
		its[i] = (uintptr_t)begin[i];
	for (uint32_t i = 0; i < m; i++)
		vm[m - 1 - i] = (struct dictionary_vm_frame){&methods[(int)frames[i]], 0};
	alignment(its, n, vm, 0, m, at);
}

static void assert_at(uint32_t n, const uint32_t *expected)
{
	for (uint32_t i = 0; i < n; i++)
		assert_int_equal(expected[i], at[i]);
}

static void each_begins_where_its_method_is(void **state)
{
	(void)state;
	align("abc", "axybzc");
	assert_at(3, (uint32_t[]){5, 2, 0});
	align("a", "a");
	assert_at(1, (uint32_t[]){0});
	align("abc", "abc");
	assert_at(3, (uint32_t[]){2, 1, 0});
	align("ab", "abxyz");
	assert_at(2, (uint32_t[]){4, 3});
}

/* b is inlined in a, or calls itself: which of them begins a frame cannot be told. */
static void what_can_be_two_is_unknown(void **state)
{
	(void)state;
	align("abc", "abxbc");
	assert_at(3, (uint32_t[]){4, NO, 0});
	align("aa", "aaa");
	assert_at(2, (uint32_t[]){2, NO});
	align("aaa", "aaa");
	assert_at(3, (uint32_t[]){2, 1, 0});
	align("abd", "abcbcd");
	assert_at(3, (uint32_t[]){5, NO, 0});
}

static void other_stacks_are_unknown(void **state)
{
	(void)state;
	align("abc", "abx");
	assert_at(3, (uint32_t[]){NO, NO, NO});
	align("abc", "xabc");
	assert_at(3, (uint32_t[]){NO, NO, NO});
	align("abc", "acb");
	assert_at(3, (uint32_t[]){NO, NO, NO});
	align("abc", "ab");
	assert_at(3, (uint32_t[]){NO, NO, NO});
	align("ab", "");
	assert_at(2, (uint32_t[]){NO, NO});
}

/* Whatever stands for what: the truth is found, or nothing is said. */
static void what_is_said_is_true(void **state)
{
	uint32_t said = 0;
	(void)state;
	srand(7);
	for (uint32_t round = 0; round < 20000; round++) {
		char begin[17] = "", frames[MOST] = "";
		uint32_t truth[16], n = 1 + (uint32_t)rand() % 16, m = 0,
		                    kinds = 2 + (uint32_t)rand() % 24;
		for (uint32_t i = 0; i < n; i++) {
			uint32_t length = 1 + (uint32_t)rand() % 3;
			truth[i] = m;
			for (uint32_t j = 0; j < length; j++)
				frames[m++] = (char)('a' + (uint32_t)rand() % kinds);
			begin[i] = frames[truth[i]];
		}
		align(begin, frames);
		for (uint32_t i = 0; i < n; i++) {
			assert_true(at[i] == NO || at[i] == m - 1 - truth[i]);
			said += at[i] != NO;
		}
	}
	assert_true(said > 50000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test_setup(each_begins_where_its_method_is, setup),
	        cmocka_unit_test_setup(what_can_be_two_is_unknown, setup),
	        cmocka_unit_test_setup(other_stacks_are_unknown, setup),
	        cmocka_unit_test_setup(what_is_said_is_true, setup),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
