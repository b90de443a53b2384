// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* The table that both the parser (options.c) and the help text (options_help.c) go by. */
#ifndef JDHAT_OPTIONS_TABLE_H
#define JDHAT_OPTIONS_TABLE_H

#include "options.h"

/* A value, or a command, that is written as a word. */
struct word {
	const char *text;
	uint64_t value;
};

struct option {
	const char *name;
	bool (*take)(const struct option *option, const char *value, struct options *options,
	             char *message);
	size_t offset, width;     /* its field in struct options */
	uint64_t least, most;     /* of a size, time or count */
	const struct word *words; /* values that are words, ended by NULL */
	const char *advice;       /* what can be written */
	const char *values;       /* for the help text */
	const char *meaning;
};
extern const struct option options_table[];
extern const size_t options_table_length;

#endif
