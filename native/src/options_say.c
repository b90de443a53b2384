// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include <stdarg.h>
#include <stdio.h>

#include "options_table.h"

bool options_say(char *message, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	vsnprintf(message, OPTIONS_MESSAGE_MAX, format, arguments);
	va_end(arguments);
	return false;
}
