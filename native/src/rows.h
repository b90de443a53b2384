// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* Rows that wait to be written, one per (site, birth). One thread only. */
#ifndef JDHAT_ROWS_H
#define JDHAT_ROWS_H

#include <stdbool.h>
#include <stdint.h>

#include "recording.h"

struct rows {
	struct recording_row *row; /* in order of their first use */
	uint32_t n;
	uint32_t capacity;
	uint32_t *bucket; /* place in row + 1, or 0 */
	uint32_t mask;
	uint32_t latest;              /* the largest birth of a row */
	uint32_t spared, spared_most; /* latest clears that found few rows, and the most of these */
};

/* False when there is no memory. */
bool rows_init(struct rows *rows);
void rows_free(struct rows *rows);
/* Place of the row of (site, birth), made empty when it is new; ROWS_NONE when there is no memory
 * left for a new one. A cleared table always has room for some. */
#define ROWS_NONE UINT32_MAX
uint32_t rows_place(struct rows *rows, uint32_t site, uint32_t birth);
/* Whether the row of (site, birth) is at a place, which may be any number. */
static inline bool rows_is(const struct rows *rows, uint32_t place, uint32_t site, uint32_t birth)
{
	return place < rows->n && rows->row[place].site == site && rows->row[place].birth == birth;
}
/* Has the processor fetch what it takes to find that row, perhaps at that place. */
void rows_expect(const struct rows *rows, uint32_t place, uint32_t site, uint32_t birth);
/* The `now` to write them with: at least the latest birth. */
uint32_t rows_now(const struct rows *rows, uint32_t now);
void rows_clear(struct rows *rows);

#endif
