// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "nearest.h"

#include <stddef.h>
#include <string.h>

/* Longer names are not compared. */
#define LONGEST 32

/* How many letters of `a` to put in, take out or replace to get `b`. */
static size_t distance(const char *a, const char *b)
{
	size_t row[LONGEST + 1];
	size_t n = strlen(b);
	for (size_t j = 0; j <= n; j++)
		row[j] = j;
	for (size_t i = 0; a[i] != '\0'; i++) {
		size_t diagonal = row[0];
		row[0] = i + 1;
		for (size_t j = 1; j <= n; j++) {
			size_t least = diagonal + (a[i] != b[j - 1]);
			diagonal = row[j];
			least = row[j] + 1 < least ? row[j] + 1 : least;
			row[j] = row[j - 1] + 1 < least ? row[j - 1] + 1 : least;
		}
	}
	return row[n];
}

const char *nearest_name(const char *name, const char *const *known)
{
	const char *nearest = NULL;
	size_t bound = strlen(name) >= 5 ? 3 : 2;
	if (strlen(name) > LONGEST)
		return NULL;
	for (; *known != NULL; known++) {
		size_t off = strlen(*known) <= LONGEST ? distance(name, *known) : bound;
		if (off < bound) {
			bound = off;
			nearest = *known;
		}
	}
	return nearest;
}
