// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* What the agent says to a person: whole lines on the standard error stream, each beginning with
 * "jdhat: ". Never the standard output, which belongs to the target. */
#ifndef JDHAT_LOG_H
#define JDHAT_LOG_H

#include <stdbool.h>

/* Lets the compiler check a printf format, argument number n, against what follows it. C11's
 * formats on every system: gcc's plain "printf" means another set of them on Windows. */
#if defined(__clang__)
#define LOG_CHECKED(n) __attribute__((format(printf, n, n + 1)))
#elif defined(__GNUC__)
#define LOG_CHECKED(n) __attribute__((format(gnu_printf, n, n + 1)))
#else
#define LOG_CHECKED(n)
#endif

/* `quiet` silences log_info; errors are always said. */
void log_quiet(bool quiet);
void log_info(const char *format, ...) LOG_CHECKED(1);
/* "jdhat: error: …": what failed, the system's reason, and the way out. */
void log_error(const char *format, ...) LOG_CHECKED(1);

#endif
