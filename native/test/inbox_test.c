// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include <pthread.h>
#include <sched.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

#include "inbox.h"

static int set_up(void **state)
{
	(void)state;
	inbox_limit(UINT64_MAX);
	return 0;
}

static bool push(struct inbox *inbox, uint64_t number)
{
	struct inbox_record *record = inbox_place(inbox);
	if (record == NULL)
		return false;
	*record = (struct inbox_record){.size = number, .epoch = (uint32_t)(number * 3)};
	inbox_push(inbox);
	return true;
}

/* Takes at most `most` records and checks that they go on from *next. */
static uint32_t take(struct inbox *inbox, uint64_t *next, uint32_t most)
{
	const struct inbox_record *records;
	uint32_t n = inbox_peek(inbox, &records);
	if (n > most)
		n = most;
	for (uint32_t i = 0; i < n; i++) {
		assert_int_equal(*next, records[i].size);
		assert_int_equal((uint32_t)(*next * 3), records[i].epoch);
		++*next;
	}
	if (n > 0)
		inbox_consume(inbox, n);
	return n;
}

static void an_empty_inbox_holds_nothing(void **state)
{
	(void)state;
	struct inbox inbox;
	const struct inbox_record *records;
	inbox_init(&inbox);
	assert_int_equal(0, inbox_peek(&inbox, &records));
	assert_int_equal(0, inbox_bytes());
	inbox_free(&inbox);
}

static void records_come_out_in_order(void **state)
{
	(void)state;
	struct inbox inbox;
	inbox_init(&inbox);
	uint64_t pushed = 0, taken = 0;
	for (uint32_t round = 0; round < 2000; round++) {
		for (uint32_t i = round * 7919 % 61; i > 0; i--)
			assert_true(push(&inbox, pushed++));
		for (uint32_t i = round * 104729 % 5; i > 0; i--)
			take(&inbox, &taken, 1 + round % 50);
	}
	while (take(&inbox, &taken, 1000) > 0)
		;
	assert_int_equal(pushed, taken);
	/* Only the last segment is left. */
	assert_in_range(inbox_bytes(), 1, 11000);
	inbox_free(&inbox);
	assert_int_equal(0, inbox_bytes());
	assert_int_equal(0, inbox_bytes());
}

static void freed_with_records_in_it(void **state)
{
	(void)state;
	struct inbox inbox;
	uint64_t taken = 0;
	for (int before = 0; before < 2; before++) {
		inbox_init(&inbox);
		for (uint64_t i = 0; i < 1000; i++)
			push(&inbox, i);
		if (before)
			take(&inbox, &taken, 10);
		inbox_free(&inbox);
		assert_int_equal(0, inbox_bytes());
	}
}

static void full_ones_refuse(void **state)
{
	(void)state;
	struct inbox a, b;
	inbox_init(&a);
	inbox_init(&b);
	inbox_limit(20000);
	uint64_t pushed = 0, taken = 0;
	while (push(&a, pushed))
		pushed++;
	assert_in_range(pushed, 200, 500);
	assert_in_range(inbox_bytes(), 5000, 20000);
	/* A drained inbox works on, though there is no memory for another segment. */
	inbox_limit(inbox_bytes());
	for (int round = 0; round < 10; round++) {
		while (take(&a, &taken, 7) > 0)
			;
		assert_int_equal(pushed, taken);
		for (int i = 0; i < 100; i++)
			assert_true(push(&a, pushed++));
	}
	inbox_limit(20000);
	assert_true(push(&b, 0));
	inbox_limit(inbox_bytes());
	uint64_t more = 1;
	while (push(&b, more))
		more++;
	assert_int_equal(16, more);
	inbox_limit(UINT64_MAX);
	inbox_free(&a);
	inbox_free(&b);
}

struct producer {
	struct inbox inbox;
	uint64_t pushed, lost;
	_Atomic(bool) done;
};

static void *produce(void *argument)
{
	struct producer *producer = argument;
	for (int i = 0; i < 300000; i++) {
		if (push(&producer->inbox, producer->pushed))
			producer->pushed++;
		else
			producer->lost++;
	}
	atomic_store(&producer->done, true);
	return NULL;
}

/* The consumer is slow at times, so that the producers run into the limit. */
static void producers_and_a_slow_consumer(void **state)
{
	(void)state;
	enum { PRODUCERS = 3 };
	struct producer *producers = calloc(PRODUCERS, sizeof *producers);
	pthread_t threads[PRODUCERS];
	uint64_t taken[PRODUCERS] = {0};
	inbox_limit(200000);
	for (int i = 0; i < PRODUCERS; i++) {
		inbox_init(&producers[i].inbox);
		assert_int_equal(0, pthread_create(&threads[i], NULL, produce, &producers[i]));
	}
	for (uint32_t round = 0, done = 0; done < PRODUCERS; round++) {
		done = 0;
		for (int i = 0; i < PRODUCERS; i++) {
			bool ended = atomic_load(&producers[i].done);
			done += take(&producers[i].inbox, &taken[i], 1 + round % 300) == 0 && ended;
		}
		assert_true(inbox_bytes() <= 200000 + 3 * 11000);
		if (round % 64 == 0)
			sched_yield();
	}
	for (int i = 0; i < PRODUCERS; i++) {
		pthread_join(threads[i], NULL);
		assert_int_equal(producers[i].pushed, taken[i]);
		assert_int_equal(300000, producers[i].pushed + producers[i].lost);
		inbox_free(&producers[i].inbox);
	}
	assert_int_equal(0, inbox_bytes());
	assert_int_equal(0, inbox_bytes());
	inbox_limit(UINT64_MAX);
	free(producers);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(an_empty_inbox_holds_nothing),
	        cmocka_unit_test(records_come_out_in_order),
	        cmocka_unit_test(freed_with_records_in_it),
	        cmocka_unit_test(full_ones_refuse),
	        cmocka_unit_test(producers_and_a_slow_consumer),
	};
	return cmocka_run_group_tests(tests, set_up, NULL);
}
