// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "session.h"

#include <stdatomic.h>
#include <stdio.h>
#include <string.h>

#include "agent_thread.h"
#include "asks.h"
#include "calls.h"
#include "draws.h"
#include "intervals.h"
#include "log.h"
#include "recording.h"
#include "sampler.h"
#include "vm.h"

#define DYING_US UINT64_C(2000000)
#define PRIMED_LAMBDA                                                                              \
	(512 * 1024) /* the VM's own: what threads draw under before anybody says otherwise */

static struct {
	_Atomic int state;
	_Atomic uint32_t number;
	/* These two belong to the thread that made the state STARTING or STOPPING. */
	struct options options;
	struct session_view view;
	/* What all others see of `view`. */
	struct platform_lock lock;
	struct session_view published;
	_Atomic bool is_published;
} session;

static bool change(int from, int to)
{
	return atomic_compare_exchange_strong(&session.state, &from, to);
}

static void publish(void)
{
	platform_lock_acquire(&session.lock);
	session.published = session.view;
	platform_lock_release(&session.lock);
	atomic_store(&session.is_published, true);
}

static void events(jvmtiEventMode mode)
{
	(*vm.jvmti)->SetEventNotificationMode(vm.jvmti, mode, JVMTI_EVENT_SAMPLED_OBJECT_ALLOC,
	                                      NULL);
	(*vm.jvmti)->SetEventNotificationMode(vm.jvmti, mode, JVMTI_EVENT_GARBAGE_COLLECTION_FINISH,
	                                      NULL);
}

static void stop_recording(void)
{
	sampler_stop();
	events(JVMTI_DISABLE);
	calls_record(vm_jni(), false);
}

/* On the agent thread: the file could not be written any further. */
static void failed(int error)
{
	struct session_view view;
	char why[256];

	session_view(&view);
	stop_recording();
	log_error("cannot write %s: %s; the recording ends here and keeps what was written before; "
	          "make room, or "
	          "choose another place with file=PATH",
	          view.file, recording_error_text(error, why, sizeof why));
	if (view.door != DOOR_API)
		draws_release();
	/* While it is being stopped, whoever stops it goes on from here. */
	if (!change(SESSION_RECORDING, SESSION_IDLE))
		change(SESSION_STARTING, SESSION_IDLE);
}

