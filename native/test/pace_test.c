// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "pace.h"

#define SHARE    0.02
#define EVENT_NS 3000.0
#define TURN_NS  1e8
#define SECONDS  10 /* turns */
#define KIB      UINT64_C(1024)

/* A program that allocates blocks of one size, so many bytes a second when nothing holds it up, and
 * an agent thread that takes a part of the time. */
struct program {
	double bytes, size; /* per second; of a block */
	double agent;
};

static struct pace pace;
static struct pace_reading reading;
static double cost_ns; /* of events, since the beginning */

static void begin(uint64_t floor)
{
	reading = (struct pace_reading){5000000000, 700, 900};
	cost_ns = 0;
	pace_begin(&pace, floor, SHARE, reading);
}

static uint64_t turn(const struct program *program)
{
	double size = pace.lambda == 0 ? program->size : (double)pace.lambda;
	double events = program->bytes / size * EVENT_NS * TURN_NS / 1e9;

	/* In the end one thread does nothing else. */
	events = events > TURN_NS ? TURN_NS : events;
	cost_ns += events;
	reading.now_ns += (uint64_t)TURN_NS;
	reading.events_ns += (uint64_t)events;
	reading.agent_ns += (uint64_t)(program->agent * TURN_NS);
	return pace_turn(&pace, reading);
}

static uint64_t turns(const struct program *program, int n)
{
	while (n-- > 0)
		turn(program);
	return pace.lambda;
}

static const struct program small = {50e3, 50, 0.001};
static const struct program heavy = {1e9, 50, 0.001};
static const struct program idle = {0, 50, 0.001};

static void a_small_program_stays_exact(void **state)
{
	(void)state;
	begin(0);
	assert_int_equal(0, turns(&small, 600 * SECONDS));
	/* 60,000 blocks at once: what a program takes to begin with. */
	begin(0);
	assert_int_equal(0, turns(&(struct program){15e6, 50, 0.01}, 2));
	assert_int_equal(0, turns(&idle, 60 * SECONDS));
}

static void a_heavy_one_is_sampled_within_a_second(void **state)
{
	(void)state;
	uint64_t lambda;

	begin(0);
	lambda = turns(&heavy, 1 * SECONDS);
	assert_true(lambda >= 128 * KIB && lambda <= 1024 * KIB);
	/* The budget, and the credit with what was spent until it took effect. */
	turns(&heavy, 59 * SECONDS);
	assert_true(cost_ns < (60e9 + PACE_CREDIT_NS) * SHARE + 5 * TURN_NS);
}

static void it_does_not_go_to_and_fro(void **state)
{
	(void)state;
	uint64_t lambda;
	int changes = 0, i;

	/* From where falling is just not worth it to where it nearly is. */
	for (double bytes = 1e6; bytes < 1e10; bytes *= 1.7) {
		struct program steady = {bytes, 50, 0.001};

		begin(0);
		lambda = turns(&steady, 10 * SECONDS);
		for (changes = 0, i = 0; i < 120 * SECONDS; i++) {
			changes += turn(&steady) != lambda;
			lambda = pace.lambda;
		}
		assert_true(changes <= 16);
	}
}

static void a_quiet_one_becomes_exact_again(void **state)
{
	(void)state;
	uint64_t lambda, before;

	begin(0);
	lambda = turns(&heavy, 2 * SECONDS);
	assert_int_equal(lambda, turns(&idle, 1 * SECONDS - 1));
	for (before = lambda; (lambda = turns(&idle, SECONDS)) != 0; before = lambda)
		assert_true(lambda < before && before / lambda <= 16);
	assert_true(reading.now_ns < UINT64_C(15000000000));
	/* And is caught again as soon as it is not. */
	assert_true(turns(&heavy, 1 * SECONDS) >= 128 * KIB);
}

/* The agent thread may be asked for something all the time; sampling less would not help it. */
static void a_busy_agent_does_not_keep_it_from_falling(void **state)
{
	(void)state;
	begin(0);
	turns(&heavy, 2 * SECONDS);
	assert_int_equal(0, turns(&(struct program){0, 50, 0.03}, 10 * SECONDS));
	assert_int_equal(0, turns(&(struct program){10e3, 50, 0.03}, 100 * SECONDS));
}

static void it_falls_to_what_half_the_budget_allows(void **state)
{
	(void)state;
	struct program less = {1e7, 50, 0.001};
	double cost;

	begin(0);
	turns(&heavy, 2 * SECONDS);
	turns(&less, 30 * SECONDS);
	cost = less.bytes / (double)pace.lambda * EVENT_NS / 1e9;
	assert_true(pace.lambda > 0 && cost < SHARE / 2 && cost > SHARE / 8);
}

static void it_waits_longer_for_one_that_only_seems_quiet(void **state)
{
	(void)state;
	uint64_t lambda;
	int i;

	begin(0);
	for (i = 0; i < 5; i++) {
		turns(&heavy, 10 * SECONDS);
		turns(&idle, 20 * SECONDS);
	}
	lambda = turns(&heavy, 10 * SECONDS);
	assert_int_equal(lambda, turns(&idle, 15 * SECONDS));
	assert_true(turns(&idle, 2 * SECONDS) < lambda);
}

static void it_stays_above_its_floor(void **state)
{
	(void)state;
	const uint64_t floor = 300000;
	struct program torrent = {1e11, 50, 0.001};

	begin(floor);
	assert_int_equal(floor, turns(&small, 10 * SECONDS));
	assert_int_equal(floor, turns(&idle, 10 * SECONDS));
	assert_true(turns(&torrent, 2 * SECONDS) >= 16384 * KIB);
	assert_int_equal(floor, turns(&idle, 20 * SECONDS));
}

/* Whatever sweeps take, the events have an eighth of the budget. */
static void sweeps_do_not_end_sampling(void **state)
{
	(void)state;
	struct program swept = {1e9, 50, 0.5};
	double cost;

	begin(0);
	turns(&swept, 60 * SECONDS);
	cost = swept.bytes / (double)pace.lambda * EVENT_NS / 1e9;
	assert_true(cost <= SHARE / 8 && cost > SHARE / 1024);
}

static void it_has_a_highest_step(void **state)
{
	(void)state;
	begin(0);
	assert_int_equal(PACE_MOST, turns(&(struct program){1e15, 1e6, 0}, 30 * SECONDS));
}

static void a_moment_says_nothing(void **state)
{
	(void)state;
	begin(0);
	reading.now_ns += (uint64_t)PACE_PERIOD_NS - 1;
	reading.events_ns += UINT64_C(1000000000);
	assert_int_equal(0, pace_turn(&pace, reading));
	reading.now_ns += 1;
	assert_int_equal(4 * KIB, pace_turn(&pace, reading));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(a_small_program_stays_exact),
	        cmocka_unit_test(a_heavy_one_is_sampled_within_a_second),
	        cmocka_unit_test(it_does_not_go_to_and_fro),
	        cmocka_unit_test(a_quiet_one_becomes_exact_again),
	        cmocka_unit_test(a_busy_agent_does_not_keep_it_from_falling),
	        cmocka_unit_test(it_falls_to_what_half_the_budget_allows),
	        cmocka_unit_test(it_waits_longer_for_one_that_only_seems_quiet),
	        cmocka_unit_test(it_stays_above_its_floor),
	        cmocka_unit_test(sweeps_do_not_end_sampling),
	        cmocka_unit_test(it_has_a_highest_step),
	        cmocka_unit_test(a_moment_says_nothing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
