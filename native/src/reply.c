// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "reply.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../include/jdhat.h"
#include "budget.h"
#include "fastwalk.h"
#include "inbox.h"
#include "jvm.h"

static const char *const doors[] = {"none", "load", "attach", "api"};
static const char *const records[] = {"heap", "heap", "ad-hoc", "both"};
static const char *const livenesses[] = {"off", "on", "limited"};
static const char *const finals[] = {"off", "done", "unfinished"};
static const char *const collectors[] = {
        "unknown", "Serial",           "Parallel",   "G1",
        "ZGC",     "generational ZGC", "Shenandoah", "generational Shenandoah",
        "Epsilon"};

struct text {
	char *at;
	size_t room;
};

LOG_CHECKED(2) static void put(struct text *text, const char *format, ...)
{
	va_list arguments;
	int n;

	va_start(arguments, format);
	n = vsnprintf(text->at, text->room, format, arguments);
	va_end(arguments);
	if (n < 0 || (size_t)n >= text->room)
		n = (int)text->room - 1;
	text->at += n;
	text->room -= (size_t)n;
}

void reply_line(struct reply *reply, const char *format, ...)
{
	size_t used = strlen(reply->lines);
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(reply->lines + used, sizeof reply->lines - used, format, arguments);
	va_end(arguments);
}

static void put_walk(struct text *text)
{
	struct fastwalk_state walk = fastwalk_state();

	put(text, "stack_walk=%s\n", !walk.on ? "portable" : walk.checked ? "checked" : "fast");
	if (walk.why != NULL)
		put(text, "stack_walk_why=%s\n", walk.why);
}

static void put_interval(struct text *text, const struct session_view *view)
{
	if (view->pace == PACE_AUTO)
		put(text, "interval=auto\n");
	else
		put(text, "interval=%" PRIu64 "\n", view->interval);
	if (view->pace != PACE_NONE)
		put(text, "budget=%" PRIu64 ".%02" PRIu64 "\n", view->budget / 100,
		    view->budget % 100);
}

static void put_session(struct text *text)
{
	struct session_view view;

	session_view(&view);
	put(text, "state=%s\nversion=%s\nabi=%d\ndoor=%s\nsession=%u\n",
	    view.state == SESSION_IDLE ? "idle" : "recording", JDHAT_VERSION, JDHAT_ABI,
	    doors[view.door], view.number);
	put(text, "record=%s\n", records[view.record]);
	put_interval(text, &view);
	put(text, "file=%s\nreport=%s\ndepth=%u\ngc=%s\n", view.file, view.report, view.depth,
	    view.final_collection ? "on" : "off");
	put(text, "liveness=%s\ncollector=%s\nolder_threads=%u\nmemory=%" PRIu64 "\n",
	    livenesses[view.liveness], collectors[jvm_collector()], view.older_threads,
	    budget_used() + inbox_bytes());
	put(text, "capability=%s\n", view.holds_sampling ? "held" : "free");
	put_walk(text);
}

static void put_counts(struct text *text, const struct recorder_status *status)
{
	put(text,
	    "elapsed_us=%" PRIu64 "\nevents=%" PRIu64 "\nsites=%u\ntracked=%" PRIu64
	    "\nlength=%" PRIu64 "\nlost_blocks=%" PRIu64 "\ninterval_now=%" PRIu64 "\n",
	    status->elapsed_us, status->events, status->sites, status->tracked, status->length,
	    status->lost_blocks, status->lambda);
}

static void put_all(struct text *text, const struct reply *reply)
{
	struct recorder_status status;

	put(text, reply->ok ? "ok\n" : "error\nmessage=%s\n", reply->message);
	put_session(text);
	if (reply->stopped) {
		put_counts(text, &reply->end.status);
		put(text, "final_collection=%s\n", finals[reply->end.final]);
	} else if (session_status(&status)) {
		put_counts(text, &status);
	}
	put(text, "%s%s", reply->lines, reply->list != NULL ? reply->list : "");
}

static void write_file(const char *path, const char *text)
{
	int error = platform_file_write_text(path, text, strlen(text));
	char why[128];

	if (error != 0)
		log_error("cannot write the reply %s: %s", path,
		          platform_error_text(error, why, sizeof why));
}

void reply_send(struct reply *reply, const char *path, char *text, size_t n)
{
	/* Not on the stack: this is a thread of the target, which may have little of it left. */
	char *whole = path[0] != '\0' || text != NULL ? malloc(REPLY_MAX) : NULL;
	struct text to = {whole, REPLY_MAX};

	if (whole != NULL) {
		put_all(&to, reply);
		if (path[0] != '\0')
			write_file(path, whole);
	}
	if (text != NULL && n > 0)
		snprintf(text, n, "%s",
		         whole != NULL ? whole : "error\nmessage=no memory for the answer\n");
	free(whole);
	free(reply->list);
	reply->list = NULL;
}
