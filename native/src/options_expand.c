// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* The patterns in the path of a recording or report. */
#include "options.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "platform/platform.h"

struct date {
	unsigned year, month, day;
};

/* Days since 1970-01-01 to a date (H. Hinnant, "chrono-compatible low-level date algorithms"); the
 * C library's own functions share a buffer or are missing on some system. */
static struct date date_of(uint64_t days)
{
	uint64_t z = days + 719468;
	uint64_t era = z / 146097;
	unsigned in_era = (unsigned)(z % 146097);
	unsigned year = (in_era - in_era / 1460 + in_era / 36524 - in_era / 146096) / 365;
	unsigned in_year = in_era - (365 * year + year / 4 - year / 100);
	unsigned shifted = (5 * in_year + 2) / 153;
	unsigned month = shifted < 10 ? shifted + 3 : shifted - 9;
	struct date date = {(unsigned)(year + era * 400) + (month <= 2), month,
	                    in_year - (153 * shifted + 2) / 5 + 1};
	return date;
}

static void time_text(uint64_t wall_us, char *text, size_t n)
{
	uint64_t seconds = wall_us / 1000000;
	struct date date = date_of(seconds / 86400);
	unsigned second = (unsigned)(seconds % 86400);
	snprintf(text, n, "%04u%02u%02u-%02u%02u%02u", date.year, date.month, date.day,
	         second / 3600, second / 60 % 60, second % 60);
}

/* A host name is somebody else's text: it must not lead into another folder. */
static void host_text(const char *host, char *text, size_t n)
{
	snprintf(text, n, "%s", host);
	for (char *at = text; *at != '\0'; at++)
		if (strchr("/\\:", *at) != NULL)
			*at = '_';
}

/* Nothing for the first file of that name, or -2, -3 and so on. */
static void number_text(unsigned number, char *text, size_t n)
{
	snprintf(text, n, number > 1 ? "-%u" : "", number);
}

/* What stands for `%letter`; false when nothing does. */
static bool expand(char letter, const struct options_names *names, unsigned number, char *text,
                   size_t n)
{
	if (letter == 'p')
		snprintf(text, n, "%" PRIu64, names->pid);
	else if (letter == 't')
		time_text(names->wall_us, text, n);
	else if (letter == 'h')
		host_text(names->host, text, n);
	else if (letter == 'n')
		number_text(number, text, n);
	else if (letter == '%')
		snprintf(text, n, "%%");
	else
		return false;
	return true;
}

static bool expand_all(const char *pattern, const struct options_names *names, unsigned number,
                       char *path, size_t n, char message[OPTIONS_MESSAGE_MAX])
{
	size_t length = strlen(names->folder);
	message[0] = '\0';
	snprintf(path, n, "%s", names->folder);
	for (const char *at = pattern; *at != '\0'; at++) {
		char part[256] = {*at, '\0'};
		if (*at == '%' && !expand(*++at, names, number, part, sizeof part)) {
			snprintf(message, OPTIONS_MESSAGE_MAX,
			         "unknown pattern \"%%%.1s\" in \"%.99s\"; write %%p "
			         "(process id), %%t (time), %%h (host), %%n (number) or %%%%",
			         at, pattern);
			return false;
		}
		if (length + strlen(part) >= n) {
			snprintf(message, OPTIONS_MESSAGE_MAX,
			         "the path \"%.99s...\" is too long; write at most %zu "
			         "bytes",
			         pattern, n - 1);
			return false;
		}
		memcpy(path + length, part, strlen(part) + 1);
		length += strlen(part);
	}
	return true;
}

bool options_expand(const char *pattern, const struct options_names *names, char *path, size_t n,
                    char message[OPTIONS_MESSAGE_MAX])
{
	unsigned number = 1;
	bool good = expand_all(pattern, names, number, path, n, message);
	if (strstr(pattern, "%n") == NULL)
		return good;
	while (good && platform_file_exists(path) && number < OPTIONS_NUMBER_MAX)
		good = expand_all(pattern, names, ++number, path, n, message);
	return good;
}
