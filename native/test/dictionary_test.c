// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "budget.h"
#include "dictionary.h"
#include "golden.h"
#include "reader.h"

#define PATH "dictionary_test.jdhat"

static char vm_methods[100];

static int set_up(void **state)
{
	(void)state;
	budget_limit(UINT64_C(1) << 30);
	return dictionary_init() && dictionary_init() ? 0 : -1;
}

static uint32_t add_method(int number, const char *name, uint32_t flags, uint32_t lines)
{
	struct dictionary_method *method =
	        malloc(sizeof *method + lines * sizeof(struct dictionary_line));
	method->class_name = dictionary_string("a.B");
	method->name = dictionary_string(name);
	method->descriptor = dictionary_string("()V");
	method->source = flags ? 0 : dictionary_string("B.java");
	method->flags = flags;
	method->lines = lines;
	for (uint32_t i = 0; i < lines; i++)
		method->line[i] = (struct dictionary_line){.start = 4 + 10 * i, .line = 100 + i};
	uint32_t id = dictionary_add_method(&vm_methods[number], method);
	free(method);
	return id;
}

/* Locations at which the program does not allocate: every tenth. */
#define VM_LOCATION        3
#define FLAGS_AT(location) ((location) % 10 == VM_LOCATION ? STACK_VM : 0)

static uint32_t add_callee(uint32_t caller, const struct dictionary_vm_frame *frame)
{
	struct recording_frame resolved = {.method = dictionary_find_method(frame->method)};
	resolved.line = dictionary_line_of(resolved.method, frame->location);
	uint32_t id = dictionary_add_frame(frame, resolved, FLAGS_AT(frame->location));
	assert_int_equal(id, dictionary_find_frame(frame));
	uint32_t stack = dictionary_callee(caller, id);
	assert_int_equal(stack, dictionary_callee(caller, id));
	return stack;
}

/* Frames leaf first, as the VM gives them. */
static uint32_t add_stack(const struct dictionary_vm_frame *frames, uint32_t n, uint32_t flags)
{
	uint32_t stack = dictionary_bottom(flags);
	for (uint32_t i = n; i > 0; i--)
		stack = add_callee(stack, &frames[i - 1]);
	assert_int_equal(n, dictionary_depth(stack));
	return stack;
}

static void names_have_one_id(void **state)
{
	(void)state;
	uint32_t a = dictionary_string("a"), b = dictionary_string("b");
	assert_true(a != 0 && b != 0 && a != b);
	assert_int_equal(a, dictionary_string("a"));
	uint32_t class_id = dictionary_class(a);
	assert_int_equal(class_id, dictionary_class(a));
	assert_int_not_equal(class_id, dictionary_class(b));
	uint32_t context = dictionary_context(0, a, b);
	assert_int_equal(context, dictionary_context(0, a, b));
	assert_int_not_equal(context, dictionary_context(0, b, a));
	assert_int_not_equal(context, dictionary_context(1, a, b));
}

static void lines_of_methods(void **state)
{
	(void)state;
	assert_int_equal(0, dictionary_find_method(&vm_methods[0]));
	uint32_t id = add_method(0, "lined", 0, 5);
	assert_int_equal(id, dictionary_find_method(&vm_methods[0]));
	assert_int_equal(LINE_UNKNOWN, dictionary_line_of(id, -1));
	assert_int_equal(LINE_UNKNOWN, dictionary_line_of(id, 3));
	assert_int_equal(100, dictionary_line_of(id, 4));
	assert_int_equal(100, dictionary_line_of(id, 13));
	assert_int_equal(101, dictionary_line_of(id, 14));
	assert_int_equal(104, dictionary_line_of(id, 44));
	assert_int_equal(104, dictionary_line_of(id, 60000));
	assert_int_equal(LINE_UNKNOWN,
	                 dictionary_line_of(add_method(1, "bare", METHOD_HIDDEN, 0), 7));
	assert_int_equal(LINE_NATIVE,
	                 dictionary_line_of(add_method(2, "down", METHOD_NATIVE, 0), -1));
}

