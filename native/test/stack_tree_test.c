// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

#include "budget.h"
#include "stack_tree.h"

#define THREADS 2
#define STACKS  40000

static char vm_methods[16];

static int set_up(void **state)
{
	(void)state;
	budget_limit(UINT64_C(1) << 30);
	return 0;
}

static struct stack_tree_key frame(uint32_t caller, uint32_t method, int32_t location)
{
	return (struct stack_tree_key){&vm_methods[method], location, caller};
}

static struct stack_tree_key flags(uint32_t caller, int32_t flags)
{
	return (struct stack_tree_key){NULL, flags, caller};
}

static void every_part_of_the_key_tells(void **state)
{
	(void)state;
	struct stack_tree *tree = stack_tree_new();
	assert_int_equal(0, stack_tree_find(tree, flags(0, 0)));
	assert_int_equal(1, stack_tree_add(tree, flags(0, 0), 0, 0));
	assert_int_equal(2, stack_tree_add(tree, flags(0, 1), 0, 0));
	const struct stack_tree_key keys[] = {frame(1, 0, 4), frame(1, 1, 4), frame(1, 0, -1),
	                                      frame(2, 0, 4), frame(3, 0, 4), flags(3, 4)};
	for (uint32_t i = 0; i < 6; i++) {
		assert_int_equal(0, stack_tree_find(tree, keys[i]));
		assert_int_equal(3 + i, stack_tree_add(tree, keys[i], i, -2));
		assert_int_equal(3 + i, stack_tree_add(tree, keys[i], 99, 99));
		assert_int_equal(3 + i, stack_tree_find(tree, keys[i]));
	}
	assert_int_equal(8, stack_tree_count(tree));
	assert_int_equal(1, stack_tree_node(tree, 4)->method);
	assert_int_equal(-2, stack_tree_node(tree, 4)->line);
	assert_int_equal(3, stack_tree_key(tree, 7)->caller);
	stack_tree_node(tree, 5)->slot = 9;
	stack_tree_node(tree, 5)->link = 7;
	assert_int_equal(0, stack_tree_node(tree, 6)->slot);
	assert_int_equal(0, stack_tree_node(tree, 6)->link);
	stack_tree_free(tree);
}

static void frames_count_and_flags_add_up(void **state)
{
	(void)state;
	struct stack_tree *tree = stack_tree_new();
	uint32_t bottom = stack_tree_add(tree, flags(0, 1), 0, 0);
	uint32_t stack = stack_tree_add(tree, frame(bottom, 0, 0), 0, 0);
	uint32_t flagged = stack_tree_add(tree, flags(stack, 8), 0, 0);
	uint32_t below = stack_tree_add(tree, frame(flagged, 0, 0), 0, 0);
	assert_int_equal(0, stack_tree_node(tree, bottom)->depth);
	assert_int_equal(1, stack_tree_node(tree, stack)->depth);
	assert_int_equal(1, stack_tree_node(tree, stack)->flags);
	assert_int_equal(1, stack_tree_node(tree, flagged)->depth);
	assert_int_equal(9, stack_tree_node(tree, flagged)->flags);
	assert_int_equal(2, stack_tree_node(tree, below)->depth);
	assert_int_equal(9, stack_tree_node(tree, below)->flags);
	stack_tree_free(tree);
}

/* Deep and wide: a chain, and many callees of one caller. */
static void many_stacks(void **state)
{
	(void)state;
	uint64_t before = budget_used();
	struct stack_tree *tree = stack_tree_new();
	stack_tree_add(tree, flags(0, 0), 0, 0);
	for (uint32_t round = 0; round < 2; round++) {
		for (uint32_t i = 2; i < STACKS; i++) {
			uint32_t caller = i % 2 ? i - 1 : 1;
			struct stack_tree_key key = frame(caller, i % 16, (int32_t)i / 16);
			assert_int_equal(round ? i : 0, stack_tree_find(tree, key));
			assert_int_equal(i, stack_tree_add(tree, key, i, 0));
		}
	}
	assert_true(budget_used() - before < STACKS * 64 + 300000);
	stack_tree_free(tree);
	assert_int_equal(before, budget_used());
}

