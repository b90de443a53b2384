// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "parsing.h"
#include "scratch.h"

#define MS     UINT64_C(1000)
#define SECOND UINT64_C(1000000)
#define MINUTE (60 * SECOND)
#define HOUR   (60 * MINUTE)

static void assert_defaults(void)
{
	assert_int_equal(COMMAND_START, options.command);
	assert_string_equal("", options.name);
	assert_int_equal(524288, options.interval);
	assert_false(options.interval_auto);
	assert_int_equal(200, options.budget);
	assert_int_equal(PACE_CEILING, options_pace(&options));
	assert_string_equal("jdhat-%p%n.jdhat", options.file);
	assert_false(options.file_given);
	assert_string_equal("dhat-heap.json", options.report);
	assert_string_equal("", options.reply);
	assert_int_equal(128, options.depth);
	assert_int_equal(SWITCH_DEFAULT, options.gc);
	assert_int_equal(5 * SECOND, options.gc_timeout_us);
	assert_int_equal(0, options.gc_at);
	assert_int_equal(10 * SECOND, options.report_timeout_us);
	assert_int_equal(SECOND, options.tick_us);
	assert_int_equal(100 * MS, options.flush_us);
	assert_int_equal(THREADS_NONE, options.threads);
	assert_int_equal(WALK_AUTO, options.stack_walk);
	assert_int_equal(256 << 20, options.max_size);
	assert_int_equal(0, options.max_memory);
	assert_int_equal(LIVENESS_DEFAULT, options.liveness);
	assert_int_equal(START_NOW, options.start);
	assert_int_equal(0, options.start_delay_us);
	assert_false(options.quiet);
	assert_int_equal(RECORDS_HEAP, options.record);
	assert_int_equal(WINDOW_ALL, options.window_threads);
	assert_int_equal(SCOPE_WINDOW, options.window_kind);
	assert_false(options.join);
}

static void nothing_means_the_defaults(void **state)
{
	(void)state;
	parse(NULL);
	assert_defaults();
	parse("");
	assert_defaults();
	parse(",,");
	assert_defaults();
	parse("start");
	assert_defaults();
}

static void every_option_is_read(void **state)
{
	(void)state;
	parse("interval=64k,file=/a/"
	      "b-%p.jdhat,report=c.json,depth=7,gc=off,gc-timeout=100ms,gc-at=5000,"
	      "report-timeout=2m,tick=250ms,flush=20ms,threads=pool,stack-walk=fast,max-size=1g,"
	      "max-memory=32m,"
	      "liveness="
	      "force,"
	      "start=30s,quiet,reply=/r");
	assert_int_equal(65536, options.interval);
	assert_string_equal("/a/b-%p.jdhat", options.file);
	assert_true(options.file_given);
	assert_string_equal("c.json", options.report);
	assert_int_equal(7, options.depth);
	assert_int_equal(SWITCH_OFF, options.gc);
	assert_int_equal(100 * MS, options.gc_timeout_us);
	assert_int_equal(5000, options.gc_at);
	assert_int_equal(2 * MINUTE, options.report_timeout_us);
	assert_int_equal(250 * MS, options.tick_us);
	assert_int_equal(20 * MS, options.flush_us);
	assert_int_equal(THREADS_POOL, options.threads);
	assert_int_equal(WALK_FAST, options.stack_walk);
	assert_int_equal(1 << 30, options.max_size);
	assert_int_equal(32 << 20, options.max_memory);
	assert_int_equal(LIVENESS_FORCE, options.liveness);
	assert_int_equal(START_DELAY, options.start);
	assert_int_equal(30 * SECOND, options.start_delay_us);
	assert_true(options.quiet);
	assert_string_equal("/r", options.reply);
}

static void bounds_are_inside(void **state)
{
	(void)state;
	parse("interval=0,depth=1,gc-timeout=0,gc-at=0,report-timeout=0,tick=100ms,flush=10ms,max-"
	      "size="
	      "1m,"
	      "max-memory=4m,start=0");
	assert_int_equal(0, options.interval);
	assert_int_equal(1, options.depth);
	assert_int_equal(4 << 20, options.max_memory);
	parse("interval=1g,depth=2048,gc-timeout=1h,gc-at=1000000000,report-timeout=1h,tick=1h,"
	      "flush=60s,"
	      "max-size=1t,max-memory=1t,start=24h");
	assert_int_equal(1 << 30, options.interval);
	assert_int_equal(2048, options.depth);
	assert_int_equal(HOUR, options.tick_us);
	assert_int_equal(MINUTE, options.flush_us);
	assert_int_equal(UINT64_C(1) << 40, options.max_size);
	assert_int_equal(24 * HOUR, options.start_delay_us);
}

