// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "bytecodes.h"

static void what_allocates(void **state)
{
	/* ldc ldc_w ldc2_w; baload aastore; idiv ldiv irem lrem; ireturn return; getstatic … new
	 * newarray anewarray arraylength athrow checkcast instanceof monitorenter monitorexit;
	 * multianewarray */
	static const uint8_t may[] = {0x12, 0x13, 0x14, 0x33, 0x53, 0x6c, 0x6d, 0x70, 0x71,
	                              0xac, 0xb1, 0xb2, 0xb4, 0xb6, 0xb9, 0xba, 0xbb, 0xbc,
	                              0xbd, 0xbe, 0xbf, 0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xff};

	(void)state;
	for (size_t i = 0; i < sizeof may; i++)
		assert_true(bytecodes_may_allocate(may[i]));
}

static void what_does_not(void **state)
{
	/* nop aconst_null sipush; iload aload_3; istore astore_3; pop swap; iadd dmul; ineg ixor
	 * iinc i2l dcmpg; ifeq if_acmpne goto; tableswitch lookupswitch; wide; ifnull goto_w */
	static const uint8_t never[] = {0x00, 0x01, 0x11, 0x15, 0x2d, 0x36, 0x4e, 0x57,
	                                0x5f, 0x60, 0x6b, 0x74, 0x82, 0x84, 0x85, 0x98,
	                                0x99, 0xa6, 0xa7, 0xaa, 0xab, 0xc4, 0xc6, 0xc8};

	(void)state;
	for (size_t i = 0; i < sizeof never; i++)
		assert_false(bytecodes_may_allocate(never[i]));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(what_allocates),
	        cmocka_unit_test(what_does_not),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
