// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* Has the JVM run finalisers, on a thread of its own: one that blocks holds nothing of ours up. */
#ifndef JDHAT_FINALISER_H
#define JDHAT_FINALISER_H

#include <jni.h>
#include <stdint.h>

/* Runs System.runFinalization and waits for its end, at most timeout_us. While one that did not end
 * is still at it, nothing is run and nothing waited for. Any thread but the agent thread. */
void finaliser_run(JNIEnv *jni, uint64_t timeout_us);

#endif
