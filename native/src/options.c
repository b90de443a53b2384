// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "options.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "nearest.h"
#include "options_table.h"

#define MIB     ((uint64_t)1 << 20)
#define GIB     ((uint64_t)1 << 30)
#define MS      ((uint64_t)1000)
#define SECOND  (1000 * MS)
#define HOUR    (3600 * SECOND)
#define PERCENT ((uint64_t)100)

#define FIELD(name) offsetof(struct options, name), sizeof((struct options *)0)->name

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
        {"interval", options_take_interval, FIELD(interval), 0, GIB, interval_words,
         "512k, 1m, exact or auto", "SIZE|exact|auto",
         "mean bytes between samples, up to 1g; exact (or 0) sees every block; auto does while "
         "the budget allows [512k; jdhat run: auto]"},
        {"budget", options_take_budget, FIELD(budget), 1, 100 * PERCENT, off_words, "2, 0.5 or off",
         "PERCENT|off",
         "share of one core that the agent may take before the interval is raised, unless one was "
         "given alone [2]"},
        {"file", options_take_file, FIELD(file), 0, 0, NULL, NULL, "PATH",
         "the recording; %p is the process id, %t the time, %h the host, %n nothing or -2 to -9 "
         "where such files are there, %% a % [jdhat-%p%n.jdhat]"},
        {"report", options_take_report, FIELD(report), 0, 0, NULL, NULL, "PATH|none",
         "the profile, DHAT's JSON, written at the end [dhat-heap.json]"},
        {"depth", options_take_count, FIELD(depth), 1, 2048, NULL, "128", "N",
         "frames kept of each stack, 1 to 2048 [128]"},
        {"gc", options_take_word, FIELD(gc), 0, 0, switch_words, "on or off", "on|off",
         "collect before the end is counted [on; -agentpath, attach: off on ZGC or above 4g of "
         "heap]"},
        {"gc-timeout", options_take_time, FIELD(gc_timeout_us), 0, HOUR, NULL, "500ms, 5s or 2m",
         "TIME", "how long the end waits for that collection, up to 1h [5s]"},
        {"gc-at", options_take_count, FIELD(gc_at), 0, 1000000000, NULL, "1000000", "N",
         "force a collection whenever N blocks wait for one, 0 is never [0]"},
        {"report-timeout", options_take_time, FIELD(report_timeout_us), 0, HOUR, NULL,
         "500ms, 5s or 2m", "TIME", "how long the end waits for the report, up to 1h [10s]"},
        {"tick", options_take_time, FIELD(tick_us), 100 * MS, HOUR, NULL, "500ms, 5s or 2m", "TIME",
         "time between clock points without a collection, 100ms to 1h [1s]"},
        {"flush", options_take_time, FIELD(flush_us), 10 * MS, 60 * SECOND, NULL, "100ms or 1s",
         "TIME", "time between writes to the recording, 10ms to 1m [100ms]"},
        {"threads", options_take_word, FIELD(threads), 0, 0, thread_words, "none, name or pool",
         "none|name|pool", "count threads apart, by name or by name without its digits [none]"},
        {"stack-walk", options_take_word, FIELD(stack_walk), 0, 0, stack_walk_words,
         "auto, portable, fast or checked", "auto|portable|fast|checked",
         "how stacks are found: by the VM, or by a cache in front of it [auto]"},
        {"max-size", options_take_size, FIELD(max_size), MIB, 1024 * GIB, NULL, "64m or 1g", "SIZE",
         "bound of the recording, at least 1m [256m]"},
        {"max-memory", options_take_size, FIELD(max_memory), 4 * MIB, 1024 * GIB, auto_words,
         "64m, 1g or auto", "SIZE|auto",
         "bound of the agent's memory, at least 4m [auto: 64m; interval exact or auto: a quarter "
         "of what is free]"},
        {"liveness", options_take_word, FIELD(liveness), 0, 0, liveness_words, "on, off or force",
         "on|off|force",
         "watch the collector free blocks; force does so where it is costly, too [on]"},
        {"record", options_take_word, FIELD(record), 0, 0, record_words, "heap, ad-hoc or both",
         "heap|ad-hoc|both", "record allocations, the program's own events, or both [heap]"},
        {"start", options_take_start, FIELD(start_delay_us), 0, 24 * HOUR, NULL,
         "now, idle or a delay such as 30s", "now|idle|TIME",
         "when to record: at once, when told to, or after a delay of up to 24h [now]"},
        {"quiet", options_take_word, FIELD(quiet), 0, 0, flag_words, "on or off", "on|off",
         "say nothing but errors [off]"},
        {"reply", options_take_path, FIELD(reply), 0, 0, NULL, NULL, "PATH",
         "where a command writes its answer"},
        {"window-threads", options_take_word, FIELD(window_threads), 0, 0, window_thread_words,
         "this or all", "this|all", NULL},
        {"window-kind", options_take_word, FIELD(window_kind), 0, 0, window_kind_words,
         "window or test", "window|test", NULL},
        {"join", options_take_word, FIELD(join), 0, 0, flag_words, "on or off", "on|off", NULL},
};
const size_t options_table_length = sizeof options_table / sizeof options_table[0];

/* Names to guess from when one is unknown. */
#define KNOWN_MAX 64

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
	if (value == NULL && options_find_word(option->words, "on", 2) == NULL)
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
