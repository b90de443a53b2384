// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* dev.jdhat.agent.AgentCalls: what Java code calls too often to go through a command. Its methods
 * are registered and its field is set by the agent, in every class loader that has a copy; no
 * library is tied to any of them. */
#ifndef JDHAT_CALLS_H
#define JDHAT_CALLS_H

#include <jni.h>
#include <stdbool.h>
#include <stdint.h>

/* Finds the copies that are loaded now and registers their methods. Returns how many there are now,
 * those of before included. Any thread. */
uint32_t calls_bind(JNIEnv *jni);
/* Tells all copies whether ad hoc events are recorded. Any thread. */
void calls_record(JNIEnv *jni, bool ad_hoc);

#endif
