// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "options.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "nearest.h"
#include "options_table.h"
#include "units.h"

#define MIB     ((uint64_t)1 << 20)
#define GIB     ((uint64_t)1 << 30)
#define MS      ((uint64_t)1000)
#define SECOND  (1000 * MS)
#define HOUR    (3600 * SECOND)
#define PERCENT ((uint64_t)100)

#define FIELD(name) offsetof(struct options, name), sizeof((struct options *)0)->name

typedef bool take_value(const struct option *, const char *, struct options *, char *);
static take_value take_size, take_interval, take_budget, take_time, take_count, take_word,
        take_path, take_file, take_report, take_start;

static const struct word interval_words[] = {{"exact", 0}, {"auto", 0}, {NULL, 0}};
static const struct word off_words[] = {{"off", 0}, {NULL, 0}};
static const struct word auto_words[] = {{"auto", 0}, {NULL, 0}};
static const struct word switch_words[] = {
        {"on", SWITCH_ON},     {"true", SWITCH_ON}, {"yes", SWITCH_ON}, {"off", SWITCH_OFF},
        {"false", SWITCH_OFF}, {"no", SWITCH_OFF},  {NULL, 0}};
static const struct word flag_words[] = {{"on", true},   {"true", true},   {"yes", true},
                                         {"off", false}, {"false", false}, {"no", false},
                                         {NULL, 0}};
static const struct word thread_words[] = {
        {"none", THREADS_NONE}, {"name", THREADS_NAME}, {"pool", THREADS_POOL}, {NULL, 0}};
static const struct word stack_walk_words[] = {{"auto", WALK_AUTO},
                                               {"portable", WALK_PORTABLE},
                                               {"fast", WALK_FAST},
                                               {"checked", WALK_CHECKED},
                                               {NULL, 0}};
static const struct word liveness_words[] = {
        {"on", LIVENESS_ON}, {"off", LIVENESS_OFF}, {"force", LIVENESS_FORCE}, {NULL, 0}};

static const struct word record_words[] = {
        {"heap", RECORDS_HEAP}, {"ad-hoc", RECORDS_AD_HOC}, {"both", RECORDS_BOTH}, {NULL, 0}};
static const struct word window_thread_words[] = {
        {"this", WINDOW_THIS}, {"all", WINDOW_ALL}, {NULL, 0}};
static const struct word window_kind_words[] = {
        {"window", SCOPE_WINDOW}, {"test", SCOPE_TEST}, {NULL, 0}};

