// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* Values of the options: what may be written, and where it goes. */
#include <inttypes.h>
#include <string.h>

#include "options_table.h"
#include "units.h"

/* In messages "%.99s" keeps the end of the sentence in sight when the value is long. */

static void store(const struct option *option, struct options *options, uint64_t value)
{
	unsigned char *field = (unsigned char *)options + option->offset;
	uint32_t narrow = (uint32_t)value;
	bool flag = value != 0;
	if (option->width == sizeof value)
		memcpy(field, &value, sizeof value);
	else if (option->width == sizeof narrow)
		memcpy(field, &narrow, sizeof narrow);
	else
		memcpy(field, &flag, sizeof flag);
}

const struct word *options_find_word(const struct word *words, const char *text, size_t length)
{
	for (; words != NULL && words->text != NULL; words++)
		if (strlen(words->text) == length && memcmp(words->text, text, length) == 0)
			return words;
	return NULL;
}

bool options_take_size(const struct option *option, const char *value, struct options *options,
                       char *message)
{
	char least[UNITS_TEXT_MAX], most[UNITS_TEXT_MAX];
	uint64_t bytes = 0;
	const struct word *word = options_find_word(option->words, value, strlen(value));
	if (word == NULL && !units_parse_size(value, &bytes))
		return options_say(message, "%s=%.99s: not a size; write for example %s",
		                   option->name, value, option->advice);
	if (word == NULL && (bytes < option->least || bytes > option->most))
		return options_say(message, "%s=%.99s: out of range; write a size from %s to %s",
		                   option->name, value, units_size_text(option->least, least),
		                   units_size_text(option->most, most));
	store(option, options, word != NULL ? word->value : bytes);
	return true;
}

bool options_take_interval(const struct option *option, const char *value, struct options *options,
                           char *message)
{
	options->interval_given = true;
	options->interval_auto = strcmp(value, "auto") == 0;
	return options_take_size(option, value, options, message);
}

bool options_take_budget(const struct option *option, const char *value, struct options *options,
                         char *message)
{
	uint64_t share = 0;
	const struct word *word = options_find_word(option->words, value, strlen(value));
	if (word == NULL && !units_parse_percent(value, &share))
		return options_say(message, "%s=%.99s: not a share; write for example %s",
		                   option->name, value, option->advice);
	if (word == NULL && (share < option->least || share > option->most))
		return options_say(message,
		                   "%s=%.99s: out of range; write a share from 0.01 to 100 per "
		                   "cent of a core",
		                   option->name, value);
	options->budget_given = true;
	store(option, options, share);
	return true;
}

bool options_take_time(const struct option *option, const char *value, struct options *options,
                       char *message)
{
	char least[UNITS_TEXT_MAX], most[UNITS_TEXT_MAX];
	uint64_t time;
	if (!units_parse_time(value, &time))
		return options_say(message, "%s=%.99s: not a time; write for example %s",
		                   option->name, value, option->advice);
	if (time < option->least || time > option->most)
		return options_say(message, "%s=%.99s: out of range; write a time from %s to %s",
		                   option->name, value, units_time_text(option->least, least),
		                   units_time_text(option->most, most));
	store(option, options, time);
	return true;
}

bool options_take_count(const struct option *option, const char *value, struct options *options,
                        char *message)
{
	uint64_t count;
	if (!units_parse_count(value, &count))
		return options_say(message, "%s=%.99s: not a number; write for example %s",
		                   option->name, value, option->advice);
	if (count < option->least || count > option->most)
		return options_say(message,
		                   "%s=%.99s: out of range; write a number from %" PRIu64
		                   " to %" PRIu64,
		                   option->name, value, option->least, option->most);
	store(option, options, count);
	return true;
}

bool options_take_word(const struct option *option, const char *value, struct options *options,
                       char *message)
{
	const struct word *word = options_find_word(option->words, value, strlen(value));
	if (word == NULL)
		return options_say(message, "%s=%.99s: unknown value; write %s", option->name,
		                   value, option->advice);
	store(option, options, word->value);
	return true;
}

bool options_take_path(const struct option *option, const char *value, struct options *options,
                       char *message)
{
	if (value[0] == '\0')
		return options_say(message, "%s=: the path is missing; write %s=PATH", option->name,
		                   option->name);
	if (strlen(value) >= option->width)
		return options_say(message,
		                   "%s=%.99s...: the path is too long; write at most %zu bytes",
		                   option->name, value, option->width - 1);
	memcpy((char *)options + option->offset, value, strlen(value) + 1);
	return true;
}

bool options_take_file(const struct option *option, const char *value, struct options *options,
                       char *message)
{
	options->file_given = true;
	return options_take_path(option, value, options, message);
}

bool options_take_report(const struct option *option, const char *value, struct options *options,
                         char *message)
{
	options->report_given = true;
	if (strcmp(value, "none") != 0)
		return options_take_path(option, value, options, message);
	options->report[0] = '\0';
	return true;
}

bool options_take_start(const struct option *option, const char *value, struct options *options,
                        char *message)
{
	uint64_t delay;
	if (strcmp(value, "now") == 0)
		options->start = START_NOW;
	else if (strcmp(value, "idle") == 0)
		options->start = START_IDLE;
	else if (!units_parse_time(value, &delay))
		return options_say(message, "%s=%.99s: unknown value; write %s", option->name,
		                   value, option->advice);
	else if (!options_take_time(option, value, options, message))
		return false;
	else
		options->start = START_DELAY;
	return true;
}
