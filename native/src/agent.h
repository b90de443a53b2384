// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* The way in for doors that come when the VM is running. */
#ifndef JDHAT_AGENT_H
#define JDHAT_AGENT_H

#include <jni.h>
#include <stdbool.h>
#include <stddef.h>

#include "format.h"

/* Enters the JVM if nobody has, or finds who has, and carries out one option string. The answer
 * goes into `reply` as commands_run says. */
bool agent_run_late(JavaVM *java_vm, JNIEnv *jni, const char *text, enum format_door door,
                    char *reply, size_t n);

#endif
