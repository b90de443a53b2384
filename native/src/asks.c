// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "asks.h"

#include <stdio.h>

/* What walks of a large heap may take. */
#define WALK_US UINT64_C(600000000)

uint32_t asks_point(enum format_reason reason, const char *name)
{
	struct request *request = requests_new(REQUEST_POINT);
	uint32_t epoch = 0;

	if (request == NULL)
		return 0;
	request->reason = reason;
	if (name != NULL)
		snprintf(request->name, sizeof request->name, "%s", name);
	if (requests_ask(request, ASKS_ANSWER_US) && request->ok)
		epoch = request->epoch;
	requests_drop(request);
	return epoch;
}

void asks_collection(uint64_t timeout_us)
{
	struct request *request = requests_new(REQUEST_COLLECT);

	if (request == NULL)
		return;
	request->collect = true;
	request->collect_timeout_us = timeout_us;
	requests_ask(request, timeout_us + ASKS_ANSWER_US);
	requests_drop(request);
}

struct request *asks_end(enum request_kind kind, bool collect, uint64_t collect_timeout_us,
                         uint64_t answer_us)
{
	struct request *request = requests_new(kind);

	if (request == NULL)
		return NULL;
	request->collect = collect;
	request->collect_timeout_us = collect_timeout_us;
	request->end = END_STOPPED;
	if (requests_ask(request, (collect ? collect_timeout_us : 0) + answer_us) && request->ok)
		return request;
	requests_drop(request);
	return NULL;
}

struct request *asks_reach(uint32_t from, uint32_t to)
{
	struct request *request = requests_new(REQUEST_REACH);

	if (request == NULL)
		return NULL;
	request->reach_from = from;
	request->reach_to = to;
	if (requests_ask(request, WALK_US) && request->ok)
		return request;
	requests_drop(request);
	return NULL;
}

bool asks_status(struct recorder_status *status)
{
	struct request *request = requests_new(REQUEST_STATUS);
	bool ok;

	if (request == NULL)
		return false;
	ok = requests_ask(request, ASKS_ANSWER_US);
	if (ok)
		*status = request->status;
	requests_drop(request);
	return ok;
}
