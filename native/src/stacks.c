// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "stacks.h"

#include <stdlib.h>
#include <string.h>

#include "budget.h"
#include "bytecodes.h"
#include "classes.h"
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

static struct dictionary_method *with_lines(jmethodID id)
{
	jvmtiLineNumberEntry *table = NULL;
	struct dictionary_method *method;
	jint n = 0, i;

	if ((*vm.jvmti)->GetLineNumberTable(vm.jvmti, id, &n, &table) != JVMTI_ERROR_NONE)
		n = 0;
	method = calloc(1, sizeof *method + (size_t)n * sizeof method->line[0]);
	for (i = 0; method != NULL && i < n; i++) {
		/* The table is usually in order; where javac made it otherwise, sort as it comes.
		 */
		uint32_t start = (uint32_t)table[i].start_location, at = method->lines++;

		for (; at > 0 && method->line[at - 1].start > start; at--)
			method->line[at] = method->line[at - 1];
		method->line[at].start = start;
		method->line[at].line = (uint32_t)table[i].line_number;
	}
	(*vm.jvmti)->Deallocate(vm.jvmti, (unsigned char *)table);
	return method;
}

static uint32_t source_of(jclass holder)
{
	char *text = NULL;
	uint32_t id = 0;

	if ((*vm.jvmti)->GetSourceFileName(vm.jvmti, holder, &text) == JVMTI_ERROR_NONE &&
	    text != NULL)
		id = dictionary_string(text);
	(*vm.jvmti)->Deallocate(vm.jvmti, (unsigned char *)text);
	return id;
}

static void name_method(struct dictionary_method *method, jmethodID id, JNIEnv *jni)
{
	char *name = NULL, *descriptor = NULL;
	jclass holder = NULL;
	jboolean native = JNI_FALSE;
	bool hidden = false;

	if ((*vm.jvmti)->GetMethodDeclaringClass(vm.jvmti, id, &holder) == JVMTI_ERROR_NONE) {
		method->class_name = classes_name(holder, &hidden);
		method->source = source_of(holder);
		(*jni)->DeleteLocalRef(jni, holder);
	}
	if ((*vm.jvmti)->GetMethodName(vm.jvmti, id, &name, &descriptor, NULL) ==
	    JVMTI_ERROR_NONE) {
		method->name = dictionary_string(name);
		method->descriptor = dictionary_string(descriptor);
		(*vm.jvmti)->Deallocate(vm.jvmti, (unsigned char *)name);
		(*vm.jvmti)->Deallocate(vm.jvmti, (unsigned char *)descriptor);
	}
	(*vm.jvmti)->IsMethodNative(vm.jvmti, id, &native);
	method->flags = (native ? METHOD_NATIVE : 0u) | (hidden ? METHOD_HIDDEN : 0u);
}

static uint32_t method_of(jmethodID id, JNIEnv *jni)
{
	uint32_t known = dictionary_find_method(id);
	struct dictionary_method *method;

	if (known != 0)
		return known;
	method = with_lines(id);
	if (method == NULL)
		return 0;
	name_method(method, id, jni);
	known = dictionary_add_method(id, method);
	free(method);
	return known;
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
		frames[i].method = method_of((jmethodID)carrier->frames[i].method, jni);
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

uint32_t stacks_walk(struct carrier *carrier, JNIEnv *jni, jthread thread, uint32_t depth)
{
	uint32_t flags = 0, stack, frames;
	uint64_t hash;
	jint n = 0;

	if (!make_room(carrier, depth + 1))
		return dictionary_other_stacks();
	/* The event's own thread object, not NULL: on 21 and later NULL stops every mount in the
	 * VM. */
	if ((*vm.jvmti)->GetStackTrace(vm.jvmti, thread, 0, (jint)depth + 1,
	                               (jvmtiFrameInfo *)carrier->frames, &n) != JVMTI_ERROR_NONE)
		n = 0;
	frames = (uint32_t)n;
	if (frames > depth) {
		frames = depth;
		flags = STACK_CUT;
	}
	hash = dictionary_stack_hash(carrier->frames, frames, flags);
	stack = dictionary_find_stack(carrier->frames, frames, flags, hash);
	return stack != 0 ? stack : add_stack(carrier, jni, frames, flags, hash);
}
