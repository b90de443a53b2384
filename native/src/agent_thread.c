// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "agent_thread.h"

#include <jvmti.h>
#include <stdatomic.h>

#include "carriers.h"
#include "clock.h"
#include "collector.h"
#include "jvm.h"
#include "policy.h"
#include "requests.h"
#include "vm.h"

static struct platform_semaphore bell;
static struct recorder *recorder;
static struct request *waiting; /* for a forced collection to finish */
static bool waiting_asked;      /* the collection that is under way was asked for by it */

/* While a thread is in a JNI critical section G1, Serial and Parallel of 17 return at once without
 * collecting. Such sections are short, as those of a class loader that inflates a jar: so it is
 * tried again, for a while. */
#define RETRY_US  10000
#define TRYING_US 1000000
static uint64_t next_try_ns;
static uint64_t last_try_ns;
static _Atomic bool started;
static bool dying;
static void (*on_failure)(int error);

void agent_thread_wake(void)
{
	if (started)
		platform_semaphore_post(&bell);
}

void agent_thread_on_failure(void (*failed)(int error))
{
	on_failure = failed;
}

static void open_recording(struct request *request, JNIEnv *jni)
{
	policy_decide(&request->settings, jni);
	if (recorder == NULL)
		recorder = recorder_open(jni, &request->settings, &request->error);
	request->ok = recorder != NULL;
}

static void close_recording(JNIEnv *jni, enum format_end reason)
{
	recorder_close(recorder, jni, reason);
	recorder = NULL;
}

/* The clock point that was asked for, and the record of a window that it opens or closes. */
static void write_point(struct request *request, JNIEnv *jni, uint32_t flags)
{
	const char *name = request->name[0] != '\0' ? request->name : NULL;

	request->epoch = clock_point(recorder, jni, request->reason, flags, name);
	if (request->epoch != 0 && request->window.window.id != 0)
		recorder_window(recorder, &request->window, request->epoch);
}

/* What finalisers hold is left by the first collection. They run only after it, at a time of the
 * JVM's choosing: where anything is left to find, all rounds are made. */
static void finish_round(struct request *request, JNIEnv *jni, bool collected)
{
	if (collected && request->round < SETTLE_ROUNDS && recorder_tracked(recorder) > 0)
		return;
	request->reason = REASON_SETTLE;
	write_point(request, jni, collected ? CLOCK_FORCED : CLOCK_UNFINISHED);
}

/* What a request is for, once its collection (if it wanted one) is over. */
static void finish(struct request *request, JNIEnv *jni, bool collected)
{
	uint32_t flags = CLOCK_FINAL | (collected          ? CLOCK_FINAL_DONE | CLOCK_FORCED
	                                : request->collect ? CLOCK_UNFINISHED
	                                                   : 0u);

	request->final = collected ? FINAL_DONE : request->collect ? FINAL_UNFINISHED : FINAL_OFF;
	request->ok = recorder != NULL && (request->kind != REQUEST_COLLECT || collected);
	if (recorder != NULL) {
		request->status = recorder_status(recorder);
		if (request->kind == REQUEST_SETTLE)
			finish_round(request, jni, collected);
		if ((request->kind == REQUEST_FINAL || request->kind == REQUEST_CLOSE) &&
		    !recorder_final_written(recorder))
			clock_point(recorder, jni, REASON_STOP, flags, NULL);
		if (request->kind == REQUEST_CLOSE) {
			request->status = recorder_status(recorder);
			close_recording(jni, request->end);
		}
	}
	requests_answer(request);
}

/* One collection at a time: while another is under way the request waits for its turn. */
static void ask_for_collection(JNIEnv *jni)
{
	if (collector_state() != COLLECTOR_IDLE)
		return;
	if (recorder != NULL)
		clock_collection_begins(recorder, jni);
	waiting_asked = collector_ask(jni, &bell);
}

static void begin_collection(struct request *request, JNIEnv *jni)
{
	uint64_t now = platform_now_ns();

	request->collect_until_ns = now + request->collect_timeout_us * 1000;
	next_try_ns = now;
	last_try_ns = now + TRYING_US * UINT64_C(1000);
	waiting = request;
	waiting_asked = false;
	ask_for_collection(jni);
}

