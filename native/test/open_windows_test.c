// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "open_windows.h"

static uint32_t session;

static int set_up(void **state)
{
	(void)state;
	session++;
	return 0;
}

static struct window open_window(void)
{
	struct window window;
	assert_true(windows_add(session, false, &window));
	windows_opened(window.id, 7);
	return window;
}

static void close_window(struct window window)
{
	struct window taken;
	assert_true(windows_take(session, window.id, &taken));
	assert_int_equal(window.scope, taken.scope);
	assert_int_equal(7, taken.opening);
}

static struct window enter(struct windows_nest *nest)
{
	struct window window = open_window();
	windows_nearest(nest, session);
	assert_true(windows_enter(nest, window.scope));
	return window;
}

static void ids_never_come_again_and_scopes_do(void **state)
{
	(void)state;
	struct window first = open_window(), second = open_window(), third;
	assert_true(second.id > first.id);
	assert_int_equal(1, first.scope);
	assert_int_equal(2, second.scope);
	session++;
	third = open_window();
	assert_true(third.id > second.id);
	assert_int_equal(1, third.scope);
}

static void a_window_is_closed_once_and_in_its_session(void **state)
{
	(void)state;
	struct window window = open_window(), taken;
	assert_false(windows_take(session, window.id + 1, &taken));
	assert_false(windows_take(session - 1, window.id, &taken));
	assert_false(windows_take(session + 1, window.id, &taken));
	close_window(window);
	assert_false(windows_take(session, window.id, &taken));
}

static void a_new_session_forgets(void **state)
{
	(void)state;
	struct window old = open_window(), taken, added;
	session++;
	open_window();
	assert_false(windows_take(session, old.id, &taken));
	assert_false(windows_take(session - 1, old.id, &taken));
	assert_false(windows_add(session - 1, true, &added));
}

static void scopes_nest(void **state)
{
	(void)state;
	struct windows_nest nest = {0};
	assert_int_equal(0, windows_scope(&nest, session));
	struct window outer = enter(&nest), inner = enter(&nest);
	assert_int_equal(inner.scope, windows_scope(&nest, session));
	assert_int_equal(0, windows_scope(&nest, session + 1));
	close_window(inner);
	assert_int_equal(outer.scope, windows_nearest(&nest, session));
	close_window(outer);
	assert_int_equal(0, windows_nearest(&nest, session));
}

static void closed_out_of_order(void **state)
{
	(void)state;
	struct windows_nest nest = {0};
	struct window outer = enter(&nest), inner = enter(&nest);
	close_window(outer);
	assert_int_equal(inner.scope, windows_nearest(&nest, session));
	struct window last = enter(&nest);
	close_window(inner);
	assert_int_equal(last.scope, windows_nearest(&nest, session));
	close_window(last);
	assert_int_equal(0, windows_nearest(&nest, session));
}

static void a_nest_of_an_earlier_session_is_empty(void **state)
{
	(void)state;
	struct windows_nest nest = {0};
	enter(&nest);
	session++;
	open_window();
	assert_int_equal(0, windows_scope(&nest, session));
	assert_int_equal(0, windows_nearest(&nest, session));
}

static void nests_have_a_bound(void **state)
{
	(void)state;
	struct windows_nest nest = {0};
	struct window window[WINDOWS_NEST];
	for (int i = 0; i < WINDOWS_NEST; i++)
		window[i] = enter(&nest);
	assert_false(windows_enter(&nest, open_window().scope));
	close_window(window[WINDOWS_NEST - 1]);
	windows_nearest(&nest, session);
	assert_true(windows_enter(&nest, open_window().scope));
	windows_retreat(&nest);
	assert_int_equal(window[WINDOWS_NEST - 2].scope, windows_scope(&nest, session));
}

static void many_are_open_at_once(void **state)
{
	(void)state;
	struct window window[1000];
	for (int i = 0; i < 1000; i++)
		window[i] = open_window();
	for (int i = 0; i < 1000; i++)
		close_window(window[i * 7 % 1000]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test_setup(ids_never_come_again_and_scopes_do, set_up),
	        cmocka_unit_test_setup(a_window_is_closed_once_and_in_its_session, set_up),
	        cmocka_unit_test_setup(a_new_session_forgets, set_up),
	        cmocka_unit_test_setup(scopes_nest, set_up),
	        cmocka_unit_test_setup(closed_out_of_order, set_up),
	        cmocka_unit_test_setup(a_nest_of_an_earlier_session_is_empty, set_up),
	        cmocka_unit_test_setup(nests_have_a_bound, set_up),
	        cmocka_unit_test_setup(many_are_open_at_once, set_up),
	};
	windows_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