static void stacks_differ_by_flags(void **state)
{
	(void)state;
	uint32_t before = dictionary_stack_count();
	struct dictionary_vm_frame frames[] = {{&vm_methods[0], 4}, {&vm_methods[1], 9}};
	uint32_t whole = add_stack(frames, 2, 0);
	uint32_t cut = add_stack(frames, 2, STACK_CUT);
	uint32_t shorter = add_stack(frames, 1, 0);
	uint32_t empty = add_stack(NULL, 0, 0);
	assert_true(whole != cut && whole != shorter && cut != shorter);
	assert_true(empty != dictionary_other_stacks() && dictionary_other_stacks() != 0);
	assert_int_equal(before + 5, dictionary_stack_count());
	*dictionary_stack_slot(cut) = 9;
	assert_int_equal(9, *dictionary_stack_slot(cut));
	assert_int_equal(0, *dictionary_stack_slot(whole));
}

/* The innermost frame's flags are the stack's; those of other frames are not. */
static void a_stack_is_judged_by_its_innermost_frame(void **state)
{
	(void)state;
	struct dictionary_vm_frame frames[] = {{&vm_methods[0], VM_LOCATION}, {&vm_methods[1], 9}};
	struct dictionary_vm_frame outside[] = {frames[1], frames[0]};
	uint32_t stack = add_stack(frames, 2, STACK_CUT), other = add_stack(outside, 2, 0);
	uint32_t judged = dictionary_judged(stack);
	assert_true(judged != 0 && judged != stack);
	assert_int_equal(judged, dictionary_judged(stack));
	assert_int_equal(2, dictionary_depth(judged));
	assert_false(dictionary_same_frames(judged, stack));
	assert_int_equal(other, dictionary_judged(other));
}

static struct reader *written(uint32_t stack, uint32_t class_id, uint32_t context)
{
	int error;
	struct recording *recording =
	        recording_create(PATH, 1 << 20, &golden_header, &golden_session, &error);
	assert_non_null(recording);
	dictionary_begin();
	assert_false(dictionary_stack_written(stack));
	for (int twice = 0; twice < 2; twice++) {
		dictionary_write_stack(recording, stack);
		dictionary_write_class(recording, class_id);
		dictionary_write_context(recording, context);
		dictionary_write_stack(recording, 0);
		dictionary_write_context(recording, 0);
	}
	assert_true(dictionary_stack_written(stack));
	recording_close(recording);
	struct reader *reader = reader_open(PATH);
	assert_non_null(reader);
	assert_true(reader->good && reader->broken == NULL);
	remove(PATH);
	return reader;
}

static void written_once_and_with_what_it_needs(void **state)
{
	(void)state;
	struct dictionary_vm_frame frames[] = {
	        {&vm_methods[0], 14}, {&vm_methods[1], 9}, {&vm_methods[0], 24}};
	uint32_t stack = add_stack(frames, 3, 0);
	uint32_t class_id = dictionary_class(dictionary_string("byte[]"));
	uint32_t context = dictionary_context(0, dictionary_string("main"), 0);
	for (int session = 0; session < 2; session++) {
		struct reader *reader = written(stack, class_id, context);
		assert_int_equal(1, reader->records[RECORD_STACK]);
		assert_int_equal(2, reader->records[RECORD_METHOD]);
		assert_int_equal(1, reader->records[RECORD_CLASS]);
		assert_int_equal(1, reader->records[RECORD_CONTEXT]);
		/* a.B, lined, bare, ()V, B.java, byte[], main */
		assert_int_equal(7, reader->records[RECORD_STRING]);
		assert_true(reader->defined[RECORD_STACK][stack]);
		assert_int_equal(3, reader->stack.frames);
		assert_int_equal(2 * 101, reader->stack.leaf_line);
		reader_free(reader);
	}
}

static void deep_stacks_are_written_whole(void **state)
{
	(void)state;
	enum { DEPTH = 2048 };
	static struct dictionary_vm_frame frames[DEPTH];
	for (int64_t i = 0; i < DEPTH; i++)
		frames[i] = (struct dictionary_vm_frame){&vm_methods[i % 2], VM_LOCATION + i};
	uint32_t stack = add_stack(frames, DEPTH, STACK_CUT);
	uint32_t flagged = dictionary_judged(stack);
	assert_false(dictionary_same_frames(stack, flagged));
	struct reader *reader = written(flagged, 0, 0);
	assert_int_equal(1, reader->records[RECORD_STACK]);
	assert_int_equal(STACK_CUT | STACK_VM, reader->stack.flags);
	assert_int_equal(DEPTH, reader->stack.frames);
	reader_free(reader);
}

static void other_stacks_are_a_stack(void **state)
{
	(void)state;
	struct reader *reader = written(dictionary_other_stacks(), 0, 0);
	assert_int_equal(1, reader->records[RECORD_STACK]);
	assert_int_equal(0, reader->records[RECORD_STRING]);
	reader_free(reader);
}

