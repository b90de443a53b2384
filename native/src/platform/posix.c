// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* Linux note: everything called here has a symbol version of at most GLIBC_2.17 and exists in musl.
 * That rules out, with a present glibc, stat, fstat, sem_*, pthread_once, pthread_create, dlopen.
 */
#define _POSIX_C_SOURCE 200809L
#define _DEFAULT_SOURCE
#define _DARWIN_C_SOURCE

#include "platform.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "posix.h"

/* ---- time ---- */

static uint64_t clock_ns(clockid_t clock)
{
	struct timespec time;
	if (clock_gettime(clock, &time) != 0)
		return 0;
	return (uint64_t)time.tv_sec * 1000000000u + (uint64_t)time.tv_nsec;
}

uint64_t platform_now_ns(void)
{
	return clock_ns(CLOCK_MONOTONIC);
}

uint64_t platform_wall_us(void)
{
	return clock_ns(CLOCK_REALTIME) / 1000;
}

uint64_t platform_thread_cpu_ns(void)
{
	return clock_ns(CLOCK_THREAD_CPUTIME_ID);
}

/* ---- the leaf lock ---- */

_Static_assert(sizeof(pthread_mutex_t) <= sizeof(struct platform_lock), "room for the mutex");

static pthread_mutex_t *mutex_of(struct platform_lock *lock)
{
	return (pthread_mutex_t *)(void *)lock->word;
}

void platform_lock_init(struct platform_lock *lock)
{
	pthread_mutex_init(mutex_of(lock), NULL);
}

void platform_lock_acquire(struct platform_lock *lock)
{
	pthread_mutex_lock(mutex_of(lock));
}

void platform_lock_release(struct platform_lock *lock)
{
	pthread_mutex_unlock(mutex_of(lock));
}

/* ---- files ---- */

static int write_all(int fd, const char *bytes, size_t n)
{
	while (n > 0) {
		ssize_t written = write(fd, bytes, n);
		if (written < 0 && errno == EINTR)
			continue;
		if (written < 0)
			return errno;
		if (written == 0)
			return EIO;
		bytes += written;
		n -= (size_t)written;
	}
	return 0;
}

/* Takes the file for this process. A file system that knows no locks is no reason to refuse. */
static int lock_file(int fd)
{
	while (flock(fd, LOCK_EX | LOCK_NB) != 0) {
		if (errno == EWOULDBLOCK)
			return EBUSY;
		if (errno != EINTR)
			return 0;
	}
	return 0;
}

/* Empties a file that was there before. Only a regular file can be cut, so a device keeps its
 * permissions; a pipe has no position and is refused, for a full one would stop the agent. */
static int empty_file(int fd)
{
	if (lseek(fd, 0, SEEK_END) < 0)
		return errno;
	if (ftruncate(fd, 0) != 0)
		return errno == EINVAL ? 0 : errno;
	return fchmod(fd, 0600) == 0 ? 0 : errno;
}

/* Cuts only after it holds the lock: a recording that another process writes must not lose its
 * content to a second one that is then refused. */
int platform_file_create(struct platform_file *file, const char *path)
{
	int flags = O_RDWR | O_APPEND | O_NOFOLLOW | O_CLOEXEC | O_NOCTTY;
	file->handle = -1;
	int fd = open(path, flags | O_CREAT | O_EXCL, 0600);
	bool is_new = fd >= 0;
	if (fd < 0 && errno == EEXIST)
		fd = open(path, flags);
	if (fd < 0)
		return errno;
	int error = lock_file(fd);
	if (error == 0 && !is_new)
		error = empty_file(fd);
	if (error != 0)
		close(fd);
	else
		file->handle = fd;
	return error;
}

int platform_file_append(struct platform_file *file, const void *bytes, size_t n)
{
	return write_all((int)file->handle, bytes, n);
}

int platform_file_read(struct platform_file *file, uint64_t offset, void *bytes, size_t n)
{
	char *target = bytes;
	while (n > 0) {
		ssize_t got = pread((int)file->handle, target, n, (off_t)offset);
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return errno;
		if (got == 0)
			return EIO;
		target += got;
		offset += (uint64_t)got;
		n -= (size_t)got;
	}
	return 0;
}

int64_t platform_file_length(struct platform_file *file)
{
	return lseek((int)file->handle, 0, SEEK_END);
}

void platform_file_close(struct platform_file *file)
{
	if (file->handle >= 0)
		close((int)file->handle);
	file->handle = -1;
}

int platform_file_rename(const char *from, const char *to)
{
	return rename(from, to) == 0 ? 0 : errno;
}

int platform_file_remove(const char *path)
{
	return unlink(path) == 0 ? 0 : errno;
}

bool platform_file_exists(const char *path)
{
	return access(path, F_OK) == 0;
}

int platform_file_read_text(const char *path, char *text, size_t n)
{
	text[0] = '\0';
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	if (fd < 0)
		return errno;
	size_t length = 0;
	int error = 0;
	while (length < n - 1) {
		ssize_t got = read(fd, text + length, n - 1 - length);
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			error = errno;
		if (got <= 0)
			break;
		length += (size_t)got;
	}
	text[length] = '\0';
	close(fd);
	return error;
}

/* A reader must never see half of it, and what stood there may belong to somebody else: so a new
 * file, renamed over the old one. */
