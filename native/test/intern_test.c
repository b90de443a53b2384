// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "budget.h"
#include "intern.h"

#define THREADS 4
#define KEYS    20000

static int set_up(void **state)
{
	(void)state;
	budget_limit(UINT64_C(1) << 30);
	return 0;
}

static uint32_t add_text(struct intern *intern, const char *key, const char *value)
{
	uint32_t n = (uint32_t)strlen(key);
	return intern_add(intern, key, n, intern_hash(key, n), value, (uint32_t)strlen(value));
}

static uint32_t find_text(const struct intern *intern, const char *key)
{
	uint32_t n = (uint32_t)strlen(key);
	return intern_find(intern, key, n, intern_hash(key, n));
}

static void keys_and_values(void **state)
{
	(void)state;
	struct intern *intern = intern_new();
	assert_int_equal(0, find_text(intern, "a"));
	assert_int_equal(1, add_text(intern, "a", "first"));
	assert_int_equal(2, add_text(intern, "", ""));
	assert_int_equal(3, add_text(intern, "a longer key than eight", "v"));
	assert_int_equal(1, add_text(intern, "a", "second"));
	assert_int_equal(1, find_text(intern, "a"));
	assert_int_equal(2, find_text(intern, ""));
	assert_int_equal(3, intern_count(intern));
	uint32_t n;
	assert_memory_equal("first", intern_value(intern, 1, &n), 5);
	assert_int_equal(5, n);
	assert_memory_equal("a longer key than eight", intern_key(intern, 3, &n), 23);
	assert_int_equal(23, n);
	intern_key(intern, 2, &n);
	assert_int_equal(0, n);
	assert_int_equal(0, (uintptr_t)intern_value(intern, 3, &n) % 8);
	assert_int_equal(0, *intern_slot(intern, 2));
	*intern_slot(intern, 2) = 77;
	assert_int_equal(77, *intern_slot(intern, 2));
	intern_free(intern);
}

static void hashes_differ(void **state)
{
	(void)state;
	uint64_t zeros[40] = {0};
	struct intern *intern = intern_new();
	/* Lengths, single bits and swapped words all make a hash of their own. */
	for (uint32_t length = 0; length <= sizeof zeros; length++) {
		uint64_t hash = intern_hash(zeros, length);
		intern_add(intern, &hash, 8, intern_hash(&hash, 8), NULL, 0);
	}
	for (uint32_t bit = 0; bit < 8 * sizeof zeros; bit++) {
		zeros[bit / 64] ^= UINT64_C(1) << bit % 64;
		uint64_t hash = intern_hash(zeros, sizeof zeros);
		intern_add(intern, &hash, 8, intern_hash(&hash, 8), NULL, 0);
		zeros[bit / 64] ^= UINT64_C(1) << bit % 64;
	}
	assert_int_equal(sizeof zeros + 1 + 8 * sizeof zeros, intern_count(intern));
	intern_free(intern);
}

static void equal_keys_of_other_hashes_are_apart(void **state)
{
	(void)state;
	struct intern *intern = intern_new();
	assert_int_equal(1, intern_add(intern, "k", 1, 5, "x", 1));
	assert_int_equal(2, intern_add(intern, "k", 1, 6, "y", 1));
	assert_int_equal(3, intern_add(intern, "l", 1, 5, "z", 1));
	assert_int_equal(2, intern_find(intern, "k", 1, 6));
	assert_int_equal(3, intern_find(intern, "l", 1, 5));
	intern_free(intern);
}

static void many_keys_of_all_lengths(void **state)
{
	(void)state;
	uint64_t before = budget_used();
	struct intern *intern = intern_new();
	uint8_t key[300];
	for (uint32_t round = 0; round < 2; round++) {
		for (uint32_t i = 0; i < KEYS; i++) {
			uint32_t n = 4 + i % 290;
			memset(key, (int)i, n);
			memcpy(key, &i, 4);
			uint64_t hash = intern_hash(key, n);
			assert_int_equal(round ? i + 1 : 0, intern_find(intern, key, n, hash));
			assert_int_equal(i + 1, intern_add(intern, key, n, hash, key, i % 40));
			uint32_t length;
			assert_memory_equal(key, intern_key(intern, i + 1, &length), n);
			assert_int_equal(n, length);
			assert_memory_equal(key, intern_value(intern, i + 1, &length), i % 40);
			assert_int_equal(i % 40, length);
		}
	}
	assert_true(budget_used() > before + KEYS * 180);
	intern_free(intern);
	assert_int_equal(before, budget_used());
}

