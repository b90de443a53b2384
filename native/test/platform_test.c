// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* The contract of platform.h, the same on every system. The program is its own child: with
 * `child WHAT …` it does what a test wants another process to do. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "platform/platform.h"
#include "scratch.h"

#define SECOND UINT64_C(1000000)

static char program[PLATFORM_PATH_MAX];

/* ---- files ---- */

static void appends_and_reads_back(void **state)
{
	(void)state;
	struct scratch path = scratch_path("append");
	struct platform_file file;
	char bytes[16] = {0};
	assert_int_equal(0, platform_file_create(&file, path.path));
	assert_int_equal(0, platform_file_length(&file));
	assert_int_equal(0, platform_file_append(&file, "hello ", 6));
	assert_int_equal(0, platform_file_append(&file, "world", 5));
	assert_int_equal(11, platform_file_length(&file));
	assert_int_equal(0, platform_file_read(&file, 4, bytes, 5));
	assert_string_equal("o wor", bytes);
	assert_int_not_equal(0, platform_file_read(&file, 8, bytes, 5));
	assert_int_equal(0, platform_file_append(&file, "!", 1));
	assert_int_equal(0, platform_file_read_text(path.path, bytes, sizeof bytes));
	assert_string_equal("hello world!", bytes);
	platform_file_close(&file);
	assert_int_equal(-1, file.handle);
	platform_file_close(&file);
	assert_int_equal(0, platform_file_remove(path.path));
	assert_false(platform_file_exists(path.path));
	assert_int_not_equal(0, platform_file_remove(path.path));
}

static void what_was_there_is_cut(void **state)
{
	(void)state;
	struct scratch path = scratch_path("cut");
	struct platform_file file;
	char text[16];
	assert_int_equal(0, platform_file_write_text(path.path, "something longer", 16));
	assert_int_equal(0, platform_file_create(&file, path.path));
	assert_int_equal(0, platform_file_append(&file, "new", 3));
	platform_file_close(&file);
	assert_int_equal(0, platform_file_read_text(path.path, text, sizeof text));
	assert_string_equal("new", text);
	assert_int_equal(0, platform_file_remove(path.path));
}

static int run(const char *what, const char *argument)
{
	const char *argv[] = {program, "child", what, argument, NULL};
	int code = -1;
	enum platform_child result = platform_run_child(argv, NULL, NULL, 60 * SECOND, &code);
	assert_int_equal(PLATFORM_CHILD_OK, result);
	return code;
}

static void a_second_process_is_refused_and_cuts_nothing(void **state)
{
	(void)state;
	struct scratch path = scratch_path("second");
	struct platform_file file;
	char bytes[8] = {0};
	assert_int_equal(0, platform_file_create(&file, path.path));
	assert_int_equal(0, platform_file_append(&file, "precious", 8));
	assert_int_equal(1, run("create", path.path));
	assert_int_equal(8, platform_file_length(&file));
	assert_int_equal(0, platform_file_read(&file, 0, bytes, 8));
	assert_memory_equal("precious", bytes, 8);
	platform_file_close(&file);
	assert_int_equal(0, run("create", path.path));
	assert_int_equal(0, platform_file_remove(path.path));
}

static void renames_over_an_open_file(void **state)
{
	(void)state;
	struct scratch old_path = scratch_path("old");
	struct scratch new_path = scratch_path("new");
	struct platform_file old_file, new_file;
	char text[16];
	assert_int_equal(0, platform_file_create(&old_file, old_path.path));
	assert_int_equal(0, platform_file_append(&old_file, "old", 3));
	assert_int_equal(0, platform_file_create(&new_file, new_path.path));
	assert_int_equal(0, platform_file_append(&new_file, "new", 3));
	assert_int_equal(0, platform_file_rename(new_path.path, old_path.path));
	char bytes[4] = "";
	assert_int_equal(0, platform_file_read(&old_file, 0, bytes, 3));
	assert_string_equal("old", bytes);
	platform_file_close(&old_file);
	assert_int_equal(0, platform_file_append(&new_file, "er", 2));
	assert_false(platform_file_exists(new_path.path));
	assert_int_equal(0, platform_file_read_text(old_path.path, text, sizeof text));
	assert_string_equal("newer", text);
	assert_int_equal(1, run("create", old_path.path));
	platform_file_close(&new_file);
	assert_int_equal(0, platform_file_remove(old_path.path));
	assert_int_not_equal(0, platform_file_rename(new_path.path, old_path.path));
}

static void says_what_cannot_be_created(void **state)
{
	(void)state;
	struct scratch folder = scratch_path("missing");
	char path[PLATFORM_PATH_MAX + 8], text[16], words[256];
	struct platform_file file;
	snprintf(path, sizeof path, "%s%cfile", folder.path, PLATFORM_FILE_SEPARATOR);
	int code = platform_file_create(&file, path);
	assert_int_not_equal(0, code);
	assert_int_equal(-1, file.handle);
	snprintf(text, sizeof text, " (%d)", code);
	assert_ptr_equal(words, platform_error_text(code, words, sizeof words));
	assert_non_null(strstr(words, text));
	assert_true(strlen(words) > strlen(text) + 5);
	assert_int_not_equal(0, platform_file_create(&file, platform_temporary_folder()));
	assert_int_not_equal(0, platform_file_write_text(path, "x", 1));
	assert_int_not_equal(0, platform_file_write_text(platform_temporary_folder(), "x", 1));
	assert_int_not_equal(0, platform_file_read_text(path, text, sizeof text));
	assert_string_equal("", text);
	assert_false(platform_file_exists(path));
	assert_true(platform_file_exists(platform_temporary_folder()));
	platform_error_text(-2, words, sizeof words);
	assert_non_null(strstr(words, "(-2)"));
}

