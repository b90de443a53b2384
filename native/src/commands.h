// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* What a door asks for, carried out; and the answer in the file that `reply` names. */
#ifndef JDHAT_COMMANDS_H
#define JDHAT_COMMANDS_H

#include <jni.h>
#include <stdbool.h>

#include "format.h"
#include "options.h"

/* Carries out one option string. True when it did. What went wrong is said on the error stream (by
 * the door DOOR_API only in the reply) and in the reply. */
bool commands_run(JNIEnv *jni, const char *text, enum format_door door);
/* Says why an option string is not carried out, where its sender looks for the answer. */
void commands_refuse(const char *text, const char *message);
/* Starts with options that were parsed at load. */
bool commands_start_at_load(JNIEnv *jni, const struct options *options, const char *text);

#endif
