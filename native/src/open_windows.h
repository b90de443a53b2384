// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* The windows that are open, and in which of them a thread works. A window has a scope; a block
 * belongs to the scope that its thread worked in, and through the scopes' parents to all windows
 * around it. Any thread. */
#ifndef JDHAT_OPEN_WINDOWS_H
#define JDHAT_OPEN_WINDOWS_H

#include <stdbool.h>
#include <stdint.h>

struct window {
	uint32_t id;      /* unique in the process, so that an old one is never taken for a new */
	uint32_t scope;   /* unique in the session; the next one uses the numbers again */
	uint32_t opening; /* epoch (file id) that its opening clock point closed */
	bool all_threads;
};

/* Makes the table ready; once. */
void windows_init(void);
/* A new window of a session. What was open in earlier ones is forgotten. False when there is no
 * memory, or the session is an earlier one itself. */
bool windows_add(uint32_t session, bool all_threads, struct window *window);
/* It is open now: can be closed, and be the parent of others. */
void windows_opened(uint32_t id, uint32_t opening);
/* Takes an open window of the session out of the table. False when there is none with this id. */
bool windows_take(uint32_t session, uint32_t id, struct window *window);

/* The scopes that one thread has entered, the innermost last. The thread itself only. */
#define WINDOWS_NEST 16
struct windows_nest {
	uint32_t session; /* in which they were entered */
	uint32_t depth;
	uint32_t scope[WINDOWS_NEST];
};

/* The scope that the thread works in, 0 = none. */
static inline uint32_t windows_scope(const struct windows_nest *nest, uint32_t session)
{
	return nest->depth > 0 && nest->session == session ? nest->scope[nest->depth - 1] : 0;
}
/* Leaves the scopes whose windows are closed, innermost first, up to one that is open. Returns
 * that one, 0 = none. */
uint32_t windows_nearest(struct windows_nest *nest, uint32_t session);
/* Enters a scope, after windows_nearest. False when the thread is in WINDOWS_NEST already. */
bool windows_enter(struct windows_nest *nest, uint32_t scope);
/* Takes the latest windows_enter back. */
void windows_retreat(struct windows_nest *nest);

#endif
