// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* Programs that share a session through the in-process door: each joins and leaves, and with the
 * last one ends a session that a join had begun. A session that was begun in another way goes on.
 */
#ifndef JDHAT_USERS_H
#define JDHAT_USERS_H

#include "session.h"

/* One user more of the session that runs; begins one when none does. False with a sentence when
 * that cannot be. `joined`: it ran before. */
bool users_join(JNIEnv *jni, const struct options *options, const char *text, bool *joined,
                char message[SESSION_MESSAGE_MAX]);
/* One user less of session `number` (SESSION_ANY: the one that runs). `stopped`: it was the last
 * one, and the session ended as `end` says. A session that is over was left long ago: true. */
bool users_leave(uint32_t number, bool *stopped, struct session_end *end,
                 char message[SESSION_MESSAGE_MAX]);

#endif
