// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "budget.h"
#include "platform/platform.h"
#include "walk_cache.h"

#include <pthread.h>

#define NEVER (UINT64_C(1) << 32) /* a random number that chooses no hit */

static struct walk_cache *cache;

static struct walk_key key_of(uint64_t n, uint32_t generation)
{
	uint64_t hash = (n + 1) * UINT64_C(0x9e3779b97f4a7c15);
	struct walk_key key = {hash ^ hash >> 29, 1 + (uint32_t)(n % 100), generation};
	return key;
}

static uint32_t find(const struct walk_key *key)
{
	bool due;
	return walk_cache_find(cache, key, NEVER, &due);
}

static int set_up(void **state)
{
	(void)state;
	budget_limit(UINT64_C(1) << 30);
	cache = walk_cache_new(1);
	return cache != NULL ? 0 : -1;
}

static void finds_what_was_put(void **state)
{
	struct walk_key key = key_of(1, 7), other = key_of(2, 7);
	(void)state;
	assert_int_equal(0, find(&key));
	walk_cache_put(cache, &key, 5);
	assert_int_equal(5, find(&key));
	assert_int_equal(0, find(&other));
	walk_cache_put(cache, &key, 6);
	assert_int_equal(6, find(&key));
}

/* What was verified meanwhile is due one power of two later. */
static void verified_is_as_good_as_due(void **state)
{
	struct walk_key key = key_of(500000, 1), unknown = key_of(500001, 1);
	bool due[9];
	(void)state;
	walk_cache_put(cache, &key, 5);
	walk_cache_verified(cache, &key);
	walk_cache_verified(cache, &unknown);
	for (int i = 0; i < 2; i++)
		walk_cache_find(cache, &key, NEVER, &due[i]);
	assert_true(due[0] && !due[1]);
	walk_cache_verified(cache, &key);
	walk_cache_verified(cache, &key);
	for (int i = 0; i < 4; i++)
		walk_cache_find(cache, &key, NEVER, &due[i]);
	assert_true(!due[0] && !due[1] && !due[2] && due[3]);
	assert_int_equal(0, find(&unknown));
}

/* The whole hash, the number of frames and the generation make a name. */
static void another_generation_or_depth_is_another_name(void **state)
{
	struct walk_key key = key_of(10, 7), later = key_of(10, 8), deeper = key_of(10, 7);
	(void)state;
	deeper.frames++;
	walk_cache_put(cache, &key, 5);
	assert_int_equal(0, find(&later));
	assert_int_equal(0, find(&deeper));
	walk_cache_put(cache, &later, 9);
	assert_int_equal(9, find(&later));
	assert_int_equal(0, find(&key));
}

static void what_does_not_fit_is_not_put(void **state)
{
	struct walk_key key = key_of(20, 1), deep = key_of(21, 1);
	(void)state;
	walk_cache_put(cache, &key, 0);
	walk_cache_put(cache, &key, UINT32_C(1) << 24);
	deep.frames = 8192;
	walk_cache_put(cache, &deep, 3);
	assert_int_equal(0, find(&key));
	assert_int_equal(0, find(&deep));
}

/* One by one up to 64, then by 64 in one of 64, which this random number always is. */
static void powers_of_two_are_due(void **state)
{
	struct walk_key key = key_of(30, 1);
	uint32_t hit;
	bool due;
	(void)state;
	walk_cache_put(cache, &key, 5);
	for (hit = 1; hit <= 64; hit++) {
		assert_int_equal(5, walk_cache_find(cache, &key, NEVER, &due));
		assert_int_equal((hit & (hit - 1)) == 0, due);
	}
	for (hit = 128; hit <= 8192; hit += 64) {
		assert_int_equal(5, walk_cache_find(cache, &key, NEVER, &due));
		assert_int_equal((hit & (hit - 1)) == 0, due);
	}
	assert_int_equal(5, walk_cache_find(cache, &key, NEVER | UINT64_C(1) << 48, &due));
	assert_false(due);
}

static void any_hit_can_be_chosen_at_random(void **state)
{
	struct walk_key key = key_of(31, 1);
	bool due;
	int hit;
	(void)state;
	walk_cache_put(cache, &key, 5);
	for (hit = 0; hit < 3; hit++) {
		walk_cache_find(cache, &key, 0, &due);
		assert_true(due);
	}
}

static void the_first_ones_may_be_left_out(void **state)
{
	static struct walk_cache *later; /* for ever, as those of the agent */
	struct walk_key key = key_of(33, 1);
	uint32_t hit;
	bool due;
	(void)state;
	later = walk_cache_new(8);
	walk_cache_put(later, &key, 5);
	for (hit = 1; hit <= 64; hit++) {
		walk_cache_find(later, &key, NEVER, &due);
		assert_int_equal(hit >= 8 && (hit & (hit - 1)) == 0, due);
	}
}

static void looking_is_no_hit(void **state)
{
	struct walk_key key = key_of(34, 1);
	bool due;
	(void)state;
	walk_cache_put(cache, &key, 5);
	assert_int_equal(5, walk_cache_find(cache, &key, NEVER, NULL));
	assert_int_equal(5, walk_cache_find(cache, &key, NEVER, &due));
	assert_true(due);
}

