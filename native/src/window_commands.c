// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "window_commands.h"

#include <stdio.h>

#include "asks.h"
#include "contexts.h"
#include "dictionary.h"
#include "sampler.h"
#include "settle.h"
#include "vm.h"

static bool refuse(char *message, const char *why)
{
	snprintf(message, SESSION_MESSAGE_MAX, "%s", why);
	return false;
}

/* The window's clock point and records. The epoch that was closed, 0 when there is none. */
static uint32_t ask(const struct recorder_window *window)
{
	struct request *request = requests_new(REQUEST_POINT);
	uint32_t epoch = 0;

	if (request == NULL)
		return 0;
	request->reason = REASON_WINDOW;
	request->window = *window;
	if (requests_ask(request, ASKS_ANSWER_US) && request->ok)
		epoch = request->epoch;
	requests_drop(request);
	return epoch;
}

/* The calling thread works in the window from its next block on. Its context is made now, because
 * an event that finds no memory for one could not tell anybody. */
static bool enter(JNIEnv *jni, uint32_t session, struct carrier *carrier, uint32_t scope,
                  char *message)
{
	jthread thread = vm_current_thread();
	struct session_view view;
	bool ready;

	if (!windows_enter(&carrier->nest, scope))
		return refuse(message, "this thread works in 16 windows already; close one first");
	session_view(&view);
	ready = contexts_of(carrier, jni, thread, view.threads, session, 0) != 0;
	(*jni)->DeleteLocalRef(jni, thread);
	if (ready)
		return true;
	windows_retreat(&carrier->nest);
	return refuse(message, "max-memory is used up: no window can be opened; raise it");
}

static bool open_as(const struct options *options, const struct window *window, uint32_t parent,
                    uint32_t *opening)
{
	struct recorder_window record = {
	        .window = *window,
	        .parent = parent,
	        .kind = options->window_kind,
	        .name = dictionary_string(options->name),
	};

	*opening = record.name != 0 ? ask(&record) : 0;
	return *opening != 0;
}

static bool open_here(JNIEnv *jni, const struct options *options, uint32_t session,
                      struct window *window, char *message)
{
	struct carrier *carrier = sampler_carrier();
	uint32_t parent;

	if (carrier == NULL)
		return refuse(message, "max-memory is used up: no window can be opened; raise it");
	parent = windows_nearest(&carrier->nest, session);
	if (!enter(jni, session, carrier, window->scope, message))
		return false;
	if (open_as(options, window, parent, &window->opening))
		return true;
	windows_retreat(&carrier->nest);
	return refuse(message, ASKS_NO_ANSWER);
}

static bool on_virtual_thread(JNIEnv *jni)
{
	jthread thread = vm_current_thread();
	bool is = thread != NULL && vm_is_virtual(jni, thread);

	(*jni)->DeleteLocalRef(jni, thread);
	return is;
}

bool window_open(JNIEnv *jni, const struct options *options, struct window *window,
                 char message[SESSION_MESSAGE_MAX])
{
	uint32_t session = session_recording(message);
	bool all = options->window_threads == WINDOW_ALL, ok;

	if (session == 0)
		return false;
	if (!all && on_virtual_thread(jni))
		return refuse(message,
		              "a window over this thread only cannot be opened on a virtual "
		              "thread, whose blocks are counted with its carrier's; open it over "
		              "all threads, or on a platform thread");
	if (!windows_add(session, all, window))
		return refuse(message, "no memory for one more window");
	sampler_prime_if_older(jni);
	if (all)
		ok = open_as(options, window, 0, &window->opening) ||
		     refuse(message, ASKS_NO_ANSWER);
	else
		ok = open_here(jni, options, session, window, message);
	if (ok)
		windows_opened(window->id, window->opening);
	else
		windows_take(session, window->id, window);
	return ok;
}

/* The closing clock point; with `gc=on` what is dead is found first. */
static uint32_t ask_closing(JNIEnv *jni, const struct recorder_window *record, bool collect,
                            char *message)
{
	struct session_view view;
	struct settled settled;
	uint32_t epoch;

	session_view(&view);
	if (collect && view.liveness != FORMAT_LIVENESS_OFF)
		return settle(jni, record, &settled, message) ? settled.epoch : 0;
	epoch = ask(record);
	if (epoch == 0)
		refuse(message, ASKS_NO_ANSWER);
	return epoch;
}

uint32_t window_close(JNIEnv *jni, const struct options *options, char message[SESSION_MESSAGE_MAX])
{
	struct recorder_window record = {.closes = true};
	uint32_t session = session_recording(message), id = options->number, epoch;
	struct carrier *carrier;

	if (session == 0)
		return 0;
	if (!windows_take(session, id, &record.window)) {
		snprintf(message, SESSION_MESSAGE_MAX,
		         "there is no open window %u: it was closed already, or its session has "
		         "ended",
		         id);
		return 0;
	}
	epoch = ask_closing(jni, &record, options->gc == SWITCH_ON, message);
	carrier = sampler_carrier();
	if (carrier != NULL)
		windows_nearest(&carrier->nest, session);
	return epoch;
}