int platform_file_write_text(const char *path, const char *text, size_t n)
{
	char temporary[PLATFORM_PATH_MAX];
	int length = snprintf(temporary, sizeof temporary, "%s.new", path);
	if (length < 0 || (size_t)length >= sizeof temporary)
		return ENAMETOOLONG;
	unlink(temporary);
	int fd = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
	if (fd < 0)
		return errno;
	int error = write_all(fd, text, n);
	if (close(fd) != 0 && error == 0)
		error = errno;
	if (error == 0)
		error = platform_file_rename(temporary, path);
	if (error != 0)
		unlink(temporary);
	return error;
}

const char *platform_error_text(int code, char *text, size_t n)
{
	char words[256];
	if (strerror_r(code, words, sizeof words) != 0)
		snprintf(words, sizeof words, "unknown error");
	snprintf(text, n, "%s (%d)", words, code);
	return text;
}

/* ---- the process ---- */

uint64_t platform_process_id(void)
{
	return (uint64_t)getpid();
}

void platform_host_name(char *name, size_t n)
{
	if (gethostname(name, n) != 0 || name[0] == '\0')
		snprintf(name, n, "localhost");
	name[n - 1] = '\0';
}

const char *platform_temporary_folder(void)
{
	static pthread_mutex_t once = PTHREAD_MUTEX_INITIALIZER;
	static char folder[PLATFORM_PATH_MAX];
	pthread_mutex_lock(&once);
	if (folder[0] == '\0') {
		const char *named = getenv("TMPDIR");
		if (named == NULL || named[0] != '/' || strlen(named) >= sizeof folder)
			named = "/tmp";
		size_t length = strlen(named);
		while (length > 1 && named[length - 1] == '/')
			length--;
		memcpy(folder, named, length);
		folder[length] = '\0';
	}
	pthread_mutex_unlock(&once);
	return folder;
}

const char *platform_environment(const char *name)
{
	return getenv(name);
}

void platform_write_error_stream(const char *text, size_t n)
{
	(void)write_all(STDERR_FILENO, text, n);
}

/* The kernel looks whether it can be read, as it does for every write. */
bool platform_read_memory(const void *from, void *to, size_t n)
{
	int pipes[2];
	if (pipe(pipes) != 0)
		return false;
	bool good = write(pipes[1], from, n) == (ssize_t)n && read(pipes[0], to, n) == (ssize_t)n;
	close(pipes[0]);
	close(pipes[1]);
	return good;
}

/* ---- children ---- */

static bool names(const char *variable, const char *name, size_t length)
{
	return strncmp(variable, name, length) == 0 && variable[length] == '=';
}

static bool is_left_out(const char *variable, const char *const *without, const char *with)
{
	if (with != NULL && names(variable, with, strcspn(with, "=")))
		return true;
	for (; without != NULL && *without != NULL; without++)
		if (names(variable, *without, strlen(*without)))
			return true;
	return false;
}

/* The environment of the child, to be freed; its strings are not copied. NULL without memory. */
static char **child_environment(const char *const *without, const char *with)
{
	char **ours = posix_environment();
	size_t n = 0;
	while (ours != NULL && ours[n] != NULL)
		n++;
	char **theirs = calloc(n + 2, sizeof *theirs);
	if (theirs == NULL)
		return NULL;
	size_t kept = 0;
	for (size_t i = 0; i < n; i++)
		if (!is_left_out(ours[i], without, with))
			theirs[kept++] = ours[i];
	theirs[kept] = (char *)with;
	return theirs;
}

/* Signals that the calling thread has blocked must not stay blocked in the child. */
static int spawn(pid_t *child, const char *const *argv, char **environment)
{
	posix_spawn_file_actions_t actions;
	posix_spawnattr_t attributes;
	sigset_t none;
	sigemptyset(&none);
	int error = posix_spawn_file_actions_init(&actions);
	if (error != 0)
		return error;
	error = posix_spawnattr_init(&attributes);
	if (error == 0) {
		posix_spawnattr_setsigmask(&attributes, &none);
		posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
		posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
		posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
		posix_close_others(&actions, &attributes);
		error = posix_spawn(child, argv[0], &actions, &attributes,
		                    (char *const *)(uintptr_t)argv, environment);
		posix_spawnattr_destroy(&attributes);
	}
	posix_spawn_file_actions_destroy(&actions);
	return error;
}

/* Asks again and again rather than waiting for SIGCHLD, which belongs to the target. */
static enum platform_child await(pid_t child, uint64_t timeout_us, int *exit_code)
{
	uint64_t start = platform_now_ns();
	for (long pause_ms = 1;; pause_ms = pause_ms < 10 ? 2 * pause_ms : 20) {
		int status = 0;
		pid_t done = waitpid(child, &status, WNOHANG);
		if (done == child) {
			*exit_code =
			        WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
			return PLATFORM_CHILD_OK;
		}
		if (done < 0 && errno != EINTR) {
			*exit_code = errno;
			return PLATFORM_CHILD_FAILED;
		}
		if ((platform_now_ns() - start) / 1000 >= timeout_us)
			return PLATFORM_CHILD_TIMEOUT;
		struct timespec pause = {0, pause_ms * 1000000};
		nanosleep(&pause, NULL);
	}
}

enum platform_child platform_run_child(const char *const *argv, const char *const *without,
                                       const char *with, uint64_t timeout_us, int *exit_code)
{
	pid_t child = 0;
	char **environment = child_environment(without, with);
	*exit_code = environment == NULL ? ENOMEM : spawn(&child, argv, environment);
	free(environment);
	if (*exit_code != 0)
		return PLATFORM_CHILD_FAILED;
	return await(child, timeout_us, exit_code);
}
