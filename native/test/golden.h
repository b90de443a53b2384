// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* The session of tests/recordings/v1/golden.jdhat: every record type, every mask, known truth. What
 * it must come to stands in the README beside the file; the library's test asserts that. */
#ifndef JDHAT_TEST_GOLDEN_H
#define JDHAT_TEST_GOLDEN_H

#include <stdint.h>
#include <string.h>

#include "recording.h"
#include "sizes.h"

#define GOLDEN_LAMBDA 524288

static const struct recording_header golden_header = {
        .wall_us = 1767323045678901, .pid = 4711, .session_id = UINT64_C(0xfedcba9876543210)};

static const struct recording_session golden_session = {
        .version = "0.1.0",
        .door = DOOR_LOAD,
        .lambda = 0,
        .depth = 128,
        .liveness = FORMAT_LIVENESS_ON,
        .older_threads = 2,
        .collector = COLLECTOR_G1,
        .vm_name = "OpenJDK 64-Bit Server VM",
        .vm_version = "17.0.15+6-Debian-1",
        .java_version = 17,
        .command = "demo.Shop --caf\xc3\xa9 3",
        .host = "golden",
        .options = "interval=0,threads=pool,file=golden.jdhat",
        .max_heap = 268435456,
        .max_memory = 67108864,
        .max_size = 1048576,
        .threads = 2,
        .final_collection = true,
        .pace = PACE_AUTO,
        .budget = 200};

static void golden_string(struct recording *recording, uint32_t id, const char *text)
{
	recording_string(recording, id, text, (uint32_t)strlen(text));
}

static void golden_strings(struct recording *recording)
{
	static const char *const texts[] = {
	        "demo.Shop", "main", "([Ljava/lang/String;)V", "Shop.java", "order", "(I)V",
	        "java.util.ArrayList", "grow", "(I)[Ljava/lang/Object;", "ArrayList.java", "byte[]",
	        "java.lang.Object[]", "demo.Shop$Basket", "java.lang.Class", "forName0",
	        "(Ljava/lang/String;)Ljava/lang/Class;", "Class.java", "demo.Shop$$Lambda$14",
	        "run", "()V", "serve", "warm-up", "ShopTest.sells", "worker-#", "rows read",
	        /* U+1F600 as two surrogates and U+0000 as two bytes: modified UTF-8. */
	        "loaded \xed\xa0\xbd\xed\xb8\x80\xc0\x80!"};
	for (uint32_t i = 0; i < sizeof texts / sizeof *texts; i++)
		golden_string(recording, i + 1, texts[i]);
}

static void golden_methods(struct recording *recording)
{
	recording_method(recording, 1, 1, 2, 3, 4, 0);
	recording_method(recording, 2, 1, 5, 6, 4, 0);
	recording_method(recording, 3, 7, 8, 9, 10, 0);
	recording_method(recording, 4, 14, 15, 16, 17, METHOD_NATIVE);
	recording_method(recording, 5, 18, 19, 20, 0, METHOD_HIDDEN);
	recording_method(recording, 6, 1, 21, 20, 4, 0);
}

static void golden_stacks(struct recording *recording)
{
	static const struct recording_frame order[] = {{2, 42}, {1, 17}};
	static const struct recording_frame grow[] = {{3, 239}, {2, 43}, {1, 17}};
	static const struct recording_frame lambda[] = {{5, LINE_UNKNOWN}, {6, 60}};
	static const struct recording_frame native[] = {{4, LINE_NATIVE}, {1, 12}};
	static const struct recording_frame doubtful[] = {{2, 42}, {1, 18}};
	static const struct recording_frame serve[] = {{6, 61}};
	recording_stack(recording, 1, 0, order, 2);
	recording_stack(recording, 2, 0, grow, 3);
	recording_stack(recording, 3, 0, lambda, 2);
	recording_stack(recording, 4, STACK_CUT, native, 2);
	recording_stack(recording, 5, STACK_DOUBTFUL, doubtful, 2);
	recording_stack(recording, 6, STACK_OTHER, NULL, 0);
	recording_stack(recording, 300, 0, serve, 1);
}

static void golden_descriptions(struct recording *recording)
{
	golden_strings(recording);
	golden_methods(recording);
	golden_stacks(recording);
	recording_class(recording, 1, 11);
	recording_class(recording, 2, 12);
	recording_class(recording, 3, 13);
	recording_interval(recording, 1, 0, 0);
	recording_interval(recording, 2, 0, 2);
	recording_interval(recording, 3, GOLDEN_LAMBDA, 0);
	recording_interval(recording, 4, GOLDEN_LAMBDA, 1);
	recording_scope(recording, 1, 0, 1, 22);
	recording_scope(recording, 2, 1, 2, 23);
	recording_context(recording, 1, 1, 2, 0);
	recording_context(recording, 2, 2, 24, 0);
	recording_context(recording, 3, 0, 0, 25);
}

