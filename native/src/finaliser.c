// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "finaliser.h"

#include <jvmti.h>
#include <stdatomic.h>

#include "carriers.h"
#include "platform/platform.h"
#include "vm.h"

#define TURN_US 200u

enum state { IDLE, RUNNING, STUCK };
static _Atomic int state;

static void JNICALL run(jvmtiEnv *jvmti, JNIEnv *jni, void *argument)
{
	jclass system;
	jmethodID finalise;

	(void)jvmti;
	(void)argument;
	carriers_set_ours();
	system = (*jni)->FindClass(jni, "java/lang/System");
	/* Deprecated for removal since Java 18. */
	finalise = system == NULL
	                   ? NULL
	                   : (*jni)->GetStaticMethodID(jni, system, "runFinalization", "()V");
	if (finalise != NULL)
		(*jni)->CallStaticVoidMethod(jni, system, finalise);
	vm_clear_exception(jni);
	atomic_store(&state, IDLE);
}

static bool change(int from, int to)
{
	return atomic_compare_exchange_strong(&state, &from, to);
}

/* Whether it is idle before the time is up. */
static bool wait_until_idle(uint64_t until_ns)
{
	struct platform_semaphore never;

	platform_semaphore_init(&never);
	while (atomic_load(&state) == RUNNING && platform_now_ns() < until_ns)
		platform_semaphore_wait(&never, TURN_US);
	return atomic_load(&state) == IDLE;
}

void finaliser_run(JNIEnv *jni, uint64_t timeout_us)
{
	uint64_t until_ns = platform_now_ns() + timeout_us * 1000;

	/* What another settling thread has run may have begun before our collection. */
	while (!change(IDLE, RUNNING))
		if (!wait_until_idle(until_ns)) {
			change(RUNNING, STUCK);
			return;
		}
	if (!vm_start_thread(jni, "jdhat finaliser", run))
		atomic_store(&state, IDLE);
	else if (!wait_until_idle(until_ns))
		change(RUNNING, STUCK);
}
