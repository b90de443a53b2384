// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "options_table.h"

#include <stdatomic.h>
#include <stdio.h>

static const char help_start[] = "options: key=value,key=value; a comma in a value is written \\,; "
                                 "@PATH reads them from a file\n";
static const char help_end[] =
        "commands, as the first word: start, stop, dump, status, mark=NAME, settle, help\n";

/* Written once; a second thread waits for the first. */
const char *options_help(void)
{
	static char text[4096];
	static atomic_int state; /* 0 not there, 1 being written, 2 there */
	int nothing = 0;
	if (atomic_compare_exchange_strong(&state, &nothing, 1)) {
		size_t at = (size_t)snprintf(text, sizeof text, "%s", help_start);
		for (const struct option *o = options_table;
		     o < options_table + options_table_length && at < sizeof text; o++) {
			char left[64];
			if (o->meaning == NULL)
				continue;
			snprintf(left, sizeof left, "%s=%s", o->name, o->values);
			at += (size_t)snprintf(text + at, sizeof text - at, "  %-22s %s\n", left,
			                       o->meaning);
		}
		if (at < sizeof text)
			snprintf(text + at, sizeof text - at, "%s", help_end);
		atomic_store(&state, 2);
	}
	while (atomic_load(&state) != 2)
		;
	return text;
}