void session_enter(const struct options *options, bool at_load)
{
	platform_lock_init(&session.lock);
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

/* Where the session writes, from the patterns. The folder comes before them. */
static bool expand_paths(const struct options *options, const char *folder, bool report,
                         char *message)
{
	char host[256];
	const struct options_names names = {folder, platform_process_id(), platform_wall_us(),
	                                    host};

	platform_host_name(host, sizeof host);
	return options_expand(options->file, &names, session.view.file, PLATFORM_PATH_MAX,
	                      message) &&
	       (!report || options_expand(options->report, &names, session.view.report,
	                                  PLATFORM_PATH_MAX, message));
}

static bool ask_to_open(struct request *request, char *message)
{
	char why[256];

	if (!requests_ask(request, ASKS_ANSWER_US)) {
		snprintf(message, SESSION_MESSAGE_MAX, ASKS_NO_ANSWER);
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

/* Nobody chose the folder, and it cannot be written: a temporary one, said aloud. */
static bool move_to_temporary(const struct options *options, char *message)
{
	char folder[PLATFORM_PATH_MAX];

	snprintf(folder, sizeof folder, "%.4000s%c", platform_temporary_folder(),
	         PLATFORM_FILE_SEPARATOR);
	return expand_paths(options, folder, !options->report_given && options->report[0] != '\0',
	                    message);
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
		ok = move_to_temporary(options, message) && ask_to_open(request, message);
		if (ok)
			log_info("this folder cannot be written; the recording is %s",
			         session.view.file);
	}
	session.view.liveness = request->settings.liveness;
	session.view.final_collection = request->settings.final_collection;
	requests_drop(request);
	return ok;
}

/* Exact start: with λ = 0 a collection retires every TLAB, so that each thread's next allocation
 * comes by; then the caller allocates until it has drawn under the λ in force. */
static void start_exactly(JNIEnv *jni, const struct options *options)
{
	if (options->interval == 0)
		asks_collection(options->gc_timeout_us);
	if (options->interval != PRIMED_LAMBDA || !draws_known() ||
	    vm.java_version >= SAMPLER_COUNTS_WHILE_OFF)
		sampler_prime(jni);
}

static bool begin(JNIEnv *jni, const struct options *options, const char *text, char *message)
{
	struct sampler_settings sampler;
	bool heap = (options->record & RECORDS_HEAP) != 0;

	if (!expand_paths(options, "", true, message) || (heap && !take_sampling(message)))
		return false;
	if (heap)
		draws_use(options->interval);
	session.view.older_threads = heap ? draws_older_threads(jni) : 0;
	if (!agent_thread_start(jni)) {
		snprintf(message, SESSION_MESSAGE_MAX, "the JVM makes no thread for the agent");
		return false;
	}
	if (!open_recording(options, text, message))
		return false;
	session.view.number = atomic_fetch_add(&session.number, 1) + 1;
	publish();
	sampler.session = session.view.number;
	sampler.heap = heap;
	sampler.ad_hoc = (options->record & RECORDS_AD_HOC) != 0;
	sampler.depth = options->depth;
	sampler.threads = options->threads;
	sampler.track = session.view.liveness != FORMAT_LIVENESS_OFF;
	sampler.late_draws = !draws_known();
	sampler.start_draw = intervals_slot();
	sampler.java_version = vm.java_version;
	sampler.budget = session.view.pace != PACE_NONE;
	sampler.pressed = agent_thread_wake;
	sampler.pressed_bytes = inbox_limit_now() / 4;
	sampler_start(&sampler);
	events(JVMTI_ENABLE);
	if (heap)
		start_exactly(jni, options);
	asks_point(REASON_START, NULL);
	/* The program may have loaded the library before the agent came. */
	if (sampler.ad_hoc)
		calls_bind(jni);
	calls_record(jni, sampler.ad_hoc);
	return true;
}

static void set_up(const struct options *options, enum format_door door)
{
	session.options = *options;
	if (options->record == RECORDS_AD_HOC)
		session.options.interval = 0;
	session.view.record = options->record;
	session.view.door = door;
	session.view.interval = session.options.interval;
	session.view.pace = options_pace(options);
	session.view.budget = options->budget;
	session.view.depth = options->depth;
	session.view.threads = options->threads;
	session.view.gc_timeout_us = options->gc_timeout_us;
}

bool session_start(JNIEnv *jni, const struct options *options, const char *text,
                   enum format_door door, char message[SESSION_MESSAGE_MAX])
{
	if (!change(SESSION_IDLE, SESSION_STARTING)) {
		struct session_view view;

		session_view(&view);
		snprintf(message, SESSION_MESSAGE_MAX, "already recording to %s; stop that first",
		         view.file);
		return false;
	}
	set_up(options, door);
	if (!begin(jni, &session.options, text, message)) {
		publish();
		if (door != DOOR_API)
			draws_release();
		atomic_store(&session.state, SESSION_IDLE);
		return false;
	}
	if (change(SESSION_STARTING, SESSION_RECORDING))
		return true;
	snprintf(message, SESSION_MESSAGE_MAX,
	         "the recording %s has ended already, for the reason given on the error stream",
	         session.view.file);
	return false;
}

static bool refuse_idle(char *message)
{
	snprintf(message, SESSION_MESSAGE_MAX, "nothing is being recorded; start it first");
	return false;
}

/* The t-end point; sampling is on, so that nothing is missed before it. */
static void ask_final(const struct session_view *view, struct session_end *end)
{
	struct request *request = asks_end(REQUEST_FINAL, view->final_collection,
	                                   view->gc_timeout_us, ASKS_ANSWER_US);

	if (request != NULL && end != NULL) {
		end->final = (int)request->final;
		end->status = request->status;
	}
	requests_drop(request);
}

bool session_stop(uint32_t number, char message[SESSION_MESSAGE_MAX], struct session_end *end)
{
	struct request *closed;

	if (!change(SESSION_RECORDING, SESSION_STOPPING))
		return refuse_idle(message);
	if (number != SESSION_ANY && number != atomic_load(&session.number)) {
		atomic_store(&session.state, SESSION_RECORDING);
		return refuse_idle(message);
	}
	ask_final(&session.view, end);
	stop_recording();
	closed = asks_end(REQUEST_CLOSE, session.view.final_collection,
	                  session.options.gc_timeout_us, ASKS_ANSWER_US);
	if (session.view.door != DOOR_API)
		draws_release();
	atomic_store(&session.state, SESSION_IDLE);
	if (closed == NULL)
		snprintf(message, SESSION_MESSAGE_MAX,
		         "the recording %s could not be ended: it ended early for the reason given "
		         "then, or a debugger holds the agent thread; what was written can be "
		         "read",
		         session.view.file);
	requests_drop(closed);
	return closed != NULL;
}

uint32_t session_recording(char message[SESSION_MESSAGE_MAX])
{
	if (atomic_load(&session.state) == SESSION_RECORDING)
		return atomic_load(&session.number);
	refuse_idle(message);
	return 0;
}

uint32_t session_point(const char *name, char message[SESSION_MESSAGE_MAX])
{
	uint32_t epoch;

	if (session_recording(message) == 0)
		return 0;
	epoch = asks_point(name != NULL ? REASON_MARK : REASON_STATS, name);
	if (epoch == 0)
		snprintf(message, SESSION_MESSAGE_MAX, ASKS_NO_ANSWER);
	return epoch;
}

bool session_final(void)
{
	struct session_view view;

	session_view(&view);
	if (view.state != SESSION_RECORDING)
		return false;
	ask_final(&view, NULL);
	return true;
}

void session_dying(void)
{
	sampler_stop();
	/* For ever: nobody starts or stops any more. */
	atomic_store(&session.state, SESSION_STOPPING);
	if (agent_thread_runs())
		requests_drop(asks_end(REQUEST_DYING, false, 0, DYING_US));
}

enum session_state session_state(uint32_t *number)
{
	*number = atomic_load(&session.number);
	return (enum session_state)atomic_load(&session.state);
}

void session_view(struct session_view *view)
{
	memset(view, 0, sizeof *view);
	if (atomic_load(&session.is_published)) {
		platform_lock_acquire(&session.lock);
		*view = session.published;
		platform_lock_release(&session.lock);
	}
	view->state = (enum session_state)atomic_load(&session.state);
	view->holds_sampling = vm_holds_sampling();
}

bool session_status(struct recorder_status *status)
{
	return atomic_load(&session.state) == SESSION_RECORDING && asks_status(status);
}