static void words_stand_for_values(void **state)
{
	(void)state;
	parse("interval=exact,report=none,max-memory=auto,start=idle,threads=name,liveness=off");
	assert_int_equal(0, options.interval);
	assert_string_equal("", options.report);
	assert_int_equal(0, options.max_memory);
	assert_int_equal(START_IDLE, options.start);
	assert_int_equal(THREADS_NAME, options.threads);
	assert_int_equal(LIVENESS_OFF, options.liveness);
	parse("start=now,threads=none,liveness=on");
	assert_int_equal(START_NOW, options.start);
	assert_int_equal(LIVENESS_ON, options.liveness);
}

static void switches_have_three_pairs_of_words(void **state)
{
	(void)state;
	static const char *const on[] = {"gc,quiet", "gc=on,quiet=on", "gc=true,quiet=true",
	                                 "gc=yes,quiet=yes"};
	static const char *const off[] = {"gc=off,quiet=off", "gc=false,quiet=false",
	                                  "gc=no,quiet=no"};
	for (size_t i = 0; i < sizeof on / sizeof on[0]; i++) {
		parse(on[i]);
		assert_int_equal(SWITCH_ON, options.gc);
		assert_true(options.quiet);
	}
	for (size_t i = 0; i < sizeof off / sizeof off[0]; i++) {
		parse(off[i]);
		assert_int_equal(SWITCH_OFF, options.gc);
		assert_false(options.quiet);
	}
}

static void the_last_of_two_holds(void **state)
{
	(void)state;
	parse("interval=1m,start=idle,quiet,interval=2m,start=now,quiet=off");
	assert_int_equal(2 << 20, options.interval);
	assert_int_equal(START_NOW, options.start);
	assert_false(options.quiet);
}

static void what_is_recorded(void **state)
{
	(void)state;
	parse("record=heap");
	assert_int_equal(RECORDS_HEAP, options.record);
	parse("record=both");
	assert_int_equal(RECORDS_BOTH, options.record);
	assert_string_equal("dhat-heap.json", options.report);
	parse("record=ad-hoc");
	assert_int_equal(RECORDS_AD_HOC, options.record);
	assert_string_equal("dhat-ad-hoc.json", options.report);
	parse("report=r.json,record=ad-hoc");
	assert_string_equal("r.json", options.report);
	refuse("record=all", "record=all: unknown value; write heap, ad-hoc or both");
}

static void what_the_budget_acts_on(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		enum format_pace pace;
		uint64_t interval, budget;
	} cases[] = {{"interval=auto", PACE_AUTO, 0, 200},
	             {"interval=auto,budget=0.5", PACE_AUTO, 0, 50},
	             {"interval=auto,budget=off", PACE_NONE, 0, 0},
	             {"interval=auto,record=ad-hoc", PACE_NONE, 0, 200},
	             {"interval=auto,interval=64k", PACE_NONE, 65536, 200},
	             {"interval=64k", PACE_NONE, 65536, 200},
	             {"interval=64k,budget=100%", PACE_CEILING, 65536, 10000},
	             {"interval=512k", PACE_NONE, 524288, 200},
	             {"budget=0.01", PACE_CEILING, 524288, 1},
	             {"budget=off", PACE_NONE, 524288, 0},
	             {"interval=exact,budget=2", PACE_NONE, 0, 200},
	             {"interval=0,budget=2", PACE_NONE, 0, 200}};
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		parse(cases[i].text);
		assert_int_equal(cases[i].pace, options_pace(&options));
		assert_int_equal(cases[i].interval, options.interval);
		assert_int_equal(cases[i].budget, options.budget);
	}
	refuse("budget=some", "budget=some: not a share; write for example 2, 0.5 or off");
	refuse("budget=0.005", "budget=0.005: not a share; write for example 2, 0.5 or off");
	refuse("budget=0",
	       "budget=0: out of range; write a share from 0.01 to 100 per cent of a core");
	refuse("budget=101",
	       "budget=101: out of range; write a share from 0.01 to 100 per cent of a core");
	refuse("budget", "budget needs a value; write budget=PERCENT|off");
}