static void a_spent_budget_refuses_new_stacks(void **state)
{
	(void)state;
	uint64_t before = budget_used();
	struct stack_tree *tree = stack_tree_new();
	uint32_t refused = 0;
	budget_limit(before + 1000000);
	for (int32_t i = 0; i < STACKS; i++)
		refused += stack_tree_add(tree, flags(0, i), 0, 0) == 0;
	uint32_t kept = stack_tree_count(tree);
	assert_int_equal(STACKS, kept + refused);
	assert_true(kept > 10000 && refused > 1000);
	for (int32_t i = 0; i < STACKS; i++)
		assert_int_equal((uint32_t)i < kept ? i + 1 : 0,
		                 stack_tree_find(tree, flags(0, i)));
	budget_limit(before);
	assert_null(stack_tree_new());
	budget_limit(UINT64_C(1) << 30);
	assert_int_equal(kept + 1, stack_tree_add(tree, flags(0, -1), 0, 0));
	stack_tree_free(tree);
	assert_int_equal(before, budget_used());
}

struct worker {
	pthread_t thread;
	struct stack_tree *tree;
	uint32_t seed;
	uint32_t wrong;
	uint32_t id_of[STACKS];
};

/* Every thread makes every stack, three frames deep, in an order of its own, with a method that
 * tells what the key is. */
static void *work(void *argument)
{
	struct worker *worker = argument;
	struct stack_tree *tree = worker->tree;
	for (uint32_t i = 0; i < STACKS; i++) {
		uint32_t number = (i * 7919 + worker->seed) % STACKS, stack = 1;
		for (uint32_t depth = 0; depth < 3 && stack; depth++) {
			uint32_t part = number >> (10 - 5 * depth);
			struct stack_tree_key key = frame(stack, depth, (int32_t)part);
			uint32_t found = stack_tree_find(tree, key);
			stack = stack_tree_add(tree, key, part, 0);
			worker->wrong += stack == 0 || (found && found != stack);
		}
		const struct stack_tree_node *node = stack_tree_node(tree, stack);
		worker->wrong += node->method != number || node->depth != 3 ||
		                 stack_tree_key(tree, stack)->caller >= stack ||
		                 stack_tree_count(tree) < stack;
		atomic_fetch_add(&stack_tree_node(tree, stack)->slot, 1);
		worker->id_of[number] = stack;
	}
	return NULL;
}

static void threads_agree(void **state)
{
	(void)state;
	struct stack_tree *tree = stack_tree_new();
	stack_tree_add(tree, flags(0, 0), 0, 0);
	struct worker *workers = calloc(THREADS, sizeof *workers);
	for (uint32_t i = 0; i < THREADS; i++) {
		workers[i].tree = tree;
		workers[i].seed = i * 100;
		assert_int_equal(0, pthread_create(&workers[i].thread, NULL, work, &workers[i]));
	}
	for (uint32_t i = 0; i < THREADS; i++) {
		pthread_join(workers[i].thread, NULL);
		assert_int_equal(0, workers[i].wrong);
		assert_memory_equal(workers[0].id_of, workers[i].id_of, sizeof workers->id_of);
	}
	for (uint32_t i = 0; i < STACKS; i++)
		assert_int_equal(THREADS, stack_tree_node(tree, workers->id_of[i])->slot);
	free(workers);
	stack_tree_free(tree);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(every_part_of_the_key_tells),
	        cmocka_unit_test(frames_count_and_flags_add_up),
	        cmocka_unit_test(many_stacks),
	        cmocka_unit_test(a_spent_budget_refuses_new_stacks),
	        cmocka_unit_test(threads_agree),
	};
	return cmocka_run_group_tests(tests, set_up, NULL);
}