static void small_texts_are_replaced_whole(void **state)
{
	(void)state;
	struct scratch path = scratch_path("text");
	char text[8];
	assert_int_equal(0, platform_file_write_text(path.path, "ok\nlong\n", 8));
	assert_int_equal(0, platform_file_read_text(path.path, text, sizeof text));
	assert_string_equal("ok\nlong", text);
	assert_int_equal(0, platform_file_write_text(path.path, "error\n", 6));
	assert_int_equal(0, platform_file_read_text(path.path, text, sizeof text));
	assert_string_equal("error\n", text);
	assert_int_equal(0, platform_file_write_text(path.path, "", 0));
	assert_int_equal(0, platform_file_read_text(path.path, text, sizeof text));
	assert_string_equal("", text);
	assert_int_equal(0, platform_file_remove(path.path));
}

static void names_need_not_be_ascii(void **state)
{
	(void)state;
	struct scratch path = scratch_path("\xc3\xa4 \xe2\x82\xac");
	struct platform_file file;
	assert_int_equal(0, platform_file_create(&file, path.path));
	platform_file_close(&file);
	assert_true(platform_file_exists(path.path));
	assert_int_equal(0, platform_file_remove(path.path));
}

/* ---- the process ---- */

static void knows_itself(void **state)
{
	(void)state;
	char path[PLATFORM_PATH_MAX], host[256];
	assert_true(platform_process_id() > 0);
	platform_host_name(host, sizeof host);
	assert_true(strlen(host) > 0);
	assert_true(platform_own_path(path, sizeof path));
	assert_non_null(strstr(path, "platform_test"));
	assert_true(platform_file_exists(path));
	assert_false(platform_own_path(path, 3));
	platform_pin_library();
	assert_true(platform_free_memory() > 0);
	assert_true(platform_free_memory() < UINT64_C(1) << 50);
	const char *folder = platform_temporary_folder();
	assert_ptr_equal(folder, platform_temporary_folder());
	assert_int_not_equal(PLATFORM_FILE_SEPARATOR, folder[strlen(folder) - 1]);
	assert_non_null(platform_environment("PATH"));
	assert_null(platform_environment("JDHAT_TEST_NEVER_SET"));
}

/* ---- children ---- */

static void a_child_ends_with_its_code(void **state)
{
	(void)state;
	assert_int_equal(0, run("exit", "0"));
	assert_int_equal(42, run("exit", "42"));
}

static void a_slow_child_is_left_alone(void **state)
{
	(void)state;
	struct scratch path = scratch_path("slow");
	const char *argv[] = {program, "child", "slow", path.path, NULL};
	int code = -1;
	uint64_t before = platform_now_ns();
	assert_int_equal(PLATFORM_CHILD_TIMEOUT,
	                 platform_run_child(argv, NULL, NULL, SECOND / 10, &code));
	uint64_t passed = platform_now_ns() - before;
	assert_true(passed >= 90000000 && passed < UINT64_C(10000000000));
	/* It goes on until there is a file, and removes that before it ends. */
	assert_int_equal(0, platform_file_write_text(path.path, "end", 3));
	while (platform_file_exists(path.path))
		assert_true(platform_now_ns() - before < UINT64_C(60000000000));
}

static void a_missing_program_is_an_error(void **state)
{
	(void)state;
	struct scratch path = scratch_path("no-such-program");
	const char *argv[] = {path.path, NULL};
	int code = 0;
	assert_int_equal(PLATFORM_CHILD_FAILED,
	                 platform_run_child(argv, NULL, NULL, SECOND, &code));
	assert_int_not_equal(0, code);
}

static int variable_in_child(const char *name, const char *const *without, const char *with)
{
	const char *argv[] = {program, "child", "variable", name, NULL};
	int code = -1;
	assert_int_equal(PLATFORM_CHILD_OK,
	                 platform_run_child(argv, without, with, 60 * SECOND, &code));
	return code;
}

static void the_environment_is_edited(void **state)
{
	(void)state;
	const char *const without[] = {"PAT", "JDHAT_TEST_NEVER_SET", "PATH", NULL};
	const char *const prefix[] = {"PAT", NULL};
	assert_int_equal(1, variable_in_child("PATH", NULL, NULL));
	assert_int_equal(0, variable_in_child("PATH", without, NULL));
	assert_int_equal(1, variable_in_child("PATH", prefix, NULL));
	assert_int_equal(0, variable_in_child("JDHAT_CHILD", without, NULL));
	assert_int_equal(1, variable_in_child("JDHAT_CHILD", without, "JDHAT_CHILD=1"));
	assert_int_equal(2, variable_in_child("PATH", NULL, "PATH=changed"));
	assert_null(platform_environment("JDHAT_CHILD"));
}

