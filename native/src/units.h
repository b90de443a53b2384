// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* Sizes and times as people write them. */
#ifndef JDHAT_UNITS_H
#define JDHAT_UNITS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* `4096`, `64k`, `1MiB`, `2gb`, `1t`: bytes, powers of 1024, either case. False when text is
 * something else. What does not fit is UINT64_MAX. */
bool units_parse_size(const char *text, uint64_t *bytes);
/* `100ms`, `250us`, `5s`, `2m`, `1h`, or a bare number of seconds: microseconds. */
bool units_parse_time(const char *text, uint64_t *microseconds);
/* `2`, `0.5`, `2%`: hundredths of a per cent. */
bool units_parse_percent(const char *text, uint64_t *hundredths);
/* A bare number. */
bool units_parse_count(const char *text, uint64_t *count);

/* The shortest way to write a value exactly so that the above reads it again. Returns text. */
#define UNITS_TEXT_MAX 32
const char *units_size_text(uint64_t bytes, char text[UNITS_TEXT_MAX]);
const char *units_time_text(uint64_t microseconds, char text[UNITS_TEXT_MAX]);

#endif