static void golden_sites(struct recording *recording)
{
	recording_site(recording, 1, 1, 1, sizes_class(1040), 1, 0, UNIT_HEAP);
	recording_site(recording, 2, 2, 2, sizes_class(56), 1, 0, UNIT_HEAP);
	recording_site(recording, 3, 1, 3, sizes_class(24), 1, 1, UNIT_HEAP);
	recording_site(recording, 4, 3, 1, sizes_class(2064), 2, 2, UNIT_HEAP);
	recording_site(recording, 5, 300, 0, sizes_class(100), 1, 3, UNIT_AD_HOC);
	recording_site(recording, 6, 6, 1, sizes_class(32), 1, 0, UNIT_HEAP);
	recording_site(recording, 7, 5, 1, sizes_class(1048592), 3, 0, UNIT_HEAP);
	recording_site(recording, 800, 4, 1, sizes_class(4112), 4, 0, UNIT_HEAP);
	recording_site(recording, 9, 1, 1, sizes_class(1040), 3, 0, UNIT_HEAP);
}

#define GOLDEN_ROWS(recording, now, ...)                                                           \
	recording_rows(recording, now, (const struct recording_row[]){__VA_ARGS__},                \
	               (uint32_t)(sizeof(const struct recording_row[]){__VA_ARGS__} /              \
	                          sizeof(struct recording_row)))

/* The closing of epochs first to last, with counters that grow with the time. */
static void golden_clock(struct recording *recording, uint32_t first, uint32_t last,
                         enum format_clock_kind kind, enum format_reason reason, uint32_t flags,
                         uint64_t time_us, uint32_t live_limit)
{
	struct recording_clock clock = {.first = first,
	                                .last = last,
	                                .kind = kind,
	                                .reason = reason,
	                                .flags = flags,
	                                .time_us = time_us,
	                                .live_limit = live_limit};
	for (int i = 0; i < COUNTERS; i++)
		clock.counters[i] = i > COUNTER_DIRECT ? COUNTER_UNKNOWN : 0;
	clock.counters[COUNTER_EVENTS] = time_us / 1000;
	clock.counters[COUNTER_COLLECTIONS] = last / 3;
	clock.counters[COUNTER_CALLBACK_NS] = 2 * time_us;
	clock.counters[COUNTER_AGENT_CPU_NS] = 3 * time_us;
	clock.counters[COUNTER_SWEEP_NS] = time_us;
	clock.counters[COUNTER_MEMORY] = 1000000 + last;
	clock.counters[COUNTER_HEAP_USED] = last == 1 ? COUNTER_UNKNOWN : UINT64_C(10000000) * last;
	clock.counters[COUNTER_HEAP_COMMITTED] = last == 1 ? COUNTER_UNKNOWN : 134217728;
	clock.counters[COUNTER_JVM_ALLOCATED] =
	        last == 1 ? COUNTER_UNKNOWN : UINT64_C(20000000) * last;
	clock.counters[COUNTER_JVM_YOUNG] = last / 4;
	clock.counters[COUNTER_JVM_OLD] = last / 5;
	clock.counters[COUNTER_JVM_GC_US] = 1500 * last;
	clock.counters[COUNTER_DIRECT] = COUNTER_UNKNOWN;
	if (last >= 7)
		clock.counters[COUNTER_K] = 2;
	if (last >= 9) {
		clock.counters[COUNTER_LAMBDA] = GOLDEN_LAMBDA;
		clock.counters[COUNTER_FOLDED_BLOCKS] = 5;
		clock.counters[COUNTER_FOLDED_BYTES] = 160;
		clock.counters[COUNTER_LOST_BLOCKS] = 4;
		clock.counters[COUNTER_LOST_BYTES] = 4096;
		clock.counters[COUNTER_DROPPED_BLOCKS] = 2;
		clock.counters[COUNTER_DROPPED_BYTES] = 64;
		clock.counters[COUNTER_UNTRACKED_BLOCKS] = 1;
		clock.counters[COUNTER_UNTRACKED_BYTES] = 56;
	}
	recording_clock(recording, &clock);
	recording_flush(recording);
}

