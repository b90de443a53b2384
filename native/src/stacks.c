// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "stacks.h"

#include <stdlib.h>
#include <string.h>

#include "budget.h"
#include "bytecodes.h"
#include "fastwalk.h"
#include "methods.h"
#include "vm.h"

_Static_assert(sizeof(struct dictionary_vm_frame) == sizeof(jvmtiFrameInfo),
               "the VM's frame layout");

/* Room for one frame more than the limit, so that a cut stack can be told from a whole one, and as
 * many of the walk before. */
static bool make_room(struct carrier *carrier, uint32_t depth)
{
	uint32_t frames = 2 * (depth + 1);
	struct dictionary_vm_frame *room;

	if (carrier->frame_room >= frames)
		return true;
	carrier->walked = 0;
	if (!budget_take((frames - carrier->frame_room) * sizeof *room))
		return false;
	room = realloc(carrier->frames, frames * sizeof *room);
	if (room == NULL) {
		budget_give((frames - carrier->frame_room) * sizeof *room);
		return false;
	}
	carrier->frames = room;
	carrier->frame_room = frames;
	return true;
}

/* Before a method is compiled the VM makes the String constants of its class, on the thread that
 * asked for it and wherever that is: in a loop, at the beginning of the method. */
static bool program_allocates(const struct dictionary_vm_frame *leaf)
{
	unsigned char *code = NULL;
	bool allocates = true;
	jint n = 0;

	if (leaf->location < 0 || (*vm.jvmti)->GetBytecodes(vm.jvmti, (jmethodID)leaf->method, &n,
	                                                    &code) != JVMTI_ERROR_NONE)
		return true;
	if (leaf->location < n)
		allocates = bytecodes_may_allocate(code[leaf->location]);
	(*vm.jvmti)->Deallocate(vm.jvmti, code);
	return allocates;
}

static uint32_t add_callee(uint32_t caller, const struct dictionary_vm_frame *frame, JNIEnv *jni)
{
	struct recording_frame resolved;

	resolved.method = methods_of((jmethodID)frame->method, jni);
	if (resolved.method == 0)
		return 0;
	resolved.line = dictionary_line_of(resolved.method, frame->location);
	return dictionary_add_callee(caller, frame, resolved);
}

static bool is_same(const struct dictionary_vm_frame *a, const struct dictionary_vm_frame *b)
{
	return a->method == b->method && a->location == b->location;
}

/* What the program does not allocate counts apart; asked once per stack. 0 without room. */
static uint32_t judge(uint32_t stack, const struct dictionary_vm_frame *leaf)
{
	uint32_t known = dictionary_leaf(stack);

	if (known != 0)
		return known;
	known = program_allocates(leaf) ? stack : dictionary_flagged(stack, STACK_VM);
	dictionary_set_leaf(stack, known);
	return known;
}

/* The stack of those of n frames that are as at the walk before, from the outermost inwards: most
 * of them. The frames of that walk stand at the end of the room, and are replaced there. */
static uint32_t unchanged(const struct carrier *carrier, uint32_t n, uint32_t flags)
{
	const struct dictionary_vm_frame *now = carrier->frames + n;
	struct dictionary_vm_frame *before = carrier->frames + carrier->frame_room;
	uint32_t stack = dictionary_bottom(flags), same = 0, depth = 0;

	if (carrier->walked != 0 && (dictionary_flags(carrier->walked) & STACK_CUT) == flags)
		depth = dictionary_depth(carrier->walked);
	for (; same < n && same < depth && is_same(now - 1 - same, before - 1 - same); same++)
		;
	if (same > 0)
		stack = dictionary_outer(carrier->walked, same);
	memcpy(before - n, carrier->frames, (n - same) * sizeof *before);
	return stack;
}

/* The stack of the first n frames of the carrier, added where it is new; 0 without room. */
static uint32_t stack_of(struct carrier *carrier, uint32_t n, uint32_t flags, JNIEnv *jni)
{
	const struct dictionary_vm_frame *frames = carrier->frames;
	uint32_t stack = unchanged(carrier, n, flags), caller, i;

	for (i = n - dictionary_depth(stack); i > 0 && stack != 0; i--) {
		caller = stack;
		stack = dictionary_find_callee(caller, &frames[i - 1]);
		if (stack == 0)
			stack = add_callee(caller, &frames[i - 1], jni);
	}
	carrier->walked = stack;
	return n > 0 && stack != 0 ? judge(stack, &frames[0]) : stack;
}

/* *n: how many frames of it stand in carrier->frames. */
static uint32_t walk_by_vm(struct carrier *carrier, JNIEnv *jni, jthread thread, uint32_t depth,
                           uint32_t *n)
{
	uint32_t flags = 0, stack;
	jint found = 0;

	*n = 0;
	if (!make_room(carrier, depth))
		return dictionary_other_stacks();
	/* The event's own thread object, not NULL: on 21 and later NULL stops every mount in the
	 * VM. */
	if ((*vm.jvmti)->GetStackTrace(vm.jvmti, thread, 0, (jint)depth + 1,
	                               (jvmtiFrameInfo *)carrier->frames,
	                               &found) != JVMTI_ERROR_NONE)
		found = 0;
	*n = (uint32_t)found;
	if (*n > depth) {
		*n = depth;
		flags = STACK_CUT;
	}
	stack = stack_of(carrier, *n, flags, jni);
	return stack != 0 ? stack : dictionary_other_stacks();
}

uint32_t stacks_walk(struct carrier *carrier, JNIEnv *jni, jthread thread, uint32_t depth)
{
	struct fastwalk_name name;
	uint32_t found, stack, n;
	bool due = false;

	if (!fastwalk_name(carrier, jni, thread, depth + 1, &name))
		return walk_by_vm(carrier, jni, thread, depth, &n);
	found = fastwalk_find(carrier, &name, &due);
	if (found != 0 && !due)
		return found;
	stack = walk_by_vm(carrier, jni, thread, depth, &n);
	if (found != 0)
		fastwalk_verify(carrier, found, stack);
	fastwalk_learn(carrier, &name, stack, n);
	return stack;
}
