// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "commands.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "budget.h"
#include "inbox.h"
#include "exit_hook.h"
#include "jvm.h"
#include "log.h"
#include "session.h"
#include "../include/jdhat.h"

#define REPLY_MAX 16384

static const char *const doors[] = {"none", "load", "attach", "api"};
static const char *const livenesses[] = {"off", "on", "limited"};
static const char *const finals[] = {"off", "done", "unfinished"};
static const char *const collectors[] = {
        "unknown", "Serial",           "Parallel",   "G1",
        "ZGC",     "generational ZGC", "Shenandoah", "generational Shenandoah",
        "Epsilon"};

struct answer {
	bool ok;
	char message[SESSION_MESSAGE_MAX];
	bool stopped;
	struct session_end end;
};

static int put_session(char *text, size_t n, const struct session_view *view)
{
	return snprintf(
	        text, n,
	        "state=%s\nversion=%s\nabi=%d\ndoor=%s\nfile=%s\nreport=%s\ninterval=%" PRIu64
	        "\ndepth=%u\ngc=%s\nliveness=%s\ncollector=%s\nolder_threads=%u\nmemory=%" PRIu64
	        "\ncapability=%s\n",
	        view->state == SESSION_IDLE ? "idle" : "recording", JDHAT_VERSION, JDHAT_ABI,
	        doors[view->door], view->file, view->report, view->interval, view->depth,
	        view->final_collection ? "on" : "off", livenesses[view->liveness],
	        collectors[jvm_collector()], view->older_threads, budget_used() + inbox_bytes(),
	        view->holds_sampling ? "held" : "free");
}

static int put_counts(char *text, size_t n, const struct recorder_status *status)
{
	return snprintf(text, n,
	                "elapsed_us=%" PRIu64 "\nevents=%" PRIu64 "\nsites=%u\ntracked=%" PRIu64
	                "\nlength=%" PRIu64 "\nlost_blocks=%" PRIu64 "\n",
	                status->elapsed_us, status->events, status->sites, status->tracked,
	                status->length, status->lost_blocks);
}

static void reply(const char *path, const struct answer *answer)
{
	struct session_view view;
	struct recorder_status status;
	char text[REPLY_MAX];
	size_t used;
	int error;

	if (path[0] == '\0')
		return;
	session_view(&view);
	used = (size_t)snprintf(text, sizeof text, answer->ok ? "ok\n" : "error\nmessage=%s\n",
	                        answer->message);
	used += (size_t)put_session(text + used, sizeof text - used, &view);
	if (answer->stopped) {
		used += (size_t)put_counts(text + used, sizeof text - used, &answer->end.status);
		snprintf(text + used, sizeof text - used, "final_collection=%s\n",
		         finals[answer->end.final]);
	} else if (session_status(&status)) {
		put_counts(text + used, sizeof text - used, &status);
	}
	error = platform_file_write_text(path, text, strlen(text));
	if (error != 0) {
		char why[128];

		log_error("cannot write the reply %s: %s", path,
		          platform_error_text(error, why, sizeof why));
	}
}

static void start(JNIEnv *jni, const struct options *options, const char *text,
                  enum format_door door, struct answer *answer)
{
	log_quiet(options->quiet);
	if (door != DOOR_API)
		exit_hook_install(jni);
	answer->ok = session_start(jni, options, text, door, answer->message);
}

static void carry_out(JNIEnv *jni, const struct options *options, const char *text,
                      enum format_door door, struct answer *answer)
{
	switch (options->command) {
	case COMMAND_START:
		start(jni, options, text, door, answer);
		break;
	case COMMAND_STOP:
		answer->ok = answer->stopped = session_stop(jni, answer->message, &answer->end);
		break;
	case COMMAND_DUMP:
		answer->ok = session_point(NULL, answer->message);
		break;
	case COMMAND_MARK:
		answer->ok = session_point(options->name, answer->message);
		break;
	case COMMAND_HELP:
		log_info("%s", options_help());
		answer->ok = true;
		break;
	case COMMAND_STATUS:
		answer->ok = true;
		break;
	}
}

bool commands_run(JNIEnv *jni, const char *text, enum format_door door)
{
	struct options options;
	struct answer answer;

	memset(&answer, 0, sizeof answer);
	if (options_parse(text, &options, answer.message)) {
		/* Nobody reads a report of a start that was asked for by hand: whoever asked makes
		 * it. */
		if (door != DOOR_LOAD && !options.report_given)
			options.report[0] = '\0';
		carry_out(jni, &options, text, door, &answer);
	}
	reply(options.reply, &answer);
	/* Whoever reads the reply says it to the user; the target's stream is not the place. */
	if (!answer.ok && options.reply[0] == '\0')
		log_error("%s", answer.message);
	return answer.ok;
}

void commands_refuse(const char *text, const char *message)
{
	struct options options;
	struct answer answer;

	memset(&answer, 0, sizeof answer);
	options_parse(text, &options, answer.message);
	snprintf(answer.message, sizeof answer.message, "%s", message);
	if (options.reply[0] == '\0')
		log_error("%s", message);
	else
		reply(options.reply, &answer);
}

bool commands_start_at_load(JNIEnv *jni, const struct options *options, const char *text)
{
	struct answer answer;

	memset(&answer, 0, sizeof answer);
	start(jni, options, text, DOOR_LOAD, &answer);
	reply(options->reply, &answer);
	if (!answer.ok)
		log_error("%s; the program runs on without jdhat", answer.message);
	return answer.ok;
}
