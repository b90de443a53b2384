// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* The tables that the parser (options.c, options_values.c, options_commands.c) and the help text
 * (options_help.c) go by. */
#ifndef JDHAT_OPTIONS_TABLE_H
#define JDHAT_OPTIONS_TABLE_H

#include "log.h"
#include "options.h"

/* A value that is written as a word. */
struct word {
	const char *text;
	uint64_t value;
};

struct option;
typedef bool take_value(const struct option *option, const char *value, struct options *options,
                        char *message);

struct option {
	const char *name;
	take_value *take;
	size_t offset, width;     /* its field in struct options */
	uint64_t least, most;     /* of a size, time or count */
	const struct word *words; /* values that are words, ended by NULL */
	const char *advice;       /* what can be written */
	const char *values;       /* for the help text */
	const char *meaning; /* NULL: for programs that drive the agent, not in the help text */
};

/* NULL when the text is none of them. */
const struct word *options_find_word(const struct word *words, const char *text, size_t length);

take_value options_take_size, options_take_interval, options_take_budget, options_take_time,
        options_take_count, options_take_word, options_take_path, options_take_file,
        options_take_report, options_take_start;

extern const struct option options_table[];
extern const size_t options_table_length;

struct command {
	const char *name;
	enum options_command value;
	/* Takes its value, "" when there is none; NULL: it takes none. */
	bool (*take)(const struct command *command, const char *value, struct options *options,
	             char *message);
};
extern const struct command commands_table[];
extern const size_t commands_table_length;

/* NULL when there is no such command. */
const struct command *options_find_command(const char *name);
bool options_take_command(const struct command *command, const char *value, bool first,
                          struct options *options, char *message);

/* Always false, so that a parser can return what it says. */
LOG_CHECKED(2) bool options_say(char *message, const char *format, ...);

#endif
