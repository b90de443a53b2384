// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "session.h"

#include <stdatomic.h>
#include <stdio.h>
#include <string.h>

#include "agent_thread.h"
#include "draws.h"
#include "log.h"
#include "recording.h"
#include "sampler.h"
#include "vm.h"

/* What the agent thread may take for an answer that needs no collection. */
#define ANSWER_US UINT64_C(30000000)
#define DYING_US  UINT64_C(2000000)
#define PRIMED_LAMBDA                                                                              \
	(512 * 1024) /* the VM's own: what threads draw under before anybody says otherwise */

static struct {
	_Atomic int state;
	struct session_view view;
	struct options options;
	uint32_t number;
} session;

static bool change(int from, int to)
{
	return atomic_compare_exchange_strong(&session.state, &from, to);
}

static void events(jvmtiEventMode mode)
{
	(*vm.jvmti)->SetEventNotificationMode(vm.jvmti, mode, JVMTI_EVENT_SAMPLED_OBJECT_ALLOC,
	                                      NULL);
	(*vm.jvmti)->SetEventNotificationMode(vm.jvmti, mode, JVMTI_EVENT_GARBAGE_COLLECTION_FINISH,
	                                      NULL);
}

/* On the agent thread: the file could not be written any further. */
static void failed(int error)
{
	char why[256];

	sampler_stop();
	events(JVMTI_DISABLE);
	log_error("cannot write %s: %s; the recording ends here and keeps what was written before; "
	          "make room, or "
	          "choose another place with file=PATH",
	          session.view.file, recording_error_text(error, why, sizeof why));
	if (session.view.door != DOOR_API)
		draws_release();
	atomic_store(&session.state, SESSION_IDLE);
}

void session_enter(const struct options *options, bool at_load)
{
	agent_thread_on_failure(failed);
	draws_enter(options, at_load);
}

static bool take_sampling(char *message)
{
	jvmtiError error = vm_take_sampling();
	char name[64];

	if (error == JVMTI_ERROR_NONE)
		return true;
	if (error == JVMTI_ERROR_NOT_AVAILABLE)
		snprintf(message, SESSION_MESSAGE_MAX,
		         "another agent in this JVM holds heap sampling (only one can); stop its "
		         "allocation profiling "
		         "or start the JVM without it");
	else
		snprintf(message, SESSION_MESSAGE_MAX, "this JVM does not offer heap sampling: %s",
		         vm_error_name(error, name, sizeof name));
	return false;
}

static bool expand_paths(const struct options *options, char *message)
{
	uint64_t pid = platform_process_id(), wall = platform_wall_us();
	char host[256];

	platform_host_name(host, sizeof host);
	return options_expand(options->file, pid, wall, host, session.view.file, PLATFORM_PATH_MAX,
	                      message) &&
	       options_expand(options->report, pid, wall, host, session.view.report,
	                      PLATFORM_PATH_MAX, message);
}

static bool ask_to_open(struct request *request, char *message)
{
	char why[256];

	if (!requests_ask(request, ANSWER_US)) {
		snprintf(message, SESSION_MESSAGE_MAX,
		         "the agent thread does not answer; is a debugger holding it?");
		return false;
	}
	if (!request->ok)
		snprintf(message, SESSION_MESSAGE_MAX,
		         "cannot write the recording %s: %s; choose another place with "
		         "file=PATH",
		         session.view.file,
		         request->error == 0
		                 ? "out of memory"
		                 : recording_error_text(request->error, why, sizeof why));
	return request->ok;
}

static void in_temporary(char path[PLATFORM_PATH_MAX])
{
	char name[PLATFORM_PATH_MAX];

	snprintf(name, sizeof name, "%s", path);
	snprintf(path, PLATFORM_PATH_MAX, "%.2000s%c%.2000s", platform_temporary_folder(),
	         PLATFORM_FILE_SEPARATOR, name);
}

/* Nobody chose the folder, and it cannot be written: a temporary one, said aloud. */
static void move_to_temporary(const struct options *options)
{
	in_temporary(session.view.file);
	if (!options->report_given && session.view.report[0] != '\0')
		in_temporary(session.view.report);
}

static bool open_recording(const struct options *options, const char *text, char *message)
{
	struct request *request = requests_new(REQUEST_OPEN);
	bool ok;

	if (request == NULL) {
		snprintf(message, SESSION_MESSAGE_MAX, "out of memory");
		return false;
	}
	request->settings.options = options;
	request->settings.options_text = text != NULL ? text : "";
	request->settings.path = session.view.file;
	request->settings.door = session.view.door;
	request->settings.older_threads = session.view.older_threads;
	ok = ask_to_open(request, message);
	if (!ok && !options->file_given && request->error != 0) {
		request->error = 0;
		move_to_temporary(options);
		ok = ask_to_open(request, message);
		if (ok)
			log_info("this folder cannot be written; the recording is %s",
			         session.view.file);
	}
	session.view.liveness = request->settings.liveness;
	session.view.final_collection = request->settings.final_collection;
	requests_drop(request);
	return ok;
}

static void force_collection(const struct options *options)
{
	struct request *request = requests_new(REQUEST_COLLECT);

	if (request == NULL)
		return;
	request->collect = true;
	request->collect_timeout_us = options->gc_timeout_us;
	requests_ask(request, options->gc_timeout_us + ANSWER_US);
	requests_drop(request);
}

static bool ask_point(enum format_reason reason, const char *name)
{
	struct request *request = requests_new(REQUEST_POINT);
	bool ok = request != NULL;

	if (!ok)
		return false;
	request->reason = reason;
	if (name != NULL)
		snprintf(request->name, sizeof request->name, "%s", name);
	ok = requests_ask(request, ANSWER_US) && request->ok;
	requests_drop(request);
	return ok;
}