/* Epochs 1 to 5: the exact part, closed by settle(). */
static void golden_exact(struct recording *recording)
{
	golden_clock(recording, 1, 1, CLOCK_REQUEST, REASON_START, CLOCK_PINNED, 1000, 0);
	golden_descriptions(recording);
	golden_sites(recording);
	GOLDEN_ROWS(recording, 2, {1, 2, 100, 104000, 0, 0, 0, 0}, {2, 2, 9, 504, 1, 56, 0, 0});
	recording_flush(recording);
	GOLDEN_ROWS(recording, 3, {1, 2, 0, 0, 0, 0, 40, 41600});
	golden_clock(recording, 2, 2, CLOCK_COLLECTION, REASON_NONE, CLOCK_LIVE, 100000, 2);
	GOLDEN_ROWS(recording, 3, {3, 3, 1000, 24000, 0, 0, 0, 0}, {5, 3, 0, 0, 3, 300, 0, 0});
	golden_clock(recording, 3, 3, CLOCK_TICK, REASON_NONE, 0, 1100000, 0);
	GOLDEN_ROWS(recording, 4, {1, 3, 2, 2080, 0, 0, 0, 0}, {1, 4, 8, 8320, 0, 0, 0, 0});
	recording_mark(recording, 4, 26);
	golden_clock(recording, 4, 4, CLOCK_REQUEST, REASON_MARK, CLOCK_PINNED, 1500000, 0);
	GOLDEN_ROWS(recording, 6, {1, 2, 0, 0, 0, 0, 50, 52000}, {3, 3, 0, 0, 0, 0, 900, 21600},
	            {2, 5, 20, 1120, 0, 0, 0, 0}, {1, 5, 30, 31200, 0, 0, 30, 31200});
	golden_clock(recording, 5, 5, CLOCK_REQUEST, REASON_SETTLE,
	             CLOCK_LIVE | CLOCK_FULL | CLOCK_FORCED | CLOCK_PINNED, 2000000, 5);
}

/* Epochs 6 to 9: a window, thinning, sampling, folding; epochs 7 and 8 in one clock point. */
static void golden_estimated(struct recording *recording)
{
	recording_note(recording, NOTE_THINNING, 2000100, "tracking 1 block in 4 from now on");
	recording_window(recording, 1, 1, 6, 0, 1);
	golden_clock(recording, 6, 6, CLOCK_REQUEST, REASON_WINDOW, CLOCK_PINNED, 2100000, 0);
	GOLDEN_ROWS(recording, 7, {4, 7, 25, 51600, 75, 154800, 0, 0}, {6, 7, 5, 160, 0, 0, 0, 0});
	recording_flush(recording);
	GOLDEN_ROWS(recording, 8, {7, 8, 10, 10485920, 0, 0, 0, 0}, {9, 8, 4, 4160, 0, 0, 0, 0},
	            {800, 8, 3, 12336, 2, 8224, 0, 0});
	GOLDEN_ROWS(recording, 9, {4, 7, 0, 0, 0, 0, 5, 10320}, {3, 9, 50, 1200, 0, 0, 0, 0});
	golden_clock(recording, 7, 8, CLOCK_COLLECTION, REASON_NONE, CLOCK_LIVE | CLOCK_CYCLE,
	             3000000, 8);
	recording_window(recording, 1, 1, 6, 9, 1);
	recording_note(recording, NOTE_LOST, 3100000, "4 blocks were lost: max-memory is used up");
	GOLDEN_ROWS(recording, 9, {4, 7, 7, 14448, 3, 6192, 4, 8256});
	golden_clock(recording, 9, 9, CLOCK_REQUEST, REASON_WINDOW, CLOCK_PINNED, 3200000, 0);
}

/* Epochs 10 and 11: the t-end point, and what other code allocates after it. */
static void golden_final(struct recording *recording)
{
	GOLDEN_ROWS(recording, 10, {1, 10, 6, 6240, 0, 0, 0, 0}, {5, 10, 0, 0, 2, 50, 0, 0});
	GOLDEN_ROWS(recording, 11, {7, 8, 0, 0, 0, 0, 9, 9437328}, {800, 8, 0, 0, 0, 0, 3, 12336},
	            {3, 3, 0, 0, 0, 0, 100, 2400}, {4, 7, 0, 0, 0, 0, 16, 33024},
	            {1, 10, 0, 0, 0, 0, 1, 1040});
	golden_clock(recording, 10, 10, CLOCK_REQUEST, REASON_STOP,
	             CLOCK_LIVE | CLOCK_FULL | CLOCK_FORCED | CLOCK_PINNED | CLOCK_FINAL |
	                     CLOCK_FINAL_DONE,
	             4000000, 10);
	GOLDEN_ROWS(recording, 11, {2, 11, 4, 224, 0, 0, 0, 0});
	golden_clock(recording, 11, 11, CLOCK_REQUEST, REASON_STOP, CLOCK_PINNED, 4100000, 0);
	recording_end(recording, END_TARGET, 4100100);
}

static inline void golden_write(struct recording *recording)
{
	golden_exact(recording);
	golden_estimated(recording);
	golden_final(recording);
}

#endif
