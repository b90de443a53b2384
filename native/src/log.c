// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "log.h"

#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>

#include "platform/platform.h"

/* Room for a message with a long path in it, or for the help text. */
#define TEXT_MAX (PLATFORM_PATH_MAX + 2048)

static atomic_bool silent;

void log_quiet(bool quiet)
{
	atomic_store_explicit(&silent, quiet, memory_order_relaxed);
}

/* One write per line, so that lines of the target and of other threads do not run into it. */
static void write_line(const char *prefix, const char *text, size_t length)
{
	char line[32 + TEXT_MAX];
	int n = snprintf(line, sizeof line, "%s%.*s\n", prefix, (int)length, text);
	if (n > 0)
		platform_write_error_stream(line, (size_t)n);
}

/* Each line of a longer text gets the prefix: nothing of ours may look like output of the target.
 */
static void write_lines(const char *prefix, const char *format, va_list arguments)
{
	char text[TEXT_MAX];
	if (vsnprintf(text, sizeof text, format, arguments) < 0)
		return;
	const char *line = text;
	for (;;) {
		size_t length = strcspn(line, "\n");
		write_line(prefix, line, length);
		if (line[length] == '\0' || line[length + 1] == '\0')
			return;
		line += length + 1;
	}
}

void log_info(const char *format, ...)
{
	if (atomic_load_explicit(&silent, memory_order_relaxed))
		return;
	va_list arguments;
	va_start(arguments, format);
	write_lines("jdhat: ", format, arguments);
	va_end(arguments);
}

void log_error(const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	write_lines("jdhat: error: ", format, arguments);
	va_end(arguments);
}
