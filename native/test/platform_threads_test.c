// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* The part of platform.h that threads use: clocks, the semaphore and the lock. */
#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "platform/platform.h"

#define SECOND UINT64_C(1000000)

static void clocks_run(void **state)
{
	(void)state;
	uint64_t before = platform_now_ns();
	uint64_t cpu = platform_thread_cpu_ns();
	volatile uint64_t work = 0;
	while (platform_now_ns() - before < 50000000 || platform_thread_cpu_ns() == cpu)
		work++;
	assert_true(platform_now_ns() > before);
	assert_true(platform_thread_cpu_ns() > cpu);
	assert_true(platform_wall_us() > UINT64_C(1700000000) * SECOND);
	assert_true(platform_wall_us() < UINT64_C(4700000000) * SECOND);
}

static void wait_times_out(void **state)
{
	(void)state;
	struct platform_semaphore semaphore;
	platform_semaphore_init(&semaphore);
	uint64_t before = platform_now_ns();
	assert_false(platform_semaphore_wait(&semaphore, 20000));
	assert_true(platform_now_ns() - before >= 15000000);
	assert_false(platform_semaphore_wait(&semaphore, 0));
}

static void a_post_is_kept_for_the_wait(void **state)
{
	(void)state;
	struct platform_semaphore semaphore;
	platform_semaphore_init(&semaphore);
	platform_semaphore_post(&semaphore);
	platform_semaphore_post(&semaphore);
	assert_true(platform_semaphore_wait(&semaphore, 0));
	platform_semaphore_post(&semaphore);
	assert_true(platform_semaphore_wait(&semaphore, UINT64_MAX));
}

struct ping_pong {
	struct platform_semaphore ping, pong;
	uint64_t value;
};

static void *answer(void *argument)
{
	struct ping_pong *game = argument;
	for (int i = 0; i < 2000; i++) {
		if (!platform_semaphore_wait(&game->ping, 10 * SECOND))
			break;
		game->value++;
		platform_semaphore_post(&game->pong);
	}
	return NULL;
}

static void a_post_wakes_another_thread(void **state)
{
	(void)state;
	struct ping_pong game = {.value = 0};
	pthread_t thread;
	platform_semaphore_init(&game.ping);
	platform_semaphore_init(&game.pong);
	assert_int_equal(0, pthread_create(&thread, NULL, answer, &game));
	for (uint64_t i = 0; i < 2000; i++) {
		platform_semaphore_post(&game.ping);
		assert_true(platform_semaphore_wait(&game.pong, 10 * SECOND));
		assert_int_equal(i + 1, game.value);
	}
	pthread_join(thread, NULL);
}

struct counter {
	struct platform_lock lock;
	uint64_t value;
};

static void *count(void *argument)
{
	struct counter *counter = argument;
	for (int i = 0; i < 20000; i++) {
		platform_lock_acquire(&counter->lock);
		counter->value++;
		platform_lock_release(&counter->lock);
	}
	return NULL;
}

static void a_lock_lets_one_in(void **state)
{
	(void)state;
	struct counter counter = {.value = 0};
	pthread_t threads[4];
	platform_lock_init(&counter.lock);
	for (int i = 0; i < 4; i++)
		assert_int_equal(0, pthread_create(&threads[i], NULL, count, &counter));
	for (int i = 0; i < 4; i++)
		pthread_join(threads[i], NULL);
	assert_int_equal(80000, counter.value);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(clocks_run),
	        cmocka_unit_test(wait_times_out),
	        cmocka_unit_test(a_post_is_kept_for_the_wait),
	        cmocka_unit_test(a_post_wakes_another_thread),
	        cmocka_unit_test(a_lock_lets_one_in),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
