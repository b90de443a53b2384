// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "methods.h"

#include <stdlib.h>

#include "bytecodes.h"
#include "classes.h"
#include "vm.h"

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
static bool program_allocates(const struct dictionary_vm_frame *frame)
{
	unsigned char *code = NULL;
	bool allocates = true;
	jint n = 0;

	if (frame->location < 0 || (*vm.jvmti)->GetBytecodes(vm.jvmti, (jmethodID)frame->method, &n,
	                                                     &code) != JVMTI_ERROR_NONE)
		return true;
	if (frame->location < n)
		allocates = bytecodes_may_allocate(code[frame->location]);
	(*vm.jvmti)->Deallocate(vm.jvmti, code);
	return allocates;
}

uint32_t methods_frame(const struct dictionary_vm_frame *frame, JNIEnv *jni)
{
	uint32_t known = dictionary_find_frame(frame);
	struct recording_frame resolved;

	if (known != 0)
		return known;
	resolved.method = method_of((jmethodID)frame->method, jni);
	if (resolved.method == 0)
		return 0;
	resolved.line = dictionary_line_of(resolved.method, frame->location);
	return dictionary_add_frame(frame, resolved, program_allocates(frame) ? 0 : STACK_VM);
}
