// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* What a command answers: `ok` or `error`, then lines of key=value, for the file that `reply` names
 * and for the caller of jdhat_attach. */
#ifndef JDHAT_REPLY_H
#define JDHAT_REPLY_H

#include <stddef.h>

#include "log.h"
#include "session.h"

/* Room for any answer but a very long `soft`, of which what does not fit is counted. */
#define REPLY_MAX 65536

struct reply {
	bool ok;
	char message[SESSION_MESSAGE_MAX];
	bool stopped; /* a session was ended, and `end` says how */
	struct session_end end;
	char lines[512]; /* what only this command answers */
	char *list;      /* a line that may be long, or NULL; freed by reply_send */
};

/* Adds a line of its own, with its end. */
LOG_CHECKED(2) void reply_line(struct reply *reply, const char *format, ...);
/* Hands the answer out: to the file `path` ("" = nowhere) and to `text` (NULL = nowhere), cut to n
 * bytes with the terminating one. */
void reply_send(struct reply *reply, const char *path, char *text, size_t n);

#endif
