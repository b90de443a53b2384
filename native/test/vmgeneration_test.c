// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "vmgeneration.h"
#include "vmtables.h"

static volatile int64_t loaded = 400, safepoints = 10;

static int set_up(void **state)
{
	(void)state;
	vmtables.loaded_classes = &loaded;
	vmtables.safepoints = &safepoints;
	return vmgeneration_now(0) == 0;
}

static void stays_while_nothing_happens(void **state)
{
	uint32_t now = vmgeneration_now(0);
	(void)state;
	assert_int_equal(now, vmgeneration_now(0));
	assert_int_equal(now, vmgeneration_now(7));
}

/* Without a safepoint nothing was freed, without a load what was freed holds nothing else, and a
 * redefinition is a load and a safepoint. */
static void one_of_the_two_changes_nothing(void **state)
{
	uint32_t now;
	(void)state;
	loaded++;
	now = vmgeneration_now(0);
	loaded += 100;
	assert_int_equal(now, vmgeneration_now(0));
	safepoints++;
	assert_int_not_equal(now, vmgeneration_now(0));
	now = vmgeneration_now(0);
	safepoints += 20;
	assert_int_equal(now, vmgeneration_now(0));
	loaded++;
	assert_int_not_equal(now, vmgeneration_now(0));
}

static void both_unseen_are_one_change_at_least(void **state)
{
	uint32_t now = vmgeneration_now(0);
	(void)state;
	loaded++;
	safepoints++;
	assert_int_not_equal(now, vmgeneration_now(0));
}

/* However the two alternate, and however seldom anybody looks: what comes behind the one and then
 * the other is never under the number from before. */
static void every_order_is_seen(void **state)
{
	uint32_t random = 1, round, before = vmgeneration_now(0);
	bool load_before = true, safepoint_before = true;
	(void)state;
	for (round = 0; round < 100000; round++) {
		uint32_t steps, i;
		bool follows = false;
		random = random * 1103515245u + 12345u;
		steps = random >> 16 & 3;
		for (i = 0; i < steps; i++) {
			random = random * 1103515245u + 12345u;
			if ((random >> 16 & 1) != 0) {
				safepoints++;
				follows = follows || load_before;
				load_before = false;
				safepoint_before = true;
			} else {
				loaded++;
				follows = follows || safepoint_before;
				load_before = true;
				safepoint_before = false;
			}
		}
		if (follows)
			assert_int_not_equal(before, vmgeneration_now(0));
		before = vmgeneration_now(0);
	}
}

static void collections_stand_for_counts_that_the_vm_does_not_keep(void **state)
{
	(void)state;
	vmtables.loaded_classes = NULL;
	vmtables.safepoints = NULL;
	assert_int_equal(vmgeneration_now(3), vmgeneration_now(3));
	assert_int_not_equal(vmgeneration_now(3), vmgeneration_now(4));
	assert_int_not_equal(0, vmgeneration_now(0));
	assert_true(vmgeneration_now(UINT64_MAX) < UINT32_C(1) << VMGENERATION_BITS);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(stays_while_nothing_happens),
	        cmocka_unit_test(one_of_the_two_changes_nothing),
	        cmocka_unit_test(both_unseen_are_one_change_at_least),
	        cmocka_unit_test(every_order_is_seen),
	        cmocka_unit_test(collections_stand_for_counts_that_the_vm_does_not_keep),
	};
	return cmocka_run_group_tests(tests, set_up, NULL);
}