const struct option options_table[] = {
        {"interval", take_interval, FIELD(interval), 0, GIB, interval_words,
         "512k, 1m, exact or auto", "SIZE|exact|auto",
         "mean bytes between samples, up to 1g; exact (or 0) sees every block; auto does while "
         "the budget allows [512k; jdhat run: auto]"},
        {"budget", take_budget, FIELD(budget), 1, 100 * PERCENT, off_words, "2, 0.5 or off",
         "PERCENT|off",
         "share of one core that the agent may take before the interval is raised, unless one was "
         "given alone [2]"},
        {"file", take_file, FIELD(file), 0, 0, NULL, NULL, "PATH",
         "the recording; %p is the process id, %t the time, %h the host, %n nothing or -2 to -9 "
         "where such files are there, %% a % [jdhat-%p%n.jdhat]"},
        {"report", take_report, FIELD(report), 0, 0, NULL, NULL, "PATH|none",
         "the profile, DHAT's JSON, written at the end [dhat-heap.json]"},
        {"depth", take_count, FIELD(depth), 1, 2048, NULL, "128", "N",
         "frames kept of each stack, 1 to 2048 [128]"},
        {"gc", take_word, FIELD(gc), 0, 0, switch_words, "on or off", "on|off",
         "collect before the end is counted [on; -agentpath, attach: off on ZGC or above 4g of "
         "heap]"},
        {"gc-timeout", take_time, FIELD(gc_timeout_us), 0, HOUR, NULL, "500ms, 5s or 2m", "TIME",
         "how long the end waits for that collection, up to 1h [5s]"},
        {"gc-at", take_count, FIELD(gc_at), 0, 1000000000, NULL, "1000000", "N",
         "force a collection whenever N blocks wait for one, 0 is never [0]"},
        {"report-timeout", take_time, FIELD(report_timeout_us), 0, HOUR, NULL, "500ms, 5s or 2m",
         "TIME", "how long the end waits for the report, up to 1h [10s]"},
        {"tick", take_time, FIELD(tick_us), 100 * MS, HOUR, NULL, "500ms, 5s or 2m", "TIME",
         "time between clock points without a collection, 100ms to 1h [1s]"},
        {"flush", take_time, FIELD(flush_us), 10 * MS, 60 * SECOND, NULL, "100ms or 1s", "TIME",
         "time between writes to the recording, 10ms to 1m [100ms]"},
        {"threads", take_word, FIELD(threads), 0, 0, thread_words, "none, name or pool",
         "none|name|pool", "count threads apart, by name or by name without its digits [none]"},
        {"stack-walk", take_word, FIELD(stack_walk), 0, 0, stack_walk_words,
         "auto, portable, fast or checked", "auto|portable|fast|checked",
         "how stacks are found: by the VM, or by a cache in front of it [auto]"},
        {"max-size", take_size, FIELD(max_size), MIB, 1024 * GIB, NULL, "64m or 1g", "SIZE",
         "bound of the recording, at least 1m [256m]"},
        {"max-memory", take_size, FIELD(max_memory), 4 * MIB, 1024 * GIB, auto_words,
         "64m, 1g or auto", "SIZE|auto",
         "bound of the agent's memory, at least 4m [auto: 64m; interval exact or auto: a quarter "
         "of what is free]"},
        {"liveness", take_word, FIELD(liveness), 0, 0, liveness_words, "on, off or force",
         "on|off|force",
         "watch the collector free blocks; force does so where it is costly, too [on]"},
        {"record", take_word, FIELD(record), 0, 0, record_words, "heap, ad-hoc or both",
         "heap|ad-hoc|both", "record allocations, the program's own events, or both [heap]"},
        {"start", take_start, FIELD(start_delay_us), 0, 24 * HOUR, NULL,
         "now, idle or a delay such as 30s", "now|idle|TIME",
         "when to record: at once, when told to, or after a delay of up to 24h [now]"},
        {"quiet", take_word, FIELD(quiet), 0, 0, flag_words, "on or off", "on|off",
         "say nothing but errors [off]"},
        {"reply", take_path, FIELD(reply), 0, 0, NULL, NULL, "PATH",
         "where a command writes its answer"},
        {"window-threads", take_word, FIELD(window_threads), 0, 0, window_thread_words,
         "this or all", "this|all", NULL},
        {"window-kind", take_word, FIELD(window_kind), 0, 0, window_kind_words, "window or test",
         "window|test", NULL},
        {"join", take_word, FIELD(join), 0, 0, flag_words, "on or off", "on|off", NULL},
};
const size_t options_table_length = sizeof options_table / sizeof options_table[0];

/* Names to guess from when one is unknown. */
#define KNOWN_MAX 64

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

static const struct word *find_word(const struct word *words, const char *text, size_t length)
{
	for (; words != NULL && words->text != NULL; words++)
		if (strlen(words->text) == length && memcmp(words->text, text, length) == 0)
			return words;
	return NULL;
}

