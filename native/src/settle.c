// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "settle.h"

#include <stdio.h>

#include "asks.h"
#include "finaliser.h"

#define FINALISERS_US UINT64_C(1000000)

/* One round. False when there was no answer. */
static bool ask_round(uint32_t round, const struct recorder_window *closing, uint64_t timeout_us,
                      struct settled *settled)
{
	struct request *request = requests_new(REQUEST_SETTLE);
	bool ok;

	if (request == NULL)
		return false;
	request->collect = true;
	request->collect_timeout_us = timeout_us;
	request->round = round;
	if (closing != NULL)
		request->window = *closing;
	ok = requests_ask(request, timeout_us + ASKS_ANSWER_US) && request->ok;
	if (ok) {
		settled->epoch = request->epoch;
		settled->how = request->final == FINAL_DONE ? SETTLE_DONE : SETTLE_UNFINISHED;
	}
	requests_drop(request);
	return ok;
}

static bool refuse(char *message)
{
	snprintf(message, SESSION_MESSAGE_MAX, ASKS_NO_ANSWER);
	return false;
}

bool settle(JNIEnv *jni, const struct recorder_window *closing, struct settled *settled,
            char message[SESSION_MESSAGE_MAX])
{
	uint32_t round;
	struct session_view view;

	*settled = (struct settled){0, 0, SETTLE_OFF};
	if (session_recording(message) == 0)
		return false;
	session_view(&view);
	if (view.liveness == FORMAT_LIVENESS_OFF) {
		settled->epoch = asks_point(REASON_SETTLE, NULL);
		return settled->epoch != 0 || refuse(message);
	}
	for (round = 1; settled->epoch == 0 && round <= SETTLE_ROUNDS; round++) {
		if (round > 1)
			finaliser_run(jni, FINALISERS_US);
		if (!ask_round(round, closing, view.gc_timeout_us, settled))
			return refuse(message);
		settled->rounds = round;
	}
	return true;
}
