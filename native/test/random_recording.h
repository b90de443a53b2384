// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* Recordings with rows and clock points of every kind, by a seed. cmocka.h comes before it. */
#ifndef JDHAT_TEST_RANDOM_RECORDING_H
#define JDHAT_TEST_RANDOM_RECORDING_H

#include <stdlib.h>

#include "golden.h"

#define RANDOM_SITES  12
#define RANDOM_EPOCHS 600

static uint64_t random_state;

static uint32_t random_below(uint32_t n)
{
	random_state = random_state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (uint32_t)((random_state >> 33) % n);
}

/* Blocks of `birth + 1` bytes, so that bytes tell births apart: live[site][birth] of them. */
struct random_heap {
	uint32_t live[RANDOM_SITES + 1][RANDOM_EPOCHS + 2];
};

static void random_rows(struct recording *recording, struct random_heap *heap, uint32_t now)
{
	struct recording_row rows[RANDOM_SITES * 4];
	uint32_t n = 0;
	for (uint32_t site = 1; site <= RANDOM_SITES; site++) {
		for (int i = random_below(4); i > 0; i--) {
			uint32_t back = random_below(6) * random_below(6);
			uint32_t birth = now > back ? now - back : 1;
			uint32_t size = birth + 1;
			uint32_t more = random_below(3) == 0 ? 0 : random_below(9);
			uint32_t *live = &heap->live[site][birth];
			*live += more;
			uint32_t dead = *live ? random_below(*live + 1) : 0;
			*live -= dead;
			uint32_t untracked = random_below(3);
			rows[n++] = (struct recording_row){site,      birth,
			                                   more,      (uint64_t)more * size,
			                                   untracked, (uint64_t)untracked * size,
			                                   dead,      (uint64_t)dead * size};
		}
	}
	recording_rows(recording, now, rows, n);
}

/* Closes epochs first to last; a concurrent collector's live limits lag behind. */
static void random_clock(struct recording *recording, uint32_t first, uint32_t last, bool lagging)
{
	struct recording_clock clock = {.first = first, .last = last, .kind = CLOCK_TICK};
	clock.time_us = last * 1000;
	if (random_below(3) > 0) {
		clock.flags |= CLOCK_LIVE;
		uint32_t lag = lagging ? random_below(5) : 0;
		clock.live_limit = last > lag ? last - lag : 0;
	}
	if (random_below(15) == 0)
		clock.flags |= CLOCK_PINNED;
	recording_clock(recording, &clock);
}

/* At most RANDOM_EPOCHS - 3 epochs. The same seed makes the same recording. */
static struct recording *random_recording(const char *path, uint64_t seed, uint32_t epochs)
{
	random_state = seed;
	struct random_heap *heap = calloc(1, sizeof *heap);
	bool lagging = random_below(2);
	int error;
	struct recording *recording =
	        recording_create(path, 1 << 20, &golden_header, &golden_session, &error);
	assert_non_null(recording);
	golden_strings(recording);
	for (uint32_t epoch = 1; epoch <= epochs;) {
		uint32_t last = epoch + (random_below(8) == 0 ? random_below(3) : 0);
		for (uint32_t now = epoch; now <= last; now++)
			random_rows(recording, heap, now);
		if (random_below(3) == 0)
			random_rows(recording, heap, last + 1);
		random_clock(recording, epoch, last, lagging);
		if (random_below(4) == 0)
			recording_mark(recording, last, 26);
		if (random_below(3) == 0)
			recording_flush(recording);
		epoch = last + 1;
	}
	if (random_below(2) == 0)
		random_rows(recording, heap, epochs);
	free(heap);
	return recording;
}

#endif
