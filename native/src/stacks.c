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

static uint32_t add_stack(const struct carrier *carrier, JNIEnv *jni, uint32_t n, uint32_t flags,
                          uint64_t hash)
{
	struct recording_frame *frames = malloc((n + 1) * sizeof *frames);
	uint32_t i, stack = 0;

	for (i = 0; frames != NULL && i < n; i++) {
		frames[i].method = methods_of((jmethodID)carrier->frames[i].method, jni);
		if (frames[i].method == 0)
			break;
		frames[i].line = dictionary_line_of(frames[i].method, carrier->frames[i].location);
	}
	if (n > 0 && !program_allocates(&carrier->frames[0]))
		flags |= STACK_VM;
	if (frames != NULL && i == n)
		stack = dictionary_add_stack(carrier->frames, n, flags, hash, frames);
	free(frames);
	return stack != 0 ? stack : dictionary_other_stacks();
}

/* *n: how many frames of it stand in carrier->frames. */
static uint32_t walk_by_vm(struct carrier *carrier, JNIEnv *jni, jthread thread, uint32_t depth,
                           uint32_t *n)
{
	uint32_t flags = 0, stack;
	uint64_t hash;
	jint found = 0;

	*n = 0;
	if (!make_room(carrier, depth + 1))
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
	hash = dictionary_stack_hash(carrier->frames, *n, flags);
	stack = dictionary_find_stack(carrier->frames, *n, flags, hash);
	return stack != 0 ? stack : add_stack(carrier, jni, *n, flags, hash);
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
