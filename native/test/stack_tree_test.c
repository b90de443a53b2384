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

/* A frame that is none of the flags. */
#define FRAME(number) (STACK_TREE_FRAMES + (uint32_t)(number))

static int set_up(void **state)
{
	(void)state;
	budget_limit(UINT64_C(1) << 30);
	return 0;
}

static void caller_and_frame_tell(void **state)
{
	(void)state;
	struct stack_tree *tree = stack_tree_new();
	assert_int_equal(0, stack_tree_find(tree, 0, 0));
	assert_int_equal(1, stack_tree_add(tree, 0, 0));
	assert_int_equal(2, stack_tree_add(tree, 0, 1));
	const uint32_t keys[][2] = {{1, FRAME(0)}, {1, FRAME(1)}, {1, STACK_TREE_MAX},
	                            {2, FRAME(0)}, {3, FRAME(0)}, {3, 4}};
	for (uint32_t i = 0; i < 6; i++) {
		assert_int_equal(0, stack_tree_find(tree, keys[i][0], keys[i][1]));
		for (int twice = 0; twice < 2; twice++)
			assert_int_equal(3 + i, stack_tree_add(tree, keys[i][0], keys[i][1]));
		assert_int_equal(3 + i, stack_tree_find(tree, keys[i][0], keys[i][1]));
		assert_int_equal(keys[i][0], stack_tree_stack(tree, 3 + i).caller);
		assert_int_equal(keys[i][1], stack_tree_stack(tree, 3 + i).frame);
	}
	assert_int_equal(8, stack_tree_count(tree));
	assert_int_equal(0, stack_tree_add(tree, 1, STACK_TREE_MAX + 1));
	*stack_tree_slot(tree, 5) = 9;
	assert_int_equal(0, *stack_tree_slot(tree, 6));
	stack_tree_free(tree);
}

static void frames_count_and_flags_add_up(void **state)
{
	(void)state;
	struct stack_tree *tree = stack_tree_new();
	uint32_t bottom = stack_tree_add(tree, 0, 1);
	uint32_t stack = stack_tree_add(tree, bottom, FRAME(0));
	uint32_t flagged = stack_tree_add(tree, stack, 8);
	uint32_t below = stack_tree_add(tree, flagged, FRAME(0));
	const uint32_t ids[] = {bottom, stack, flagged, below};
	const uint32_t depths[] = {0, 1, 1, 2}, flags[] = {1, 1, 9, 9};
	for (uint32_t i = 0; i < 4; i++) {
		assert_int_equal(depths[i], stack_tree_stack(tree, ids[i]).depth);
		assert_int_equal(flags[i], stack_tree_stack(tree, ids[i]).flags);
	}
	while (stack_tree_stack(tree, below).depth < STACK_TREE_DEEPEST)
		below = stack_tree_add(tree, below, FRAME(3));
	assert_int_equal(0, stack_tree_add(tree, below, FRAME(3)));
	assert_int_not_equal(0, stack_tree_add(tree, below, 2));
	stack_tree_free(tree);
}

/* A caller that a number of stacks share. */
static uint32_t caller_of(uint32_t number)
{
	return 1 + number / 3;
}

static void many_stacks(void **state)
{
	(void)state;
	uint64_t before = budget_used();
	struct stack_tree *tree = stack_tree_new();
	stack_tree_add(tree, 0, 0);
	uint64_t empty = budget_used();
	for (uint32_t round = 0; round < 2; round++) {
		for (uint32_t i = 1; i < STACKS; i++) {
			uint32_t caller = caller_of(i), frame = FRAME(i);
			assert_int_equal(round ? i + 1 : 0, stack_tree_find(tree, caller, frame));
			assert_int_equal(i + 1, stack_tree_add(tree, caller, frame));
		}
	}
	/* 20 bytes, and a share of tables and of the last page. */
	assert_true(budget_used() - empty < STACKS * 36);
	stack_tree_free(tree);
	assert_int_equal(before, budget_used());
}

static void a_spent_budget_refuses_new_stacks(void **state)
{
	(void)state;
	uint64_t before = budget_used();
	struct stack_tree *tree = stack_tree_new();
	uint32_t refused = 0;
	budget_limit(before + 500000);
	for (uint32_t i = 0; i < STACKS; i++)
		refused += stack_tree_add(tree, 0, FRAME(i)) == 0;
	uint32_t kept = stack_tree_count(tree);
	assert_int_equal(STACKS, kept + refused);
	assert_true(kept > 10000 && refused > 1000);
	for (uint32_t i = 0; i < STACKS; i++)
		assert_int_equal(i < kept ? i + 1 : 0, stack_tree_find(tree, 0, FRAME(i)));
	budget_limit(before);
	assert_null(stack_tree_new());
	budget_limit(UINT64_C(1) << 30);
	assert_int_equal(kept + 1, stack_tree_add(tree, 0, FRAME(STACKS)));
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

/* Every thread makes every stack, three frames deep, in an order of its own. */
static void *work(void *argument)
{
	struct worker *worker = argument;
	struct stack_tree *tree = worker->tree;
	for (uint32_t i = 0; i < STACKS; i++) {
		uint32_t number = (i * 7919 + worker->seed) % STACKS, stack = 1;
		for (uint32_t depth = 0; depth < 3 && stack; depth++) {
			uint32_t frame = FRAME(number >> (10 - 5 * depth));
			uint32_t found = stack_tree_find(tree, stack, frame);
			stack = stack_tree_add(tree, stack, frame);
			worker->wrong += stack == 0 || (found && found != stack);
		}
		struct stack_tree_stack made = stack_tree_stack(tree, stack);
		worker->wrong += made.frame != FRAME(number) || made.depth != 3 ||
		                 made.caller >= stack || stack_tree_count(tree) < stack;
		atomic_fetch_add(stack_tree_slot(tree, stack), 1);
		worker->id_of[number] = stack;
	}
	return NULL;
}

static void threads_agree(void **state)
{
	(void)state;
	struct stack_tree *tree = stack_tree_new();
	stack_tree_add(tree, 0, 0);
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
		assert_int_equal(THREADS, *stack_tree_slot(tree, workers->id_of[i]));
	free(workers);
	stack_tree_free(tree);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(caller_and_frame_tell),
	        cmocka_unit_test(frames_count_and_flags_add_up),
	        cmocka_unit_test(many_stacks),
	        cmocka_unit_test(a_spent_budget_refuses_new_stacks),
	        cmocka_unit_test(threads_agree),
	};
	return cmocka_run_group_tests(tests, set_up, NULL);
}
