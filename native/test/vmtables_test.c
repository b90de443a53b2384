// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "vmtables.h"
#include "vmwalk.h"

/* The C library is no VM. */
static void a_library_without_tables_is_told(void **state)
{
	const char *why = NULL;
	(void)state;
	assert_false(vmtables_init((const void *)(uintptr_t)&getenv, &why));
	assert_string_equal("this VM does not describe its layout", why);
	assert_false(vmwalk_init((const void *)(uintptr_t)&getenv, &why, 4096, &why));
	assert_string_equal("this VM does not describe its layout", why);
}

/* Whatever stands in the slots of a frame that is taken for an interpreted one by mistake. */
static void what_is_no_method_is_told(void **state)
{
	struct vmtables_method method;
	uintptr_t nowhere[8] = {0};
	(void)state;
	assert_false(vmtables_method(0, 0, &method));
	assert_false(vmtables_method(8, 8, &method));
	assert_false(vmtables_method(~(uintptr_t)7, 0, &method));
	assert_false(vmtables_method((uintptr_t)nowhere, 0, &method));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(a_library_without_tables_is_told),
	        cmocka_unit_test(what_is_no_method_is_told),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