static void unknown_names_are_guessed(void **state)
{
	(void)state;
	refuse("intervall=1m", "unknown option \"intervall\": did you mean \"interval\"? (jdhat "
	                       "run --help lists them)");
	refuse("max_size=1m", "unknown option \"max_size\": did you mean \"max-size\"? (jdhat run "
	                      "--help lists them)");
	refuse("stpo", "unknown option \"stpo\" (jdhat run --help lists them)");
	refuse("sttop",
	       "unknown option \"sttop\": did you mean \"stop\"? (jdhat run --help lists them)");
	refuse("colour=red", "unknown option \"colour\" (jdhat run --help lists them)");
	refuse("=1m", "unknown option \"\" (jdhat run --help lists them)");
	refuse("interval=1m,@more", "unknown option \"@more\" (jdhat run --help lists them)");
	refuse("a-name-that-is-longer-than-any-option-that-there-is",
	       "unknown option \"a-name-that-is-longer-than-any-option-that-there-is\" (jdhat run "
	       "--help "
	       "lists them)");
}

static void values_that_cannot_be_read(void **state)
{
	(void)state;
	refuse("interval=4x", "interval=4x: not a size; write for example 512k, 1m, exact or auto");
	refuse("interval=", "interval=: not a size; write for example 512k, 1m, exact or auto");
	refuse("interval=-1", "interval=-1: not a size; write for example 512k, 1m, exact or auto");
	refuse("depth=deep", "depth=deep: not a number; write for example 128");
	refuse("gc=maybe", "gc=maybe: unknown value; write on or off");
	refuse("gc-timeout=soon", "gc-timeout=soon: not a time; write for example 500ms, 5s or 2m");
	refuse("gc-at=1k", "gc-at=1k: not a number; write for example 1000000");
	refuse("report-timeout=1d",
	       "report-timeout=1d: not a time; write for example 500ms, 5s or 2m");
	refuse("tick=-1s", "tick=-1s: not a time; write for example 500ms, 5s or 2m");
	refuse("flush=x", "flush=x: not a time; write for example 100ms or 1s");
	refuse("threads=all", "threads=all: unknown value; write none, name or pool");
	refuse("stack-walk=slow",
	       "stack-walk=slow: unknown value; write auto, portable, fast or checked");
	refuse("max-size=big", "max-size=big: not a size; write for example 64m or 1g");
	refuse("max-memory=big", "max-memory=big: not a size; write for example 64m, 1g or auto");
	refuse("liveness=often", "liveness=often: unknown value; write on, off or force");
	refuse("start=later", "start=later: unknown value; write now, idle or a delay such as 30s");
	refuse("quiet=2", "quiet=2: unknown value; write on or off");
}

static void values_out_of_range(void **state)
{
	(void)state;
	refuse("interval=2g", "interval=2g: out of range; write a size from 0 to 1g");
	refuse("interval=99999999999999999999",
	       "interval=99999999999999999999: out of range; write a size from 0 to 1g");
	refuse("depth=0", "depth=0: out of range; write a number from 1 to 2048");
	refuse("depth=2049", "depth=2049: out of range; write a number from 1 to 2048");
	refuse("gc-timeout=61m", "gc-timeout=61m: out of range; write a time from 0 to 1h");
	refuse("gc-at=1000000001",
	       "gc-at=1000000001: out of range; write a number from 0 to 1000000000");
	refuse("report-timeout=2h", "report-timeout=2h: out of range; write a time from 0 to 1h");
	refuse("tick=99ms", "tick=99ms: out of range; write a time from 100ms to 1h");
	refuse("tick=3601", "tick=3601: out of range; write a time from 100ms to 1h");
	refuse("flush=9ms", "flush=9ms: out of range; write a time from 10ms to 1m");
	refuse("flush=61", "flush=61: out of range; write a time from 10ms to 1m");
	refuse("max-size=1023k", "max-size=1023k: out of range; write a size from 1m to 1t");
	refuse("max-memory=3m", "max-memory=3m: out of range; write a size from 4m to 1t");
	refuse("start=25h", "start=25h: out of range; write a time from 0 to 24h");
}

static void options_that_need_a_value(void **state)
{
	(void)state;
	refuse("interval", "interval needs a value; write interval=SIZE|exact|auto");
	refuse("quiet,file", "file needs a value; write file=PATH");
	refuse("start,tick", "tick needs a value; write tick=TIME");
	refuse("threads", "threads needs a value; write threads=none|name|pool");
	refuse("file=", "file=: the path is missing; write file=PATH");
	refuse("report=", "report=: the path is missing; write report=PATH");
}

static void paths_may_hold_commas_and_backslashes(void **state)
{
	(void)state;
	parse("file=C:\\temp\\a\\,b=c.jdhat,report=x\\,\\,y");
	assert_string_equal("C:\\temp\\a,b=c.jdhat", options.file);
	assert_string_equal("x,,y", options.report);
}