static void a_spent_budget_gives_no_id(void **state)
{
	(void)state;
	char text[5000];
	memset(text, 'x', sizeof text);
	text[sizeof text - 1] = 0;
	budget_limit(budget_used());
	assert_int_equal(0, dictionary_string(text));
	assert_int_not_equal(0, dictionary_string("byte[]"));
	budget_limit(UINT64_C(1) << 30);
	assert_int_not_equal(0, dictionary_string(text));
}

/* Two methods that the VM keeps apart may read the same: those of two class loaders. */
static void stacks_are_compared_by_what_they_read(void **state)
{
	(void)state;
	add_method(70, "same", 0, 3);
	add_method(71, "same", 0, 3);
	add_method(72, "other", 0, 3);
	struct dictionary_vm_frame a[] = {{&vm_methods[70], 4}, {&vm_methods[70], 14}};
	struct dictionary_vm_frame b[] = {{&vm_methods[71], 5}, {&vm_methods[70], 14}};
	struct dictionary_vm_frame line[] = {{&vm_methods[71], 14}, {&vm_methods[70], 14}};
	struct dictionary_vm_frame name[] = {{&vm_methods[72], 4}, {&vm_methods[70], 14}};
	uint32_t stack = add_stack(a, 2, 0);
	assert_true(dictionary_same_frames(stack, stack));
	assert_true(dictionary_same_frames(stack, add_stack(b, 2, 0)));
	assert_false(dictionary_same_frames(stack, add_stack(line, 2, 0)));
	assert_false(dictionary_same_frames(stack, add_stack(name, 2, 0)));
	assert_false(dictionary_same_frames(stack, add_stack(a, 1, 0)));
	assert_false(dictionary_same_frames(stack, add_stack(a, 2, STACK_CUT)));
	assert_false(dictionary_same_frames(stack, dictionary_other_stacks()));
	struct dictionary_vm_frame c[] = {{&vm_methods[70], VM_LOCATION + 10}, a[1]};
	struct dictionary_vm_frame d[] = {{&vm_methods[71], VM_LOCATION + 10}, a[1]};
	uint32_t flagged = dictionary_judged(add_stack(c, 2, 0));
	assert_false(dictionary_same_frames(stack, flagged));
	assert_true(dictionary_same_frames(stack, add_stack(c, 2, 0)));
	assert_true(dictionary_same_frames(dictionary_judged(add_stack(d, 2, 0)), flagged));
}

/* The outer frames are left out, and the bottom says so; equal inner parts are one. */
static void a_cut_stack_has_its_innermost_frames(void **state)
{
	(void)state;
	add_method(80, "outer", 0, 3);
	add_method(81, "inner", 0, 3);
	struct dictionary_vm_frame a[] = {
	        {&vm_methods[81], 4}, {&vm_methods[81], 14}, {&vm_methods[80], 4}};
	struct dictionary_vm_frame b[] = {{&vm_methods[81], 4},
	                                  {&vm_methods[81], 14},
	                                  {&vm_methods[80], 14},
	                                  {&vm_methods[80], 4}};
	uint32_t whole = add_stack(a, 3, 0), cut = dictionary_cut(whole, 2);
	assert_int_equal(2, dictionary_depth(cut));
	assert_int_equal(cut, dictionary_cut(add_stack(b, 4, 0), 2));
	assert_int_equal(cut, add_stack(a, 2, STACK_CUT));
	a[0].location = VM_LOCATION;
	whole = dictionary_judged(add_stack(a, 3, 0));
	assert_int_equal(add_stack(a, 2, STACK_CUT), dictionary_cut(whole, 2));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(names_have_one_id),
	        cmocka_unit_test(lines_of_methods),
	        cmocka_unit_test(stacks_differ_by_flags),
	        cmocka_unit_test(a_stack_is_judged_by_its_innermost_frame),
	        cmocka_unit_test(written_once_and_with_what_it_needs),
	        cmocka_unit_test(deep_stacks_are_written_whole),
	        cmocka_unit_test(other_stacks_are_a_stack),
	        cmocka_unit_test(a_spent_budget_gives_no_id),
	        cmocka_unit_test(stacks_are_compared_by_what_they_read),
	        cmocka_unit_test(a_cut_stack_has_its_innermost_frames),
	};
	return cmocka_run_group_tests(tests, set_up, NULL);
}