static void begin(struct request *request, JNIEnv *jni)
{
	switch (request->kind) {
	case REQUEST_OPEN:
		(*jni)->PushLocalFrame(jni, 64);
		jvm_open(jni);
		open_recording(request, jni);
		(*jni)->PopLocalFrame(jni, NULL);
		requests_answer(request);
		return;
	case REQUEST_POINT:
		if (recorder != NULL)
			write_point(request, jni, 0);
		break;
	case REQUEST_DYING:
		if (recorder != NULL)
			close_recording(NULL, END_TARGET);
		dying = true;
		collector_quit();
		break;
	case REQUEST_FINAL:
	case REQUEST_CLOSE:
		if (recorder != NULL && recorder_final_written(recorder))
			request->collect = false;
		break;
	case REQUEST_REACH:
		if (recorder != NULL)
			survivors_ask(recorder, jni, request->reach_from, request->reach_to,
			              &request->survivors);
		break;
	case REQUEST_SETTLE:
	case REQUEST_COLLECT:
	case REQUEST_STATUS:
		break;
	}
	if (request->collect && recorder != NULL)
		begin_collection(request, jni);
	else
		finish(request, jni, false);
}

/* A forced collection is over, or has had its time. */
static void look_at_collection(JNIEnv *jni)
{
	enum collector_state state = collector_state();
	struct request *request = waiting;
	uint64_t now = platform_now_ns();
	bool late = request != NULL && now >= request->collect_until_ns;
	bool counted = false, over = state == COLLECTOR_DONE || state == COLLECTOR_NOTHING;

	if (over) {
		counted = recorder != NULL && clock_collection_over(recorder, jni) &&
		          state == COLLECTOR_DONE;
		collector_take();
	}
	if (over && waiting_asked && !counted && now < last_try_ns) {
		next_try_ns = now + RETRY_US * UINT64_C(1000);
		waiting_asked = false;
	}
	if (request == NULL || !(late || (over && waiting_asked))) {
		if (request != NULL && !waiting_asked && now >= next_try_ns)
			ask_for_collection(jni);
		return;
	}
	waiting = NULL;
	finish(request, jni, counted && waiting_asked);
}

static void turn(JNIEnv *jni)
{
	int error;

	recorder_turn(recorder, jni);
	if (waiting == NULL && recorder_wants_collection(recorder) &&
	    collector_state() == COLLECTOR_IDLE) {
		clock_collection_begins(recorder, jni);
		collector_ask(jni, &bell);
	}
	error = recorder_error(recorder);
	if (error != 0) {
		on_failure(error);
		close_recording(jni, END_FAILED);
	}
}

/* It ends with the VM: on its way out the VM waits 300 ms for threads that are in native code. */
static void JNICALL run(jvmtiEnv *jvmti, JNIEnv *jni, void *argument)
{
	(void)jvmti;
	(void)argument;
	carriers_set_ours();
	while (!dying) {
		struct request *request = waiting == NULL ? requests_take() : NULL;

		if (request == NULL) {
			uint64_t pause = waiting != NULL && !waiting_asked ? RETRY_US
			                 : recorder != NULL ? recorder_pause_us(recorder)
			                 : waiting != NULL  ? 100000
			                                    : UINT64_MAX;

			platform_semaphore_wait(&bell, pause);
		}
		(*jni)->PushLocalFrame(jni, 64);
		if (recorder != NULL)
			turn(jni);
		if (waiting != NULL || collector_state() != COLLECTOR_IDLE)
			look_at_collection(jni);
		if (request != NULL)
			begin(request, jni);
		(*jni)->PopLocalFrame(jni, NULL);
	}
}

bool agent_thread_runs(void)
{
	return started;
}

bool agent_thread_start(JNIEnv *jni)
{
	if (started)
		return true;
	platform_semaphore_init(&bell);
	requests_init(&bell);
	started = vm_start_thread(jni, "jdhat agent", run);
	return started;
}
