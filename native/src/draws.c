// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "draws.h"

#include <jvmti.h>
#include <stdatomic.h>

#include "intervals.h"
#include "vm.h"

static _Atomic bool known;
static uint64_t lambda_now;
static const char born_before; /* its address marks a thread that is older than a λ */

static void set_in_vm(uint64_t lambda)
{
	lambda_now = lambda;
	(*vm.jvmti)->SetHeapSamplingInterval(vm.jvmti, (jint)lambda);
}

static void set(uint64_t lambda)
{
	intervals_use(lambda);
	set_in_vm(lambda);
}

void draws_enter(const struct options *options, bool at_load)
{
	/* Waiting for somebody who will say which λ: 0 is the one that makes any start exact. */
	bool waiting = options->start == START_IDLE && !options->interval_given;

	if ((options->record & RECORDS_HEAP) == 0 || vm_take_sampling() != JVMTI_ERROR_NONE)
		return;
	set(waiting ? 0 : options->interval);
	known = at_load;
}

void draws_use(uint64_t lambda)
{
	if (lambda != lambda_now)
		known = false;
	set(lambda);
}

void draws_change(uint64_t lambda)
{
	/* The VM may be at a safepoint, and this thread wait for its end, between the VM's λ and
	 * ours. */
	intervals_doubt();
	set_in_vm(lambda);
	intervals_use(lambda);
	/* For the next session. In this one each carrier knows its own draw. */
	known = false;
}

void draws_release(void)
{
	known = false;
	vm_release_sampling();
}

bool draws_known(void)
{
	return known;
}

uint32_t draws_older_threads(JNIEnv *jni)
{
	jthread *threads = NULL;
	jint n = 0, i;

	if (known || (*vm.jvmti)->GetAllThreads(vm.jvmti, &n, &threads) != JVMTI_ERROR_NONE)
		return 0;
	for (i = 0; i < n; i++) {
		/* One that is being started has drawn, and its ThreadStart is still to come. */
		(*vm.jvmti)->SetThreadLocalStorage(vm.jvmti, threads[i], &born_before);
		(*jni)->DeleteLocalRef(jni, threads[i]);
	}
	(*vm.jvmti)->Deallocate(vm.jvmti, (unsigned char *)threads);
	return n > 0 ? (uint32_t)n - 1 : 0;
}

bool draws_born_before(jthread thread)
{
	void *mark = NULL;

	return (*vm.jvmti)->GetThreadLocalStorage(vm.jvmti, thread, &mark) == JVMTI_ERROR_NONE &&
	       mark == &born_before;
}