static void a_spent_budget_refuses_new_keys(void **state)
{
	(void)state;
	uint64_t before = budget_used();
	struct intern *intern = intern_new();
	budget_limit(before + 300000);
	uint32_t i = 0, refused = 0;
	for (; i < 100000; i++)
		refused += intern_add(intern, &i, 4, intern_hash(&i, 4), NULL, 0) == 0;
	assert_int_equal(i - refused, intern_count(intern));
	assert_true(refused > 50000 && intern_count(intern) > 1000);
	for (uint32_t id = 1; id <= intern_count(intern); id++) {
		uint32_t n;
		const uint32_t *key = intern_key(intern, id, &n);
		assert_int_equal(id, intern_find(intern, key, n, intern_hash(key, n)));
	}
	budget_limit(before);
	assert_null(intern_new());
	budget_limit(UINT64_C(1) << 30);
	assert_int_not_equal(0, intern_add(intern, "later", 5, intern_hash("later", 5), NULL, 0));
	intern_free(intern);
	assert_int_equal(before, budget_used());
}

struct worker {
	pthread_t thread;
	struct intern *intern;
	uint32_t seed;
	uint32_t wrong;
	uint32_t id_of[KEYS];
};

/* Every thread adds every key in an order of its own, with a value that tells what the key is. */
static void *work(void *argument)
{
	struct worker *worker = argument;
	for (uint32_t i = 0; i < KEYS; i++) {
		uint64_t key[3] = {(i * 7919 + worker->seed) % KEYS, 1, 2};
		uint64_t hash = intern_hash(key, sizeof key);
		uint32_t found = intern_find(worker->intern, key, sizeof key, hash);
		uint64_t value = key[0] * 3;
		uint32_t id =
		        intern_add(worker->intern, key, sizeof key, hash, &value, sizeof value);
		uint32_t n;
		const uint64_t *kept = intern_value(worker->intern, id, &n);
		const uint64_t *kept_key = intern_key(worker->intern, id, &n);
		worker->wrong += id == 0 || (found && found != id) || *kept != value ||
		                 *kept_key != key[0] || intern_count(worker->intern) < id;
		atomic_fetch_add(intern_slot(worker->intern, id), 1);
		worker->id_of[key[0]] = id;
	}
	return NULL;
}

static void threads_agree(void **state)
{
	(void)state;
	struct intern *intern = intern_new();
	struct worker *workers = calloc(THREADS, sizeof *workers);
	for (uint32_t i = 0; i < THREADS; i++) {
		workers[i].intern = intern;
		workers[i].seed = i * 100;
		assert_int_equal(0, pthread_create(&workers[i].thread, NULL, work, &workers[i]));
	}
	for (uint32_t i = 0; i < THREADS; i++) {
		pthread_join(workers[i].thread, NULL);
		assert_int_equal(0, workers[i].wrong);
		assert_memory_equal(workers[0].id_of, workers[i].id_of, sizeof workers->id_of);
	}
	assert_int_equal(KEYS, intern_count(intern));
	for (uint32_t id = 1; id <= KEYS; id++)
		assert_int_equal(THREADS, *intern_slot(intern, id));
	free(workers);
	intern_free(intern);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(keys_and_values),
	        cmocka_unit_test(hashes_differ),
	        cmocka_unit_test(equal_keys_of_other_hashes_are_apart),
	        cmocka_unit_test(many_keys_of_all_lengths),
	        cmocka_unit_test(a_spent_budget_refuses_new_keys),
	        cmocka_unit_test(threads_agree),
	};
	return cmocka_run_group_tests(tests, set_up, NULL);
}
