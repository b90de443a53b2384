// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* The one session of this process, from start to stop. Any thread that the JVM knows may call; of
 * two that start or stop at once one is refused.
 *
 *            start                       stop, failure, the VM's end
 *   IDLE ───────────▶ STARTING ──▶ RECORDING ───────────▶ STOPPING ──▶ IDLE
 *                        │ refused                                       ▲
 *                        └───────────────────────────────────────────────┘
 *
 * The state is one atomic word. Below it there are only leaf locks (session view, windows,
 * requests, intern, classes), which are never held together, nor around a call into the VM. */
#ifndef JDHAT_SESSION_H
#define JDHAT_SESSION_H

#include <jni.h>
#include <stdbool.h>
#include <stdint.h>

#include "format.h"
#include "options.h"
#include "requests.h"

#define SESSION_MESSAGE_MAX (PLATFORM_PATH_MAX + 1024)

enum session_state { SESSION_IDLE, SESSION_STARTING, SESSION_RECORDING, SESSION_STOPPING };

struct session_view {
	enum session_state state;
	uint32_t number; /* of the latest session in this process, from 1; 0 before the first */
	enum format_door door;
	enum options_record record;
	uint64_t interval; /* asked for; 0 when nothing is sampled */
	enum format_pace pace;
	uint64_t budget; /* hundredths of a per cent of one core */
	uint32_t depth, older_threads;
	enum options_threads threads;
	uint64_t gc_timeout_us;
	enum format_liveness liveness;
	bool final_collection, holds_sampling;
	char file[PLATFORM_PATH_MAX], report[PLATFORM_PATH_MAX];
};

/* Once per process, as early as the door allows: the capability, and the λ under which threads draw
 * from now on, with the event still off. `at_load`: no Java thread has run yet. */
void session_enter(const struct options *options, bool at_load);

/* Starts a recording. False with a sentence when it cannot. `text` is the option string as given.
 */
bool session_start(JNIEnv *jni, const struct options *options, const char *text,
                   enum format_door door, char message[SESSION_MESSAGE_MAX]);

/* How the t-end point was made. */
struct session_end {
	int final; /* FINAL_OFF, FINAL_DONE, FINAL_UNFINISHED of requests.h */
	struct recorder_status status;
};
/* Ends session `number`, or whichever runs: t-end, END, file closed. False with a sentence when it
 * is not recording. */
#define SESSION_ANY 0
bool session_stop(uint32_t number, char message[SESSION_MESSAGE_MAX], struct session_end *end);
/* Number of the session that records; 0 with a sentence when none does. */
uint32_t session_recording(char message[SESSION_MESSAGE_MAX]);
/* A clock point and a flush. `name` names a mark; NULL: a dump. The id of the epoch that it closed;
 * 0 with a sentence when idle. */
uint32_t session_point(const char *name, char message[SESSION_MESSAGE_MAX]);
/* The t-end point before the target ends; the recording goes on. True when there was a session. */
bool session_final(void);
/* The VM is going down. */
void session_dying(void);

/* The state now, and the number of the latest session. */
enum session_state session_state(uint32_t *number);
/* The latest session, whatever has become of it; all zero before the first. */
void session_view(struct session_view *view);
bool session_status(struct recorder_status *status);

#endif
