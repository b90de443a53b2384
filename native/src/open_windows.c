// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "open_windows.h"

#include <stdlib.h>

#include "budget.h"
#include "platform/platform.h"

#define FIRST_ROOM 16u

static struct {
	struct platform_lock lock;
	uint32_t session;
	uint32_t last_id, last_scope;
	struct window *open; /* in no order; `opening` is 0 until it is known */
	uint32_t n, room;
} table;

void windows_init(void)
{
	platform_lock_init(&table.lock);
}

static bool make_room(void)
{
	uint32_t room = table.room == 0 ? FIRST_ROOM : 2 * table.room;
	struct window *open;

	if (table.n < table.room)
		return true;
	open = realloc(table.open, room * sizeof *open);
	if (open == NULL)
		return false;
	budget_force((room - table.room) * sizeof *open);
	table.open = open;
	table.room = room;
	return true;
}

static bool add_locked(uint32_t session, bool all_threads, struct window *window)
{
	if (session < table.session)
		return false;
	if (session > table.session) {
		table.session = session;
		table.n = 0;
		table.last_scope = 0;
	}
	if (!make_room())
		return false;
	*window = (struct window){++table.last_id, ++table.last_scope, 0, all_threads};
	table.open[table.n++] = *window;
	return true;
}

bool windows_add(uint32_t session, bool all_threads, struct window *window)
{
	bool added;

	platform_lock_acquire(&table.lock);
	added = add_locked(session, all_threads, window);
	platform_lock_release(&table.lock);
	return added;
}

static struct window *find(uint32_t id)
{
	uint32_t i;

	for (i = 0; i < table.n; i++)
		if (table.open[i].id == id)
			return &table.open[i];
	return NULL;
}

void windows_opened(uint32_t id, uint32_t opening)
{
	struct window *window;

	platform_lock_acquire(&table.lock);
	window = find(id);
	if (window != NULL)
		window->opening = opening;
	platform_lock_release(&table.lock);
}

bool windows_take(uint32_t session, uint32_t id, struct window *window)
{
	struct window *found;

	platform_lock_acquire(&table.lock);
	found = session == table.session ? find(id) : NULL;
	if (found != NULL) {
		*window = *found;
		*found = table.open[--table.n];
	}
	platform_lock_release(&table.lock);
	return found != NULL;
}

static bool is_open(uint32_t session, uint32_t scope)
{
	uint32_t i;

	if (session != table.session)
		return false;
	for (i = 0; i < table.n; i++)
		if (table.open[i].scope == scope)
			return true;
	return false;
}

uint32_t windows_nearest(struct windows_nest *nest, uint32_t session)
{
	if (nest->session != session)
		nest->depth = 0;
	nest->session = session;
	platform_lock_acquire(&table.lock);
	while (nest->depth > 0 && !is_open(session, nest->scope[nest->depth - 1]))
		nest->depth--;
	platform_lock_release(&table.lock);
	return windows_scope(nest, session);
}

bool windows_enter(struct windows_nest *nest, uint32_t scope)
{
	if (nest->depth == WINDOWS_NEST)
		return false;
	nest->scope[nest->depth++] = scope;
	return true;
}

void windows_retreat(struct windows_nest *nest)
{
	nest->depth--;
}
