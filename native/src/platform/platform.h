// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* The machine, as the agent needs it. One file per system implements it (posix.c with linux.c or
 * macos.c; windows.c); nothing else in native/ asks which system it runs on. Every function may be
 * called from any thread unless its comment says otherwise. Error codes are the system's own
 * (errno, GetLastError); 0 is success. */
#ifndef JDHAT_PLATFORM_H
#define JDHAT_PLATFORM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define PLATFORM_PATH_MAX 4096

#if defined(_WIN32)
#define PLATFORM_FILE_SEPARATOR '\\'
#else
#define PLATFORM_FILE_SEPARATOR '/'
#endif

/* ---- time ---- */

/* Monotonic clock in nanoseconds; never goes back. */
uint64_t platform_now_ns(void);
/* Wall clock, microseconds since 1970-01-01 UTC. */
uint64_t platform_wall_us(void);
/* CPU time used by the calling thread, in nanoseconds; 0 where the system cannot tell. */
uint64_t platform_thread_cpu_ns(void);

/* ---- waiting: a semaphore that a garbage collection callback may post ---- */

struct platform_semaphore {
	uintptr_t word[2];
};
void platform_semaphore_init(struct platform_semaphore *semaphore);
/* Never blocks and never allocates. Several posts before a wait may count as one. */
void platform_semaphore_post(struct platform_semaphore *semaphore);
/* Waits for a post, at most timeout_us. True when there was one. */
bool platform_semaphore_wait(struct platform_semaphore *semaphore, uint64_t timeout_us);

/* ---- the leaf lock: held for a few dozen instructions, never around a JVMTI or JNI call ---- */

struct platform_lock {
	uintptr_t word[8];
};
void platform_lock_init(struct platform_lock *lock);
void platform_lock_acquire(struct platform_lock *lock);
void platform_lock_release(struct platform_lock *lock);

/* ---- the recording's file ---- */

struct platform_file {
	intptr_t handle; /* -1 when closed */
};
/* Creates a file for appending: readable by the owner alone, never through a symbolic link, what
 * was there before is cut to nothing, and another process that has it open this way is refused. */
int platform_file_create(struct platform_file *file, const char *path);
/* Appends all n bytes or says why not; after an error the file may hold a part of them. */
int platform_file_append(struct platform_file *file, const void *bytes, size_t n);
/* Reads exactly n bytes at offset, or fails. */
int platform_file_read(struct platform_file *file, uint64_t offset, void *bytes, size_t n);
/* Present length in bytes, or -1. */
int64_t platform_file_length(struct platform_file *file);
void platform_file_close(struct platform_file *file);
/* Makes `from` the file named `to`, in one step, replacing what was there. The handle stays open.
 */
int platform_file_rename(const char *from, const char *to);
int platform_file_remove(const char *path);
/* True when path names an existing file or folder. */
bool platform_file_exists(const char *path);
/* Reads a small text file whole into text (terminated, cut at n - 1). */
int platform_file_read_text(const char *path, char *text, size_t n);
/* Writes a small file whole, readable by the owner alone, in place of what was there. */
int platform_file_write_text(const char *path, const char *text, size_t n);
/* "No space left on device (28)": the system's words for a code, into text. Returns text. */
const char *platform_error_text(int code, char *text, size_t n);

/* ---- the process ---- */

uint64_t platform_process_id(void);
/* Host name, cut to fit; "localhost" when unknown. */
void platform_host_name(char *name, size_t n);
/* The folder for temporary files, without a separator at its end. */
const char *platform_temporary_folder(void);
/* Value of an environment variable, or NULL. Valid until the environment changes. */
const char *platform_environment(const char *name);
/* Path of this very library. False when it cannot be told. */
bool platform_own_path(char *path, size_t n);
/* Address of an exported symbol of the module that holds the address `within`; NULL when it has
 * none of that name. */
const void *platform_symbol_beside(const void *within, const char *name);
/* Copies n bytes, at most 512, from an address of this process that may be none. False when it is.
 */
bool platform_read_memory(const void *from, void *to, size_t n);
/* Keeps this library mapped for the life of the process, whatever unloads it. */
void platform_pin_library(void);
/* Bytes of memory that this process may still take: the smaller of the machine's free memory and
 * what its container has left; 0 when unknown. */
uint64_t platform_free_memory(void);
/* Writes a line to the standard error stream in one piece. */
void platform_write_error_stream(const char *text, size_t n);

enum platform_child { PLATFORM_CHILD_OK, PLATFORM_CHILD_FAILED, PLATFORM_CHILD_TIMEOUT };
/* Runs a program (argv[0] is its path, argv ends with NULL) with the variables named in `without`
 * (NULL-terminated) removed and `with` ("NAME=value") added, standard output closed, standard error
 * shared, and waits for it at most timeout_us. A child that is not done by then is left alone.
 * exit_code holds its exit code with OK, the system's error with FAILED. */
enum platform_child platform_run_child(const char *const *argv, const char *const *without,
                                       const char *with, uint64_t timeout_us, int *exit_code);

#endif
