// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "units.h"

#include <inttypes.h>
#include <stdio.h>

struct unit {
	const char *name; /* lower case */
	uint64_t factor;
};

static const struct unit size_units[] = {{"t", 1ull << 40}, {"tb", 1ull << 40}, {"tib", 1ull << 40},
                                         {"g", 1ull << 30}, {"gb", 1ull << 30}, {"gib", 1ull << 30},
                                         {"m", 1ull << 20}, {"mb", 1ull << 20}, {"mib", 1ull << 20},
                                         {"k", 1ull << 10}, {"kb", 1ull << 10}, {"kib", 1ull << 10},
                                         {"", 1},           {"b", 1},           {NULL, 0}};
static const struct unit time_units[] = {{"h", 3600000000}, {"m", 60000000}, {"min", 60000000},
                                         {"s", 1000000},    {"", 1000000},   {"ms", 1000},
                                         {"us", 1},         {NULL, 0}};
static const struct unit count_units[] = {{"", 1}, {NULL, 0}};

/* Digits at *text, which is moved behind them. False when there are none. */
static bool take_digits(const char **text, uint64_t *number)
{
	const char *at = *text;
	*number = 0;
	for (; *at >= '0' && *at <= '9'; at++) {
		uint64_t digit = (uint64_t)(*at - '0');
		*number = *number > (UINT64_MAX - digit) / 10 ? UINT64_MAX : *number * 10 + digit;
	}
	bool some = at != *text;
	*text = at;
	return some;
}

static bool same_word(const char *text, const char *lower)
{
	while (*text != '\0' && *lower != '\0') {
		char c = *text++;
		if (c >= 'A' && c <= 'Z')
			c = (char)(c - 'A' + 'a');
		if (c != *lower++)
			return false;
	}
	return *text == *lower;
}

static bool parse(const char *text, const struct unit *units, uint64_t *value)
{
	uint64_t number;
	if (!take_digits(&text, &number))
		return false;
	for (; units->name != NULL; units++) {
		if (!same_word(text, units->name))
			continue;
		*value = number > UINT64_MAX / units->factor ? UINT64_MAX : number * units->factor;
		return true;
	}
	return false;
}

bool units_parse_size(const char *text, uint64_t *bytes)
{
	return parse(text, size_units, bytes);
}

bool units_parse_time(const char *text, uint64_t *microseconds)
{
	return parse(text, time_units, microseconds);
}

bool units_parse_count(const char *text, uint64_t *count)
{
	return parse(text, count_units, count);
}

bool units_parse_percent(const char *text, uint64_t *hundredths)
{
	uint64_t whole, part = 0;
	if (!take_digits(&text, &whole))
		return false;
	if (*text == '.') {
		const char *digits = ++text;
		if (!take_digits(&text, &part) || text - digits > 2)
			return false;
		part *= text - digits == 1 ? 10 : 1;
	}
	*hundredths = whole > UINT64_MAX / 100 - 1 ? UINT64_MAX : whole * 100 + part;
	return same_word(text, "") || same_word(text, "%");
}

/* Takes the first, largest unit of which the value is a multiple. */
static const char *format(uint64_t value, const struct unit *units, char *text)
{
	while (value == 0 ? units->factor != 1 : value % units->factor != 0)
		units++;
	snprintf(text, UNITS_TEXT_MAX, "%" PRIu64 "%s", value / units->factor,
	         value == 0 ? "" : units->name);
	return text;
}

const char *units_size_text(uint64_t bytes, char text[UNITS_TEXT_MAX])
{
	return format(bytes, size_units, text);
}

const char *units_time_text(uint64_t microseconds, char text[UNITS_TEXT_MAX])
{
	return format(microseconds, time_units, text);
}
