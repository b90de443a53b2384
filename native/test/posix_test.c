// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* What platform.h promises in the terms of Linux and macOS. */
#define _POSIX_C_SOURCE 200809L
#define _DEFAULT_SOURCE
#define _DARWIN_C_SOURCE

#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "platform/platform.h"
#include "scratch.h"

static void files_belong_to_the_owner_alone(void **state)
{
	(void)state;
	struct scratch path = scratch_path("mode");
	struct platform_file file;
	struct stat info;
	mode_t before = umask(0);
	assert_int_equal(0, platform_file_create(&file, path.path));
	assert_int_equal(0, fstat((int)file.handle, &info));
	assert_int_equal(0600, info.st_mode & 07777);
	platform_file_close(&file);
	assert_int_equal(0, chmod(path.path, 0666));
	assert_int_equal(0, platform_file_create(&file, path.path));
	assert_int_equal(0, fstat((int)file.handle, &info));
	assert_int_equal(0600, info.st_mode & 07777);
	assert_int_equal(FD_CLOEXEC, fcntl((int)file.handle, F_GETFD) & FD_CLOEXEC);
	platform_file_close(&file);
	assert_int_equal(0, chmod(path.path, 0666));
	assert_int_equal(0, platform_file_write_text(path.path, "x", 1));
	assert_int_equal(0, stat(path.path, &info));
	assert_int_equal(0600, info.st_mode & 07777);
	umask(before);
	assert_int_equal(0, platform_file_remove(path.path));
}

static void links_and_pipes_are_refused(void **state)
{
	(void)state;
	struct scratch target = scratch_path("target");
	struct scratch link = scratch_path("link");
	struct platform_file file;
	assert_int_equal(0, symlink(target.path, link.path));
	assert_int_equal(ELOOP, platform_file_create(&file, link.path));
	assert_false(platform_file_exists(target.path));
	assert_int_equal(0, platform_file_write_text(target.path, "kept", 4));
	assert_int_equal(ELOOP, platform_file_create(&file, link.path));
	assert_int_equal(0, unlink(link.path));
	assert_int_equal(0, mkfifo(link.path, 0600));
	assert_int_equal(ESPIPE, platform_file_create(&file, link.path));
	assert_int_equal(-1, file.handle);
	assert_int_equal(0, unlink(link.path));
	assert_int_equal(0, unlink(target.path));
}

static void the_lock_says_busy(void **state)
{
	(void)state;
	struct scratch path = scratch_path("busy");
	struct platform_file first, second;
	assert_int_equal(0, platform_file_create(&first, path.path));
	assert_int_equal(EBUSY, platform_file_create(&second, path.path));
	platform_file_close(&first);
	assert_int_equal(0, platform_file_create(&second, path.path));
	platform_file_close(&second);
	assert_int_equal(0, unlink(path.path));
}

static void a_full_file_is_an_error_code(void **state)
{
	(void)state;
	struct scratch path = scratch_path("full");
	struct platform_file file;
	struct rlimit before, small;
	static const char block[3000];
	void (*handler)(int) = signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(0, getrlimit(RLIMIT_FSIZE, &before));
	small = before;
	small.rlim_cur = 4096;
	assert_int_equal(0, platform_file_create(&file, path.path));
	assert_int_equal(0, setrlimit(RLIMIT_FSIZE, &small));
	int good = platform_file_append(&file, block, sizeof block);
	int full = platform_file_append(&file, block, sizeof block);
	assert_int_equal(0, setrlimit(RLIMIT_FSIZE, &before));
	signal(SIGXFSZ, handler);
	assert_int_equal(0, good);
	assert_int_equal(EFBIG, full);
	assert_int_equal(4096, platform_file_length(&file));
	platform_file_close(&file);
	assert_int_equal(0, unlink(path.path));
}

static void a_device_can_be_written_and_keeps_its_mode(void **state)
{
	(void)state;
	if (access("/dev/full", W_OK) != 0)
		skip();
	struct platform_file file;
	struct stat before, after;
	char words[256];
	assert_int_equal(0, stat("/dev/full", &before));
	assert_int_equal(0, platform_file_create(&file, "/dev/full"));
	int code = platform_file_append(&file, "x", 1);
	assert_int_equal(ENOSPC, code);
	assert_string_equal("No space left on device (28)",
	                    platform_error_text(code, words, sizeof words));
	platform_file_close(&file);
	assert_int_equal(0, stat("/dev/full", &after));
	assert_int_equal(before.st_mode, after.st_mode);
}

static int shell(const char *script, const char *argument)
{
	const char *argv[] = {"/bin/sh", "-c", script, "sh", argument, NULL};
	int code = -1;
	enum platform_child result = platform_run_child(argv, NULL, NULL, 60000000, &code);
	assert_int_equal(PLATFORM_CHILD_OK, result);
	return code;
}

static void a_child_inherits_no_open_file(void **state)
{
	(void)state;
	char script[128];
	int fd = open("/dev/null", O_RDONLY);
	assert_true(fd > 2);
	snprintf(script, sizeof script, "(: <&%d) 2>/dev/null && exit 1; exit 0", fd);
	assert_int_equal(0, shell(script, ""));
	close(fd);
}

static void a_child_shares_the_error_stream(void **state)
{
	(void)state;
	struct scratch path = scratch_path("stderr");
	char text[64];
	int saved = dup(STDERR_FILENO);
	int fd = open(path.path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	assert_true(saved >= 0 && fd >= 0);
	dup2(fd, STDERR_FILENO);
	platform_write_error_stream("jdhat: us\n", 10);
	int code = shell("echo child >&2; echo hidden", "");
	dup2(saved, STDERR_FILENO);
	close(saved);
	close(fd);
	assert_int_equal(0, code);
	assert_int_equal(0, platform_file_read_text(path.path, text, sizeof text));
	assert_string_equal("jdhat: us\nchild\n", text);
	assert_int_equal(0, unlink(path.path));
}

static void a_killed_child_counts_as_in_the_shell(void **state)
{
	(void)state;
	assert_int_equal(128 + SIGKILL, shell("kill -9 $$", ""));
}

static void blocked_signals_reach_the_child(void **state)
{
	(void)state;
	sigset_t term, before;
	sigemptyset(&term);
	sigaddset(&term, SIGTERM);
	assert_int_equal(0, sigprocmask(SIG_BLOCK, &term, &before));
	int code = shell("kill -TERM $$; exit 0", "");
	assert_int_equal(0, sigprocmask(SIG_SETMASK, &before, NULL));
	assert_int_equal(128 + SIGTERM, code);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(files_belong_to_the_owner_alone),
	        cmocka_unit_test(links_and_pipes_are_refused),
	        cmocka_unit_test(the_lock_says_busy),
	        cmocka_unit_test(a_full_file_is_an_error_code),
	        cmocka_unit_test(a_device_can_be_written_and_keeps_its_mode),
	        cmocka_unit_test(a_child_inherits_no_open_file),
	        cmocka_unit_test(a_child_shares_the_error_stream),
	        cmocka_unit_test(a_killed_child_counts_as_in_the_shell),
	        cmocka_unit_test(blocked_signals_reach_the_child),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