static void paths_have_a_longest(void **state)
{
	(void)state;
	char text[5 + PLATFORM_PATH_MAX + 1] = "file=";
	memset(text + 5, 'p', PLATFORM_PATH_MAX);
	assert_false(options_parse(text, &options, message));
	assert_non_null(strstr(message, "ppp...: the path is too long; write at most 4095 bytes"));
	text[5 + PLATFORM_PATH_MAX - 1] = '\0';
	parse(text);
	assert_int_equal(PLATFORM_PATH_MAX - 1, strlen(options.file));
}

static void a_long_value_leaves_the_advice(void **state)
{
	(void)state;
	char text[2000] = "interval=";
	memset(text + 9, 'z', sizeof text - 10);
	assert_false(options_parse(text, &options, message));
	assert_non_null(
	        strstr(message, "zzz: not a size; write for example 512k, 1m, exact or auto"));
}

static void options_come_from_a_file(void **state)
{
	(void)state;
	struct scratch file = scratch_path("options");
	char at[PLATFORM_PATH_MAX + 1];
	static const char text[] = "stop,reply=/r\\,s\ninterval=1m\r\n\r\nquiet\n";
	snprintf(at, sizeof at, "@%.4000s", file.path);
	assert_int_equal(0, platform_file_write_text(file.path, text, sizeof text - 1));
	parse(at);
	assert_int_equal(COMMAND_STOP, options.command);
	assert_string_equal("/r,s", options.reply);
	assert_int_equal(1 << 20, options.interval);
	assert_true(options.quiet);
	assert_int_equal(0, platform_file_remove(file.path));

	char words[256], expected[OPTIONS_MESSAGE_MAX];
	int code = platform_file_read_text(file.path, (char[8]){0}, 8);
	snprintf(expected, sizeof expected, "cannot read the options from %.200s: %s", file.path,
	         platform_error_text(code, words, sizeof words));
	refuse(at, expected);
}

static void too_much_is_refused(void **state)
{
	(void)state;
	char *text = malloc(OPTIONS_LENGTH_MAX + 2);
	assert_non_null(text);
	memset(text, ',', OPTIONS_LENGTH_MAX + 1);
	text[OPTIONS_LENGTH_MAX + 1] = '\0';
	refuse(text, "the options are too long; write at most 16384 bytes");
	text[OPTIONS_LENGTH_MAX] = '\0';
	parse(text);
	free(text);
}

static void help_has_a_line_for_each_option(void **state)
{
	(void)state;
	static const char *const names[] = {
	        "interval=",   "file=",     "report=",         "depth=",    "gc=",
	        "gc-timeout=", "gc-at=",    "report-timeout=", "tick=",     "flush=",
	        "threads=",    "max-size=", "max-memory=",     "liveness=", "start=",
	        "quiet=",      "reply=",    "record=",         "budget=",   "stack-walk="};
	static const char *const hidden[] = {"join", "window-threads", "window-kind"};
	const char *help = options_help();
	for (size_t i = 0; i < sizeof hidden / sizeof hidden[0]; i++)
		assert_null(strstr(help, hidden[i]));
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		char line[64];
		snprintf(line, sizeof line, "\n  %s", names[i]);
		assert_non_null(strstr(help, line));
	}
	assert_non_null(strstr(help, "\ncommands, as the first word: start, stop, dump, status, "
	                             "mark=NAME, settle, help\n"));
	assert_ptr_equal(help, options_help());
	assert_true(strlen(help) < 4000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(nothing_means_the_defaults),
	        cmocka_unit_test(every_option_is_read),
	        cmocka_unit_test(bounds_are_inside),
	        cmocka_unit_test(words_stand_for_values),
	        cmocka_unit_test(switches_have_three_pairs_of_words),
	        cmocka_unit_test(the_last_of_two_holds),
	        cmocka_unit_test(what_is_recorded),
	        cmocka_unit_test(what_the_budget_acts_on),
	        cmocka_unit_test(unknown_names_are_guessed),
	        cmocka_unit_test(values_that_cannot_be_read),
	        cmocka_unit_test(values_out_of_range),
	        cmocka_unit_test(options_that_need_a_value),
	        cmocka_unit_test(paths_may_hold_commas_and_backslashes),
	        cmocka_unit_test(paths_have_a_longest),
	        cmocka_unit_test(a_long_value_leaves_the_advice),
	        cmocka_unit_test(options_come_from_a_file),
	        cmocka_unit_test(too_much_is_refused),
	        cmocka_unit_test(help_has_a_line_for_each_option),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
