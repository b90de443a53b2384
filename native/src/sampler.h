// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* The allocation event: the stack, the class, a weak reference, one record into the carrier's
 * inbox. It runs on the allocating thread under whatever locks that thread holds: no upcall, no
 * waiting, no file. Nothing that it touches is freed while it may run. */
#ifndef JDHAT_SAMPLER_H
#define JDHAT_SAMPLER_H

#include <jni.h>
#include <jvmti.h>
#include <stdbool.h>
#include <stdint.h>

#include "carriers.h"
#include "options.h"

/* JDK 25 counts the bytes that a thread allocates while sampling is off (JDK-8356372), so the first
 * event of a thread that was there before the start comes at once. */
#define SAMPLER_COUNTS_WHILE_OFF 25u

struct sampler_settings {
	uint32_t session; /* number of this session in the process, from 1 */
	uint32_t depth;
	enum options_threads threads;
	bool heap, ad_hoc;   /* what is recorded */
	bool track;          /* liveness is on */
	bool late_draws;     /* a carrier of which nothing is known drew under an unknown λ (a late
	                        door); else under that of the start */
	uint16_t start_draw; /* slot of λ at the start */
	uint32_t java_version;
	bool budget; /* the interval is decided by what events take */
	void (*pressed)(
	        void); /* called in an event when the inboxes fill up faster than they are read */
	uint64_t pressed_bytes; /* of all inboxes */
};

/* Samples from now on, and no more. After sampler_stop an event in progress may still end. */
void sampler_start(const struct sampler_settings *settings);
void sampler_stop(void);

/* What is in force, NULL while nothing is recorded. */
const struct sampler_settings *sampler_now(void);
/* One of the carrier's events in so many is timed. */
uint32_t sampler_timed_one_in(const struct carrier *carrier,
                              const struct sampler_settings *settings);
/* Wakes the agent thread, now and then, when inboxes fill up. In an event. */
void sampler_relieve(const struct carrier *carrier, const struct sampler_settings *settings);

/* JVMTI callbacks. */
void JNICALL sampler_allocation(jvmtiEnv *jvmti, JNIEnv *jni, jthread thread, jobject object,
                                jclass type, jlong size);
/* A class was loaded, mostly by interpreted code: a stack that proves the fast walk at once. Where
 * samples are few, and all of compiled code, none of theirs might do so for long. */
void JNICALL sampler_class_prepare(jvmtiEnv *jvmti, JNIEnv *jni, jthread thread, jclass type);
/* The calling thread begins. `older`: it drew before λ was set, and nothing is known of its draw.
 */
void sampler_thread_start(bool older);

/* The calling thread's carrier, NULL when there is no memory for one or no session. */
struct carrier *sampler_carrier(void);

/* Makes the calling thread exact: allocates until its first event comes, at most 10 MB. These
 * events are counted nowhere. */
void sampler_prime(JNIEnv *jni);
/* The same, if its first event in this session is still to come and would be dropped. */
void sampler_prime_if_older(JNIEnv *jni);

#endif
