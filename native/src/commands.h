// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* What a door asks for, carried out; and its answer. */
#ifndef JDHAT_COMMANDS_H
#define JDHAT_COMMANDS_H

#include <jni.h>
#include <stdbool.h>
#include <stddef.h>

#include "format.h"
#include "options.h"

/* Carries out one option string. True when it did. The answer goes into the file that `reply` in
 * the options names, and into `answer` (NULL = nowhere), cut to n bytes with the terminating one.
 * Where there is neither, what went wrong is said on the error stream. */
bool commands_run(JNIEnv *jni, const char *text, enum format_door door, char *answer, size_t n);
/* Says why an option string is not carried out, where its sender looks for the answer. */
void commands_refuse(const char *text, const char *message, char *answer, size_t n);
/* Starts with options that were parsed at load. */
bool commands_start_at_load(JNIEnv *jni, const struct options *options, const char *text);

#endif
