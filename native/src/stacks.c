// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "stacks.h"

#include <stdlib.h>

#include "budget.h"
#include "fastwalk.h"
#include "methods.h"
#include "vm.h"

_Static_assert(sizeof(struct dictionary_vm_frame) == sizeof(jvmtiFrameInfo),
               "the VM's frame layout");

/* Room for one frame more than the limit, so that a cut stack can be told from a whole one. */
static bool make_room(struct carrier *carrier, uint32_t frames)
{
	struct dictionary_vm_frame *room;

	if (carrier->frame_room >= frames)
		return true;
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

/* The stack of n frames, from the outermost inwards: 0 without room. */
static uint32_t stack_of(const struct dictionary_vm_frame *frames, uint32_t n, uint32_t flags,
                         JNIEnv *jni)
{
	uint32_t stack = dictionary_bottom(flags), i;

	for (i = n; i > 0 && stack != 0; i--) {
		uint32_t frame = methods_frame(&frames[i - 1], jni);

		stack = frame != 0 ? dictionary_callee(stack, frame) : 0;
	}
	return n > 0 && stack != 0 ? dictionary_judged(stack) : stack;
}

/* What the VM says: *n frames of the stack stand in carrier->frames, at most `depth`; *whole: these
 * are all. False without room for them. */
static bool ask_vm(struct carrier *carrier, jthread thread, uint32_t depth, uint32_t *n,
                   bool *whole)
{
	jint found = 0;

	*n = 0;
	*whole = true;
	if (!make_room(carrier, depth + 1))
		return false;
	/* The event's own thread object, not NULL: on 21 and later NULL stops every mount in the
	 * VM. */
	if ((*vm.jvmti)->GetStackTrace(vm.jvmti, thread, 0, (jint)depth + 1,
	                               (jvmtiFrameInfo *)carrier->frames,
	                               &found) != JVMTI_ERROR_NONE)
		found = 0;
	*n = (uint32_t)found;
	if (*n > depth) {
		*n = depth;
		*whole = false;
	}
	return true;
}

static uint32_t walk_by_vm(struct carrier *carrier, JNIEnv *jni, jthread thread, uint32_t depth,
                           uint32_t *n, bool *whole)
{
	uint32_t stack = 0;

	if (ask_vm(carrier, thread, depth, n, whole))
		stack = stack_of(carrier->frames, *n, *whole ? 0 : STACK_CUT, jni);
	return stack != 0 ? stack : dictionary_other_stacks();
}

void stacks_prove(struct carrier *carrier, JNIEnv *jni, jthread thread, uint32_t depth)
{
	struct fastwalk_name name;
	uint32_t n;
	bool whole;

	if (fastwalk_name(carrier, jni, thread, depth + 1, &name) && name.interpreted &&
	    ask_vm(carrier, thread, depth, &n, &whole) &&
	    fastwalk_holds(carrier, jni, thread, depth + 1, &name))
		fastwalk_prove(carrier, n, whole);
}

uint32_t stacks_walk(struct carrier *carrier, JNIEnv *jni, jthread thread, uint32_t depth)
{
	struct fastwalk_name name;
	uint32_t found, stack, n;
	bool due = false, whole;

	if (!fastwalk_name(carrier, jni, thread, depth + 1, &name))
		return walk_by_vm(carrier, jni, thread, depth, &n, &whole);
	found = fastwalk_find(carrier, &name, depth, &due);
	if (found != 0 && !due)
		return found;
	stack = walk_by_vm(carrier, jni, thread, depth, &n, &whole);
	if (!fastwalk_holds(carrier, jni, thread, depth + 1, &name))
		return stack;
	if (found != 0)
		fastwalk_verify(carrier, found, stack);
	fastwalk_learn(carrier, jni, &name, stack, n, whole);
	return stack;
}
