// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* What the JVM counts about itself: collections, heap, allocated bytes, direct buffers. Read
 * through java.lang.management on the agent thread only; what cannot be read is unknown. */
#ifndef JDHAT_JVM_H
#define JDHAT_JVM_H

#include <jni.h>
#include <stdbool.h>
#include <stdint.h>

#include "format.h"

/* COUNTER_UNKNOWN where the JVM does not tell. */
struct jvm_counters {
	uint64_t heap_used, heap_committed;
	uint64_t allocated;  /* bytes by all threads since the JVM began; JDK 21 and later */
	uint64_t young, old; /* collections; old: of the whole heap, or major cycles */
	uint64_t gc_us;
	uint64_t direct;
};

/* Finds the beans. Once; a JVM without java.management leaves all unknown. */
void jvm_open(JNIEnv *jni);
enum format_collector jvm_collector(void);
/* Pauses of this collector are not whole collections: its work goes on between them. */
bool jvm_concurrent(void);
/* `old` counts only examinations of the whole old generation. */
bool jvm_old_is_full(void);
void jvm_read(JNIEnv *jni, struct jvm_counters *counters);
/* Largest heap, COUNTER_UNKNOWN if it cannot be told. */
uint64_t jvm_max_heap(JNIEnv *jni);

#endif
