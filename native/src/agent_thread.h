// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* The agent thread: the one writer. It sleeps, wakes for a collection, a tick or a request, and
 * lets the recorder take a turn. */
#ifndef JDHAT_AGENT_THREAD_H
#define JDHAT_AGENT_THREAD_H

#include <jni.h>
#include <stdbool.h>

/* Starts it, once for the life of the process. False when the VM makes no thread. */
bool agent_thread_start(JNIEnv *jni);
bool agent_thread_runs(void);
/* Wakes it. From a collection's callback too. */
void agent_thread_wake(void);
/* Called on the agent thread when a recording can go no further: `error` as in recorder_error. Set
 * before the start. */
void agent_thread_on_failure(void (*failed)(int error));

#endif
