// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* What happens when the target ends by itself: a shutdown hook makes the t-end point and has the
 * report written by a child JVM. The hook is a plain java.lang.Thread without a task, made through
 * JNI; its ThreadStart is where we do our work. */
#ifndef JDHAT_EXIT_HOOK_H
#define JDHAT_EXIT_HOOK_H

#include <jni.h>
#include <jvmti.h>
#include <stdbool.h>
#include <stdint.h>

/* Registers the hook, once. False when the JVM is on its way out already, or refuses. */
bool exit_hook_install(JNIEnv *jni);
/* True when `thread`, which is the calling one and just begins, is the hook. */
bool exit_hook_is(JNIEnv *jni, jthread thread);
/* On the hook: t-end and report. */
void exit_hook_run(JNIEnv *jni, uint64_t report_timeout_us);
/* True once the report was tried: what there is to say was said. */
bool exit_hook_reported(void);

#endif