static bool take_size(const struct option *option, const char *value, struct options *options,
                      char *message)
{
	char least[UNITS_TEXT_MAX], most[UNITS_TEXT_MAX];
	uint64_t bytes = 0;
	const struct word *word = find_word(option->words, value, strlen(value));
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

static bool take_interval(const struct option *option, const char *value, struct options *options,
                          char *message)
{
	options->interval_given = true;
	options->interval_auto = strcmp(value, "auto") == 0;
	return take_size(option, value, options, message);
}

static bool take_budget(const struct option *option, const char *value, struct options *options,
                        char *message)
{
	uint64_t share = 0;
	const struct word *word = find_word(option->words, value, strlen(value));
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

static bool take_time(const struct option *option, const char *value, struct options *options,
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

static bool take_count(const struct option *option, const char *value, struct options *options,
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

static bool take_word(const struct option *option, const char *value, struct options *options,
                      char *message)
{
	const struct word *word = find_word(option->words, value, strlen(value));
	if (word == NULL)
		return options_say(message, "%s=%.99s: unknown value; write %s", option->name,
		                   value, option->advice);
	store(option, options, word->value);
	return true;
}

static bool take_path(const struct option *option, const char *value, struct options *options,
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

static bool take_file(const struct option *option, const char *value, struct options *options,
                      char *message)
{
	options->file_given = true;
	return take_path(option, value, options, message);
}

static bool take_report(const struct option *option, const char *value, struct options *options,
                        char *message)
{
	options->report_given = true;
	if (strcmp(value, "none") != 0)
		return take_path(option, value, options, message);
	options->report[0] = '\0';
	return true;
}

static bool take_start(const struct option *option, const char *value, struct options *options,
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
	else if (!take_time(option, value, options, message))
		return false;
	else
		options->start = START_DELAY;
	return true;
}

static const struct option *find_option(const char *name)
{
	for (size_t i = 0; i < options_table_length; i++)
		if (strcmp(options_table[i].name, name) == 0)
			return &options_table[i];
	return NULL;
}

static bool say_unknown(char *message, const char *name)
{
	const char *known[KNOWN_MAX + 1] = {NULL};
	size_t n = 0;
	for (size_t i = 0; i < options_table_length && n < KNOWN_MAX; i++)
		if (options_table[i].meaning != NULL)
			known[n++] = options_table[i].name;
	for (size_t i = 0; i < commands_table_length && n < KNOWN_MAX; i++)
		known[n++] = commands_table[i].name;
	const char *guess = nearest_name(name, known);
	if (guess == NULL)
		return options_say(message,
		                   "unknown option \"%.99s\" (jdhat run --help lists them)", name);
	return options_say(
	        message,
	        "unknown option \"%.99s\": did you mean \"%s\"? (jdhat run --help lists them)",
	        name, guess);
}

/* `start` is a command and, with a value, an option. A bare option is a switch turned on. */
static bool take_item(char *item, bool first, struct options *options, char *message)
{
	char *value = strchr(item, '=');
	if (value != NULL)
		*value++ = '\0';
	const struct option *option = find_option(item);
	const struct command *command = options_find_command(item);
	if (command != NULL && (value == NULL || option == NULL))
		return options_take_command(command, value, first, options, message);
	if (option == NULL)
		return say_unknown(message, item);
	if (value == NULL && find_word(option->words, "on", 2) == NULL)
		return options_say(message, "%s needs a value; write %s=%s", item, item,
		                   option->values);
	return option->take(option, value == NULL ? "on" : value, options, message);
}

/* Cuts the next item off, `\,` made a comma in it. Ends of lines, in a file, are commas too. */
static char *next_item(char **rest)
{
	char *item = *rest;
	char *to = item;
	char *from = item;
	while (*from != '\0' && strchr(",\r\n", *from) == NULL) {
		if (from[0] == '\\' && from[1] == ',')
			from++;
		*to++ = *from++;
	}
	*rest = *from == '\0' ? from : from + 1;
	*to = '\0';
	return item;
}

/* The string itself or what the file after `@` holds, as a copy in text. */
static bool load(const char *given, char *text, size_t n, char *message)
{
	char words[256];
	snprintf(text, n, "%s", given);
	if (given[0] == '@') {
		int code = platform_file_read_text(given + 1, text, n);
		if (code != 0)
			return options_say(message, "cannot read the options from %.200s: %s",
			                   given + 1,
			                   platform_error_text(code, words, sizeof words));
	}
	if (strlen(text) > OPTIONS_LENGTH_MAX)
		return options_say(message, "the options are too long; write at most %d bytes",
		                   OPTIONS_LENGTH_MAX);
	return true;
}

static void set_defaults(struct options *options)
{
	memset(options, 0, sizeof *options);
	options->interval = 512 * 1024;
	options->budget = 2 * PERCENT;
	strcpy(options->file, "jdhat-%p%n.jdhat");
	strcpy(options->report, "dhat-heap.json");
	options->depth = 128;
	options->window_kind = SCOPE_WINDOW;
	options->record = RECORDS_HEAP;
	options->gc_timeout_us = 5 * SECOND;
	options->report_timeout_us = 10 * SECOND;
	options->tick_us = SECOND;
	options->flush_us = 100 * MS;
	options->max_size = 256 * MIB;
}

enum format_pace options_pace(const struct options *options)
{
	if (options->budget == 0 || (options->record & RECORDS_HEAP) == 0)
		return PACE_NONE;
	if (options->interval_auto)
		return PACE_AUTO;
	if (options->interval == 0 || (options->interval_given && !options->budget_given))
		return PACE_NONE;
	return PACE_CEILING;
}

bool options_parse(const char *text, struct options *options, char message[OPTIONS_MESSAGE_MAX])
{
	set_defaults(options);
	message[0] = '\0';
	if (text == NULL)
		return true;
	size_t room = OPTIONS_LENGTH_MAX + 2;
	char *copy = malloc(room);
	if (copy == NULL)
		return options_say(message, "no memory for the options");
	bool good = load(text, copy, room, message);
	bool first = true;
	for (char *rest = copy; good && *rest != '\0';) {
		char *item = next_item(&rest);
		if (*item == '\0')
			continue;
		good = take_item(item, first, options, message);
		first = false;
	}
	free(copy);
	if (options->record == RECORDS_AD_HOC && !options->report_given)
		strcpy(options->report, "dhat-ad-hoc.json");
	return good;
}