static const char *const hard_arguments[] = {
        "",       " ",     "a b",    "a\"b",        "\"",
        "a\\",    "a\\\\", "a\\\"b", "a\\\\\" b\\", "\\\\server\\share name\\",
        "%PATH%", "*.c",   "a'b",    "\xc3\xa4"};
#define HARD_ARGUMENTS (sizeof hard_arguments / sizeof hard_arguments[0])

static void arguments_arrive_as_they_are(void **state)
{
	(void)state;
	const char *argv[4 + HARD_ARGUMENTS] = {program, "child", "arguments"};
	int code = -1;
	memcpy(argv + 3, hard_arguments, sizeof hard_arguments);
	assert_int_equal(PLATFORM_CHILD_OK,
	                 platform_run_child(argv, NULL, NULL, 60 * SECOND, &code));
	assert_int_equal(0, code);
}

static void input_and_output_lead_nowhere(void **state)
{
	(void)state;
	assert_int_equal(0, run("streams", NULL));
}

/* ---- what a child does ---- */

static int check_arguments(int n, char **arguments)
{
	/* What the C library of Windows makes of text that is not ASCII is not ours to test. */
	size_t same = 0;
	for (size_t i = 0; i < HARD_ARGUMENTS && (int)i < n; i++)
		same += strcmp(hard_arguments[i], arguments[i]) == 0 ||
		        hard_arguments[i][0] == '\xc3';
	return n == (int)HARD_ARGUMENTS && same == HARD_ARGUMENTS ? 0 : 1;
}

static int wait_for_the_end(const char *path)
{
	uint64_t start = platform_now_ns();
	while (!platform_file_exists(path) && platform_now_ns() - start < UINT64_C(60000000000))
		;
	return platform_file_remove(path);
}

/* The C library is a module that everybody has beside this program. */
static void finds_symbols_beside_an_address(void **state)
{
	(void)state;
	const void *within = (const void *)(uintptr_t)&getenv;
	assert_ptr_equal((const void *)(uintptr_t)&getenv,
	                 platform_symbol_beside(within, "getenv"));
	assert_non_null(platform_symbol_beside(within, "strtoull"));
	assert_null(platform_symbol_beside(within, "no_such_symbol"));
	assert_null(platform_symbol_beside(NULL, "getenv"));
}

static void reads_only_what_can_be_read(void **state)
{
	(void)state;
	char from[512], to[512] = "";
	memset(from, 'x', sizeof from);
	assert_true(platform_read_memory(from, to, sizeof from));
	assert_memory_equal(from, to, sizeof from);
	assert_false(platform_read_memory(NULL, to, 8));
	assert_false(platform_read_memory((const void *)(uintptr_t)4096, to, 8));
	assert_false(platform_read_memory((const void *)~(uintptr_t)4095, to, 8));
}

static int child(int n, char **arguments)
{
	const char *what = arguments[0];
	const char *argument = n > 1 ? arguments[1] : "";
	struct platform_file file;
	if (strcmp(what, "exit") == 0)
		return atoi(argument);
	if (strcmp(what, "create") == 0)
		return platform_file_create(&file, argument) == 0 ? 0 : 1;
	if (strcmp(what, "slow") == 0)
		return wait_for_the_end(argument);
	if (strcmp(what, "arguments") == 0)
		return check_arguments(n - 1, arguments + 1);
	if (strcmp(what, "streams") == 0)
		return getchar() == EOF && puts("nobody sees this") >= 0 && fflush(stdout) == 0 ? 0
		                                                                                : 1;
	const char *value = platform_environment(argument);
	return value == NULL ? 0 : strcmp(value, "changed") == 0 ? 2 : 1;
}

int main(int argc, char **argv)
{
	if (argc > 2 && strcmp(argv[1], "child") == 0)
		return child(argc - 2, argv + 2);
	if (!platform_own_path(program, sizeof program))
		return 1;
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(appends_and_reads_back),
	        cmocka_unit_test(what_was_there_is_cut),
	        cmocka_unit_test(a_second_process_is_refused_and_cuts_nothing),
	        cmocka_unit_test(renames_over_an_open_file),
	        cmocka_unit_test(says_what_cannot_be_created),
	        cmocka_unit_test(small_texts_are_replaced_whole),
	        cmocka_unit_test(names_need_not_be_ascii),
	        cmocka_unit_test(knows_itself),
	        cmocka_unit_test(finds_symbols_beside_an_address),
	        cmocka_unit_test(reads_only_what_can_be_read),
	        cmocka_unit_test(a_child_ends_with_its_code),
	        cmocka_unit_test(a_slow_child_is_left_alone),
	        cmocka_unit_test(a_missing_program_is_an_error),
	        cmocka_unit_test(the_environment_is_edited),
	        cmocka_unit_test(arguments_arrive_as_they_are),
	        cmocka_unit_test(input_and_output_lead_nowhere),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