/* Another stack has not been verified yet; the same one under a later generation has. */
static void counting_begins_anew_with_another_stack(void **state)
{
	struct walk_key key = key_of(32, 1), later = key_of(32, 2);
	bool due;
	int hit;
	(void)state;
	walk_cache_put(cache, &key, 5);
	for (hit = 0; hit < 4; hit++)
		walk_cache_find(cache, &key, NEVER, &due);
	walk_cache_put(cache, &later, 5);
	walk_cache_find(cache, &later, NEVER, &due);
	assert_false(due);
	walk_cache_put(cache, &later, 6);
	walk_cache_find(cache, &later, NEVER, &due);
	assert_true(due);
}

/* More names than there is room for: it grows, what was found often stays, and nothing is ever
 * found under a wrong name. */
static void grows_and_forgets_the_least_used(void **state)
{
	enum { OFTEN = 100, NAMES = 60000 };
	uint32_t room = walk_cache_room(cache), generation = 1, found = 0, i;
	uint64_t before = budget_used();
	(void)state;
	for (i = 0; i < OFTEN; i++) {
		struct walk_key key = key_of(1000 + i, 1);
		int hit;
		walk_cache_put(cache, &key, 1000 + i);
		for (hit = 0; hit < 50; hit++)
			assert_int_equal(1000 + i, find(&key));
	}
	for (i = 0; i < NAMES; i++) {
		struct walk_key key = key_of(10000 + i, 1);
		walk_cache_put(cache, &key, 10000 + i);
		if (i % 500 == 0)
			walk_cache_turn(cache, generation++);
	}
	assert_true(walk_cache_room(cache) > room);
	for (i = 0; i < OFTEN; i++) {
		struct walk_key key = key_of(1000 + i, 1);
		assert_int_equal(1000 + i, find(&key));
	}
	for (i = 0; i < NAMES; i++) {
		struct walk_key key = key_of(10000 + i, 1);
		uint32_t stack = find(&key);
		assert_true(stack == 0 || stack == 10000 + i);
		found += stack != 0;
	}
	assert_true(found > NAMES / 2);
	/* What was replaced is freed two generations later: about 20 bytes a name are left. */
	walk_cache_turn(cache, generation + 2);
	assert_true(budget_used() - before <= (uint64_t)walk_cache_room(cache) * 20 + 4096);
}

static void a_full_budget_only_stops_the_growth(void **state)
{
	uint32_t room = walk_cache_room(cache), i;
	struct walk_key key;
	(void)state;
	budget_limit(budget_used());
	for (i = 0; i < 4 * room; i++) {
		key = key_of(1000000 + i, 1);
		walk_cache_put(cache, &key, 1 + i);
	}
	walk_cache_turn(cache, 1000);
	assert_int_equal(room, walk_cache_room(cache));
	assert_int_equal(i, find(&key));
	budget_limit(UINT64_C(1) << 30);
}

/* Two threads write other stacks under the names of one set: whatever is found belongs to its name.
 */
static void *write_and_look(void *argument)
{
	uint64_t seed = *(const uint64_t *)argument, round;
	for (round = 0; round < 200000; round++) {
		struct walk_key key = key_of((round * 7 + seed) % 64, 1);
		uint32_t stack;
		key.hash |= UINT64_C(0xffffffff) << 32;
		stack = find(&key);
		if (stack != 0 && stack % 64 != (round * 7 + seed) % 64)
			return argument;
		walk_cache_put(cache, &key,
		               (uint32_t)(64 * (1 + round % 1000) + (round * 7 + seed) % 64));
	}
	return NULL;
}

static void threads_never_mix_names(void **state)
{
	uint64_t seeds[2] = {0, 3};
	pthread_t threads[2];
	void *wrong;
	int i;
	(void)state;
	for (i = 0; i < 2; i++)
		assert_int_equal(0, pthread_create(&threads[i], NULL, write_and_look, &seeds[i]));
	for (i = 0; i < 2; i++) {
		pthread_join(threads[i], &wrong);
		assert_null(wrong);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(finds_what_was_put),
	        cmocka_unit_test(verified_is_as_good_as_due),
	        cmocka_unit_test(another_generation_or_depth_is_another_name),
	        cmocka_unit_test(what_does_not_fit_is_not_put),
	        cmocka_unit_test(powers_of_two_are_due),
	        cmocka_unit_test(any_hit_can_be_chosen_at_random),
	        cmocka_unit_test(the_first_ones_may_be_left_out),
	        cmocka_unit_test(looking_is_no_hit),
	        cmocka_unit_test(counting_begins_anew_with_another_stack),
	        cmocka_unit_test(grows_and_forgets_the_least_used),
	        cmocka_unit_test(a_full_budget_only_stops_the_growth),
	        cmocka_unit_test(threads_never_mix_names),
	};
	return cmocka_run_group_tests(tests, set_up, NULL);
}
