// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* Option strings, and what is said of wrong ones. Included after cmocka.h, by one file of a test. */
#ifndef JDHAT_TEST_PARSING_H
#define JDHAT_TEST_PARSING_H

#include "options.h"

static struct options options;
static char message[OPTIONS_MESSAGE_MAX];

static void parse(const char *text)
{
	if (!options_parse(text, &options, message))
		fail_msg("%s: %s", text, message);
	assert_string_equal("", message);
}

static void refuse(const char *text, const char *expected)
{
	assert_false(options_parse(text, &options, message));
	assert_string_equal(expected, message);
}

#endif
