// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "users.h"

#include <stdatomic.h>
#include <stdio.h>

#define TURN_US 1000u
#define TURNS   60000u
#define OWNED   (UINT64_C(1) << 31)

/* Number of the session, whether a join began it (OWNED), and its users, in one word. A session
 * that is owned and has no user is being stopped by the one who left last. */
static _Atomic uint64_t word;

static uint64_t first_of(uint32_t number)
{
	return (uint64_t)number << 32;
}

/* Counts one user more. False when the session is being left by its last one. */
static bool add_user(uint32_t number, bool began)
{
	uint64_t before = atomic_load(&word), after;

	do {
		uint64_t now = before >> 32 == number ? before : first_of(number);

		if (!began && now == (first_of(number) | OWNED))
			return false;
		after = (now + 1) | (began ? OWNED : 0);
	} while (!atomic_compare_exchange_weak(&word, &before, after));
	return true;
}

static void pause_a_turn(void)
{
	struct platform_semaphore never;

	platform_semaphore_init(&never);
	platform_semaphore_wait(&never, TURN_US);
}

bool users_join(JNIEnv *jni, const struct options *options, const char *text, bool *joined,
                char message[SESSION_MESSAGE_MAX])
{
	enum session_state state;
	uint32_t turn, number;

	for (turn = 0; turn < TURNS; turn++) {
		state = session_state(&number);
		*joined = state == SESSION_RECORDING;
		if (*joined && add_user(number, false))
			return true;
		if (state == SESSION_IDLE) {
			if (session_start(jni, options, text, DOOR_API, message))
				return add_user(session_recording(message), true);
			/* Another one may have been faster, and then there is a session to join. */
			if (session_state(&number) == SESSION_IDLE)
				return false;
		}
		pause_a_turn();
	}
	snprintf(message, SESSION_MESSAGE_MAX,
	         "another thread has been starting or stopping a session for a minute; is a "
	         "debugger holding it?");
	return false;
}

/* Takes one user away. True when it was the last one of a session that a join began. */
static bool remove_user(uint32_t number)
{
	uint64_t before = atomic_load(&word);

	do {
		if (before >> 32 != number || (uint32_t)(before & (OWNED - 1)) == 0)
			return false;
	} while (!atomic_compare_exchange_weak(&word, &before, before - 1));
	return before - 1 == (first_of(number) | OWNED);
}

bool users_leave(uint32_t number, bool *stopped, struct session_end *end,
                 char message[SESSION_MESSAGE_MAX])
{
	uint32_t running = session_recording(message);

	*stopped = false;
	if (running == 0)
		return number != SESSION_ANY;
	if ((number != SESSION_ANY && number != running) || !remove_user(running))
		return true;
	*stopped = session_stop(running, message, end);
	return *stopped;
}