/* Exact start: with λ = 0 a collection retires every TLAB, so that each thread's next allocation
 * comes by; then the caller allocates until it has drawn under the λ in force. */
static void start_exactly(JNIEnv *jni, const struct options *options)
{
	if (options->interval == 0)
		force_collection(options);
	if (options->interval != PRIMED_LAMBDA || !draws_known() ||
	    vm.java_version >= SAMPLER_COUNTS_WHILE_OFF)
		sampler_prime(jni);
}

static bool begin(JNIEnv *jni, const struct options *options, const char *text, char *message)
{
	struct sampler_settings sampler;

	if (!expand_paths(options, message) || !take_sampling(message))
		return false;
	draws_use(options->interval);
	session.view.older_threads = draws_older_threads(jni);
	if (!agent_thread_start(jni)) {
		snprintf(message, SESSION_MESSAGE_MAX, "the JVM makes no thread for the agent");
		return false;
	}
	if (!open_recording(options, text, message))
		return false;
	sampler.session = ++session.number;
	sampler.depth = options->depth;
	sampler.threads = options->threads;
	sampler.track = session.view.liveness != FORMAT_LIVENESS_OFF;
	sampler.late_draws = !draws_known();
	sampler.java_version = vm.java_version;
	sampler.pressed = agent_thread_wake;
	sampler.pressed_bytes = inbox_limit_now() / 4;
	sampler_start(&sampler);
	events(JVMTI_ENABLE);
	start_exactly(jni, options);
	ask_point(REASON_START, NULL);
	return true;
}

bool session_start(JNIEnv *jni, const struct options *options, const char *text,
                   enum format_door door, char message[SESSION_MESSAGE_MAX])
{
	if (!change(SESSION_IDLE, SESSION_STARTING)) {
		snprintf(message, SESSION_MESSAGE_MAX, "already recording to %s; stop that first",
		         session.view.file);
		return false;
	}
	session.options = *options;
	session.view.door = door;
	session.view.interval = options->interval;
	session.view.depth = options->depth;
	if (!begin(jni, &session.options, text, message)) {
		if (door != DOOR_API)
			draws_release();
		atomic_store(&session.state, SESSION_IDLE);
		return false;
	}
	atomic_store(&session.state, SESSION_RECORDING);
	return true;
}

/* One after the other: t-end, then the end of the file. */
static bool ask_end(enum request_kind kind, uint64_t extra_us, struct session_end *end)
{
	struct request *request = requests_new(kind);
	bool ok;

	if (request == NULL)
		return false;
	request->collect = kind != REQUEST_DYING && session.view.final_collection;
	request->collect_timeout_us = session.options.gc_timeout_us;
	request->end = END_STOPPED;
	ok = requests_ask(request,
	                  (request->collect ? request->collect_timeout_us : 0) + extra_us) &&
	     request->ok;
	if (ok && end != NULL) {
		end->final = (int)request->final;
		end->status = request->status;
	}
	requests_drop(request);
	return ok;
}

static bool refuse_idle(char *message)
{
	snprintf(message, SESSION_MESSAGE_MAX, "nothing is being recorded; start it first");
	return false;
}

bool session_stop(JNIEnv *jni, char message[SESSION_MESSAGE_MAX], struct session_end *end)
{
	bool ok;

	(void)jni;
	if (!change(SESSION_RECORDING, SESSION_STOPPING))
		return refuse_idle(message);
	/* The t-end point first, with sampling on, so that nothing is missed before it. */
	ask_end(REQUEST_FINAL, ANSWER_US, end);
	sampler_stop();
	events(JVMTI_DISABLE);
	ok = ask_end(REQUEST_CLOSE, ANSWER_US, NULL);
	if (session.view.door != DOOR_API)
		draws_release();
	atomic_store(&session.state, SESSION_IDLE);
	if (!ok)
		snprintf(message, SESSION_MESSAGE_MAX,
		         "the recording %s could not be ended: it ended early for the reason given "
		         "then, or a debugger holds the agent thread; what was written can be "
		         "read",
		         session.view.file);
	return ok;
}

bool session_point(const char *name, char message[SESSION_MESSAGE_MAX])
{
	if (atomic_load(&session.state) != SESSION_RECORDING)
		return refuse_idle(message);
	if (ask_point(name != NULL ? REASON_MARK : REASON_STATS, name))
		return true;
	snprintf(message, SESSION_MESSAGE_MAX,
	         "the agent thread does not answer; is a debugger holding it?");
	return false;
}

bool session_final(void)
{
	if (atomic_load(&session.state) != SESSION_RECORDING)
		return false;
	ask_end(REQUEST_FINAL, ANSWER_US, NULL);
	return true;
}

void session_dying(void)
{
	sampler_stop();
	/* For ever: nobody starts or stops any more. */
	atomic_store(&session.state, SESSION_STOPPING);
	if (agent_thread_runs())
		ask_end(REQUEST_DYING, DYING_US, NULL);
}

void session_view(struct session_view *view)
{
	*view = session.view;
	view->state = (enum session_state)atomic_load(&session.state);
	view->holds_sampling = vm_holds_sampling();
}

bool session_status(struct recorder_status *status)
{
	struct request *request;
	bool ok;

	if (atomic_load(&session.state) != SESSION_RECORDING ||
	    (request = requests_new(REQUEST_STATUS)) == NULL)
		return false;
	ok = requests_ask(request, ANSWER_US);
	if (ok)
		*status = request->status;
	requests_drop(request);
	return ok;
}
