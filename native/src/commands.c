// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "commands.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "asks.h"
#include "calls.h"
#include "exit_hook.h"
#include "log.h"
#include "reply.h"
#include "session.h"
#include "settle.h"
#include "users.h"
#include "window_commands.h"

static void start(JNIEnv *jni, const struct options *options, const char *text,
                  enum format_door door, struct reply *reply)
{
	bool joined = false;

	log_quiet(options->quiet);
	if (door != DOOR_API)
		exit_hook_install(jni);
	if (options->join && door == DOOR_API)
		reply->ok = users_join(jni, options, text, &joined, reply->message);
	else if (options->join && session_recording(reply->message) != 0)
		reply->ok = joined = true;
	else
		reply->ok = session_start(jni, options, text, door, reply->message);
	if (options->join && reply->ok)
		reply_line(reply, "joined=%s\n", joined ? "yes" : "no");
}

static void leave(const struct options *options, struct reply *reply)
{
	reply->ok = users_leave(options->number, &reply->stopped, &reply->end, reply->message);
	if (reply->ok)
		reply_line(reply, "stopped=%s\n", reply->stopped ? "yes" : "no");
}

static void open_window(JNIEnv *jni, const struct options *options, struct reply *reply)
{
	struct window window;

	reply->ok = window_open(jni, options, &window, reply->message);
	if (reply->ok)
		reply_line(reply, "window=%u\nscope=%u\nepoch=%u\n", window.id, window.scope,
		           window.opening);
}

static void answer_epoch(struct reply *reply, uint32_t epoch)
{
	reply->ok = epoch != 0;
	if (reply->ok)
		reply_line(reply, "epoch=%u\n", epoch);
}

/* `soft` is there also when it is empty. */
static void answer_survivors(const struct survivors *survivors, struct reply *reply)
{
	size_t n = strlen(survivors->soft) + sizeof "soft=\n";

	reply_line(reply, "reached=%" PRIu64 "\nunreached=%" PRIu64 "\nwalk_us=%" PRIu64 "\n",
	           survivors->reached, survivors->unreached, survivors->walk_us);
	reply_line(reply, "soft_left_out=%u\n", survivors->left_out);
	reply->list = malloc(n);
	if (reply->list != NULL)
		snprintf(reply->list, n, "soft=%s\n", survivors->soft);
}

static void reach(const struct options *options, struct reply *reply)
{
	const char *why = "no block is watched: liveness is off";
	struct request *request = NULL;
	struct session_view view;

	if (session_recording(reply->message) == 0)
		return;
	session_view(&view);
	if (view.liveness != FORMAT_LIVENESS_OFF) {
		request = asks_reach(options->reach_from, options->reach_to);
		why = request == NULL ? ASKS_NO_ANSWER
		                      : "the heap cannot be walked: the VM does not allow it, or "
		                        "max-memory is used up; raise it";
	}
	reply->ok = request != NULL && request->survivors.known;
	if (reply->ok)
		answer_survivors(&request->survivors, reply);
	else
		snprintf(reply->message, sizeof reply->message, "%s", why);
	requests_drop(request);
}

static void settle_down(JNIEnv *jni, struct reply *reply)
{
	static const char *const how[] = {"off", "done", "unfinished"};
	struct settled settled;

	reply->ok = settle(jni, NULL, &settled, reply->message);
	if (reply->ok)
		reply_line(reply, "settled=%s\nrounds=%u\nepoch=%u\n", how[settled.how],
		           settled.rounds, settled.epoch);
}

static void carry_out(JNIEnv *jni, const struct options *options, const char *text,
                      enum format_door door, struct reply *reply)
{
	switch (options->command) {
	case COMMAND_START:
		start(jni, options, text, door, reply);
		break;
	case COMMAND_STOP:
		reply->ok = reply->stopped = session_stop(SESSION_ANY, reply->message, &reply->end);
		break;
	case COMMAND_LEAVE:
		leave(options, reply);
		break;
	case COMMAND_DUMP:
		answer_epoch(reply, session_point(NULL, reply->message));
		break;
	case COMMAND_MARK:
		answer_epoch(reply, session_point(options->name, reply->message));
		break;
	case COMMAND_WINDOW:
		open_window(jni, options, reply);
		break;
	case COMMAND_CLOSE:
		answer_epoch(reply, window_close(jni, options, reply->message));
		break;
	case COMMAND_BIND:
		reply->ok = true;
		reply_line(reply, "bound=%u\n", calls_bind(jni));
		break;
	case COMMAND_REACH:
		reach(options, reply);
		break;
	case COMMAND_SETTLE:
		settle_down(jni, reply);
		break;
	case COMMAND_HELP:
		log_info("%s", options_help());
		reply->ok = true;
		break;
	case COMMAND_STATUS:
		reply->ok = true;
		break;
	}
}

bool commands_run(JNIEnv *jni, const char *text, enum format_door door, char *answer, size_t n)
{
	struct options options;
	struct reply reply;

	memset(&reply, 0, sizeof reply);
	if (options_parse(text, &options, reply.message)) {
		/* Nobody reads a report of a start that was asked for by hand: whoever asked makes
		 * it. */
		if (door != DOOR_LOAD && !options.report_given)
			options.report[0] = '\0';
		carry_out(jni, &options, text, door, &reply);
	}
	reply_send(&reply, options.reply, answer, n);
	/* Whoever reads the answer says it to the user; the target's stream is not the place. */
	if (!reply.ok && options.reply[0] == '\0' && answer == NULL)
		log_error("%s", reply.message);
	return reply.ok;
}

void commands_refuse(const char *text, const char *message, char *answer, size_t n)
{
	struct options options;
	struct reply reply;

	memset(&reply, 0, sizeof reply);
	options_parse(text, &options, reply.message);
	snprintf(reply.message, sizeof reply.message, "%s", message);
	if (options.reply[0] == '\0' && answer == NULL)
		log_error("%s", message);
	else
		reply_send(&reply, options.reply, answer, n);
}

bool commands_start_at_load(JNIEnv *jni, const struct options *options, const char *text)
{
	struct reply reply;

	memset(&reply, 0, sizeof reply);
	start(jni, options, text, DOOR_LOAD, &reply);
	reply_send(&reply, options->reply, NULL, 0);
	if (!reply.ok)
		log_error("%s; the program runs on without jdhat", reply.message);
	return reply.ok;
}
