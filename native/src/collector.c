// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "collector.h"

#include <stdatomic.h>

#include "carriers.h"
#include "epoch.h"
#include "platform/platform.h"
#include "vm.h"

static struct platform_semaphore wanted;
static struct platform_semaphore *notify;
static _Atomic int state;
static bool running;
static _Atomic bool quitting;

static void collect(void)
{
	uint64_t before = epoch_collections();
	jvmtiError error = (*vm.jvmti)->ForceGarbageCollection(vm.jvmti);

	atomic_store(&state, error == JVMTI_ERROR_NONE && epoch_collections() != before
	                             ? COLLECTOR_DONE
	                             : COLLECTOR_NOTHING);
	platform_semaphore_post(notify);
}

static void JNICALL run(jvmtiEnv *jvmti, JNIEnv *jni, void *argument)
{
	(void)jvmti;
	(void)jni;
	(void)argument;
	carriers_set_ours();
	while (!atomic_load(&quitting))
		if (platform_semaphore_wait(&wanted, UINT64_MAX) &&
		    atomic_load(&state) == COLLECTOR_BUSY)
			collect();
}

bool collector_ask(JNIEnv *jni, struct platform_semaphore *when_over)
{
	if (atomic_load(&state) != COLLECTOR_IDLE)
		return false;
	if (!running) {
		platform_semaphore_init(&wanted);
		running = vm_start_thread(jni, "jdhat collector", run);
	}
	if (!running)
		return false;
	notify = when_over;
	atomic_store(&state, COLLECTOR_BUSY);
	platform_semaphore_post(&wanted);
	return true;
}

enum collector_state collector_state(void)
{
	return (enum collector_state)atomic_load(&state);
}

void collector_take(void)
{
	int now = atomic_load(&state);

	if (now == COLLECTOR_DONE || now == COLLECTOR_NOTHING)
		atomic_store(&state, COLLECTOR_IDLE);
}

void collector_quit(void)
{
	atomic_store(&quitting, true);
	if (running)
		platform_semaphore_post(&wanted);
}
