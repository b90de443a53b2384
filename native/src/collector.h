// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* Forced collections, on a thread of their own: ForceGarbageCollection can hang while a thread sits
 * in a JNI critical section (Serial and Parallel on 25, ZGC), or return without collecting (G1,
 * Serial and Parallel on 17), and the agent thread must go on either way. */
#ifndef JDHAT_COLLECTOR_H
#define JDHAT_COLLECTOR_H

#include <jni.h>
#include <stdbool.h>
#include <stdint.h>

/* Agent thread: asks for a collection. False when one is asked for already, or no thread can be
 * made for it. `notify` is posted when it is over. */
struct platform_semaphore;
bool collector_ask(JNIEnv *jni, struct platform_semaphore *notify);
enum collector_state { COLLECTOR_IDLE, COLLECTOR_BUSY, COLLECTOR_DONE, COLLECTOR_NOTHING };
/* Agent thread: how the latest request stands. DONE: a collection was seen to finish after it was
 * asked for. NOTHING: the VM returned without one. Both become IDLE with collector_take. */
enum collector_state collector_state(void);
void collector_take(void);
/* The VM goes down: the thread ends, unless the VM holds it in a collection. */
void collector_quit(void);

#endif
