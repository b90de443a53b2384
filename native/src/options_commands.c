// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* The commands of the option string: its first word. */

#include <string.h>

#include "options_table.h"
#include "units.h"

typedef bool take_argument(const struct command *, const char *, struct options *, char *);
static take_argument take_name, take_session, take_number, take_range;

const struct command commands_table[] = {
        {"start", COMMAND_START, NULL},         {"stop", COMMAND_STOP, NULL},
        {"dump", COMMAND_DUMP, NULL},           {"status", COMMAND_STATUS, NULL},
        {"mark", COMMAND_MARK, take_name},      {"help", COMMAND_HELP, NULL},
        {"leave", COMMAND_LEAVE, take_session}, {"window", COMMAND_WINDOW, take_name},
        {"reach", COMMAND_REACH, take_range},   {"settle", COMMAND_SETTLE, NULL},
        {"bind", COMMAND_BIND, NULL},           {"close", COMMAND_CLOSE, take_number},
};
const size_t commands_table_length = sizeof commands_table / sizeof commands_table[0];

static bool take_name(const struct command *command, const char *value, struct options *options,
                      char *message)
{
	if (value[0] == '\0')
		return options_say(message, "%s needs a name; write %s=NAME", command->name,
		                   command->name);
	if (strlen(value) >= sizeof options->name)
		return options_say(message,
		                   "%s=%.99s...: the name is too long; write at most %zu bytes",
		                   command->name, value, sizeof options->name - 1);
	memcpy(options->name, value, strlen(value) + 1);
	return true;
}

static bool take_number(const struct command *command, const char *value, struct options *options,
                        char *message)
{
	uint64_t number;

	if (!units_parse_count(value, &number) || number == 0 || number > UINT32_MAX)
		return options_say(message, "%s=%.99s: not a number of one; write %s=N",
		                   command->name, value, command->name);
	options->number = (uint32_t)number;
	return true;
}

static bool take_range(const struct command *command, const char *value, struct options *options,
                       char *message)
{
	const char *dash = strchr(value, '-');
	uint64_t from = 0, to = 0;
	char text[16] = "";

	if (dash != NULL && (size_t)(dash - value) < sizeof text)
		memcpy(text, value, (size_t)(dash - value));
	if (!units_parse_count(text, &from) || !units_parse_count(dash + 1, &to) || from > to ||
	    to > UINT32_MAX)
		return options_say(message, "%s=%.99s: not a range of epochs; write %s=FROM-TO",
		                   command->name, value, command->name);
	options->reach_from = (uint32_t)from;
	options->reach_to = (uint32_t)to;
	return true;
}

static bool take_session(const struct command *command, const char *value, struct options *options,
                         char *message)
{
	return value[0] == '\0' || take_number(command, value, options, message);
}

const struct command *options_find_command(const char *name)
{
	for (size_t i = 0; i < commands_table_length; i++)
		if (strcmp(commands_table[i].name, name) == 0)
			return &commands_table[i];
	return NULL;
}

bool options_take_command(const struct command *command, const char *value, bool first,
                          struct options *options, char *message)
{
	if (!first && command->value != COMMAND_HELP)
		return options_say(message, "%s: a command must be the first word", command->name);
	if (value != NULL && command->take == NULL)
		return options_say(message, "%s=%.99s: %s takes no value", command->name, value,
		                   command->name);
	options->command = command->value;
	return command->take == NULL ||
	       command->take(command, value == NULL ? "" : value, options, message);
}
