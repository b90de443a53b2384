// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "vm.h"

#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* IsVirtualThread stands here in JNI's table from 21 on; the headers of 17 do not name it. */
#define IS_VIRTUAL_THREAD_SLOT 234
typedef jboolean(JNICALL *is_virtual_thread)(JNIEnv *, jobject);

struct vm vm;
static _Atomic bool sampling_held;

bool vm_enter(JavaVM *java_vm)
{
	jvmtiEnv *jvmti = NULL;

	/* JVMTI 11 is asked for on every JVM: 17 refuses to be asked for 21. */
	if ((*java_vm)->GetEnv(java_vm, (void **)&jvmti, JVMTI_VERSION_11) != JNI_OK)
		return false;
	vm.java_vm = java_vm;
	vm.jvmti = jvmti;
	return true;
}

JNIEnv *vm_jni(void)
{
	JNIEnv *jni = NULL;

	if (vm.java_vm == NULL ||
	    (*vm.java_vm)->GetEnv(vm.java_vm, (void **)&jni, JNI_VERSION_10) != JNI_OK)
		return NULL;
	return jni;
}

void vm_live(void)
{
	char text[32];

	if (vm_property("java.vm.specification.version", text, sizeof text))
		vm.java_version = (uint32_t)atoi(text);
}

jvmtiError vm_take_sampling(void)
{
	jvmtiCapabilities wanted;
	jvmtiError error;

	if (sampling_held)
		return JVMTI_ERROR_NONE;
	/* In a request of its own: it is granted or refused as a whole. */
	memset(&wanted, 0, sizeof wanted);
	wanted.can_generate_sampled_object_alloc_events = 1;
	error = (*vm.jvmti)->AddCapabilities(vm.jvmti, &wanted);
	sampling_held = error == JVMTI_ERROR_NONE;
	return error;
}

void vm_release_sampling(void)
{
	jvmtiCapabilities held;

	if (!sampling_held)
		return;
	memset(&held, 0, sizeof held);
	held.can_generate_sampled_object_alloc_events = 1;
	if ((*vm.jvmti)->RelinquishCapabilities(vm.jvmti, &held) == JVMTI_ERROR_NONE)
		sampling_held = false;
}

bool vm_holds_sampling(void)
{
	return sampling_held;
}

bool vm_property(const char *name, char *text, size_t n)
{
	char *value = NULL;

	if ((*vm.jvmti)->GetSystemProperty(vm.jvmti, name, &value) != JVMTI_ERROR_NONE ||
	    value == NULL)
		return false;
	snprintf(text, n, "%s", value);
	(*vm.jvmti)->Deallocate(vm.jvmti, (unsigned char *)value);
	return true;
}

bool vm_java_property(JNIEnv *jni, const char *name, char *text, size_t n)
{
	jclass system = (*jni)->FindClass(jni, "java/lang/System");
	jmethodID get;
	jstring key, value;
	const char *chars;

	if (system == NULL) {
		vm_clear_exception(jni);
		return false;
	}
	get = (*jni)->GetStaticMethodID(jni, system, "getProperty",
	                                "(Ljava/lang/String;)Ljava/lang/String;");
	key = (*jni)->NewStringUTF(jni, name);
	value = get != NULL && key != NULL ? (*jni)->CallStaticObjectMethod(jni, system, get, key)
	                                   : NULL;
	if (vm_clear_exception(jni) || value == NULL)
		return false;
	chars = (*jni)->GetStringUTFChars(jni, value, NULL);
	if (chars == NULL) {
		vm_clear_exception(jni);
		return false;
	}
	snprintf(text, n, "%s", chars);
	(*jni)->ReleaseStringUTFChars(jni, value, chars);
	return true;
}

void vm_set_property(JNIEnv *jni, const char *name, const char *value)
{
	jclass system;
	jmethodID set;
	jstring key, text;

	if (jni == NULL) {
		(*vm.jvmti)->SetSystemProperty(vm.jvmti, name, value);
		return;
	}
	system = (*jni)->FindClass(jni, "java/lang/System");
	set = system == NULL ? NULL
	                     : (*jni)->GetStaticMethodID(
	                               jni, system, "setProperty",
	                               "(Ljava/lang/String;Ljava/lang/String;)Ljava/lang/String;");
	key = (*jni)->NewStringUTF(jni, name);
	text = (*jni)->NewStringUTF(jni, value);
	if (set != NULL && key != NULL && text != NULL)
		(*jni)->CallStaticObjectMethod(jni, system, set, key, text);
	vm_clear_exception(jni);
}

const char *vm_error_name(jvmtiError error, char *text, size_t n)
{
	char *name = NULL;

	if ((*vm.jvmti)->GetErrorName(vm.jvmti, error, &name) == JVMTI_ERROR_NONE && name != NULL) {
		snprintf(text, n, "%s (%d)", name, (int)error);
		(*vm.jvmti)->Deallocate(vm.jvmti, (unsigned char *)name);
	} else {
		snprintf(text, n, "JVMTI error %d", (int)error);
	}
	return text;
}

bool vm_start_thread(JNIEnv *jni, const char *name, jvmtiStartFunction run)
{
	jclass type = (*jni)->FindClass(jni, "java/lang/Thread");
	jmethodID make =
	        type == NULL ? NULL
	                     : (*jni)->GetMethodID(jni, type, "<init>", "(Ljava/lang/String;)V");
	jstring text = make == NULL ? NULL : (*jni)->NewStringUTF(jni, name);
	jobject thread = text == NULL ? NULL : (*jni)->NewObject(jni, type, make, text);

	if (vm_clear_exception(jni) || thread == NULL)
		return false;
	return (*vm.jvmti)->RunAgentThread(vm.jvmti, thread, run, NULL,
	                                   JVMTI_THREAD_NORM_PRIORITY) == JVMTI_ERROR_NONE;
}

jthread vm_current_thread(void)
{
	jthread thread = NULL;

	if ((*vm.jvmti)->GetCurrentThread(vm.jvmti, &thread) != JVMTI_ERROR_NONE)
		return NULL;
	return thread;
}

bool vm_is_virtual(JNIEnv *jni, jthread thread)
{
	void *const *table = (void *const *)*jni;

	if (vm.java_version < 21)
		return false;
	return ((is_virtual_thread)table[IS_VIRTUAL_THREAD_SLOT])(jni, thread) == JNI_TRUE;
}

bool vm_clear_exception(JNIEnv *jni)
{
	if (!(*jni)->ExceptionCheck(jni))
		return false;
	(*jni)->ExceptionClear(jni);
	return true;
}
