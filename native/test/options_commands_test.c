// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "parsing.h"

static void commands_come_first(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		enum options_command command;
	} commands[] = {{"start,interval=1m", COMMAND_START},
	                {"start=idle", COMMAND_START},
	                {"stop", COMMAND_STOP},
	                {"stop,reply=/r", COMMAND_STOP},
	                {"dump", COMMAND_DUMP},
	                {"status", COMMAND_STATUS},
	                {"mark=warm", COMMAND_MARK},
	                {"help", COMMAND_HELP},
	                {"quiet,help", COMMAND_HELP},
	                {"leave", COMMAND_LEAVE},
	                {"settle", COMMAND_SETTLE},
	                {"window=w", COMMAND_WINDOW},
	                {"close=1", COMMAND_CLOSE},
	                {"reach=1-2", COMMAND_REACH},
	                {"bind", COMMAND_BIND}};
	for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++) {
		parse(commands[i].text);
		assert_int_equal(commands[i].command, options.command);
	}
	parse("mark=after a\\, b=c,reply=/r");
	assert_string_equal("after a, b=c", options.name);
	assert_string_equal("/r", options.reply);
}

static void commands_have_values(void **state)
{
	(void)state;
	parse("leave");
	assert_int_equal(0, options.number);
	parse("leave=12");
	assert_int_equal(12, options.number);
	parse("close=4294967295");
	assert_int_equal(UINT32_MAX, options.number);
	parse("reach=3-4294967295");
	assert_int_equal(3, options.reach_from);
	assert_int_equal(UINT32_MAX, options.reach_to);
	parse("window=a test,window-threads=this,window-kind=test");
	assert_string_equal("a test", options.name);
	assert_int_equal(WINDOW_THIS, options.window_threads);
	assert_int_equal(SCOPE_TEST, options.window_kind);
	refuse("close", "close=: not a number of one; write close=N");
	refuse("close=0", "close=0: not a number of one; write close=N");
	refuse("leave=4294967296", "leave=4294967296: not a number of one; write leave=N");
	refuse("reach", "reach=: not a range of epochs; write reach=FROM-TO");
	refuse("reach=2-1", "reach=2-1: not a range of epochs; write reach=FROM-TO");
	refuse("reach=-1-2", "reach=-1-2: not a range of epochs; write reach=FROM-TO");
	refuse("reach=1-99999999999",
	       "reach=1-99999999999: not a range of epochs; write reach=FROM-TO");
	refuse("window=", "window needs a name; write window=NAME");
	refuse("window=w,window-threads=some",
	       "window-threads=some: unknown value; write this or all");
	refuse("window=w,window-kind=suite",
	       "window-kind=suite: unknown value; write window or test");
	refuse("settle=1", "settle=1: settle takes no value");
}

static void commands_are_refused(void **state)
{
	(void)state;
	refuse("interval=1m,stop", "stop: a command must be the first word");
	refuse("quiet,start", "start: a command must be the first word");
	refuse("stop=now", "stop=now: stop takes no value");
	refuse("help=", "help=: help takes no value");
	refuse("mark", "mark needs a name; write mark=NAME");
	refuse("mark=", "mark needs a name; write mark=NAME");
	char long_name[5 + OPTIONS_NAME_MAX + 1] = "mark=";
	memset(long_name + 5, 'm', OPTIONS_NAME_MAX);
	assert_false(options_parse(long_name, &options, message));
	assert_non_null(strstr(message, "mmm...: the name is too long; write at most 255 bytes"));
	long_name[5 + OPTIONS_NAME_MAX - 1] = '\0';
	parse(long_name);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(commands_come_first),
	        cmocka_unit_test(commands_have_values),
	        cmocka_unit_test(commands_are_refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
