// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* `settle`: a clock point at which garbage is gone, what finalisers held included. */
#ifndef JDHAT_SETTLE_H
#define JDHAT_SETTLE_H

#include "session.h"

/* Three forced collections with finalisation between them, fewer when nothing tracked is left; then
 * the clock point. */
struct settled {
	uint32_t epoch; /* that the point closed */
	uint32_t rounds;
	enum { SETTLE_OFF, SETTLE_DONE, SETTLE_UNFINISHED } how; /* OFF: nothing is watched */
};
/* Any thread that the JVM knows and that holds no lock that a collection may need. The point is
 * also the closing one of the window `closing`, unless that is NULL or nothing is watched. False
 * with a sentence when nothing is recorded. */
bool settle(JNIEnv *jni, const struct recorder_window *closing, struct settled *settled,
            char message[SESSION_MESSAGE_MAX]);

#endif
