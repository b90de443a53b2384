// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* What the JVMTI manual suggests to whoever wants to know where blocks come from and when they die:
 * a walk of the stack, a tag, and the event of the tagged block's end. It keeps nothing of what it
 * is told, so an agent made like this could only be slower. The options are the mean interval in
 * bytes, 0 for every block. */
#include <jvmti.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

enum { DEPTH = 128 };

static atomic_llong born;
static atomic_llong died;

static void JNICALL on_allocation(jvmtiEnv *jvmti, JNIEnv *env, jthread thread, jobject object,
				  jclass class, jlong size)
{
	jvmtiFrameInfo frames[DEPTH];
	jint count;

	(void)env;
	(void)class;
	(void)size;
	(*jvmti)->GetStackTrace(jvmti, thread, 0, DEPTH, frames, &count);
	(*jvmti)->SetTag(jvmti, object, atomic_fetch_add(&born, 1) + 1);
}

static void JNICALL on_free(jvmtiEnv *jvmti, jlong tag)
{
	(void)jvmti;
	(void)tag;
	atomic_fetch_add(&died, 1);
}

static jvmtiError enable(jvmtiEnv *jvmti, jvmtiEvent event)
{
	return (*jvmti)->SetEventNotificationMode(jvmti, JVMTI_ENABLE, event, NULL);
}

/* A failure ends the VM. Both events are turned on here, for ever: to turn ObjectFree on or off
 * while the program runs can lock up the VM (17.0.6 to 25). */
JNIEXPORT jint JNICALL Agent_OnLoad(JavaVM *vm, char *options, void *reserved)
{
	jvmtiEnv *jvmti = NULL;
	jvmtiCapabilities wanted;
	jvmtiEventCallbacks callbacks;

	(void)reserved;
	if ((*vm)->GetEnv(vm, (void **)&jvmti, JVMTI_VERSION_11) != JNI_OK)
		return JNI_ERR;
	memset(&wanted, 0, sizeof wanted);
	wanted.can_generate_sampled_object_alloc_events = 1;
	wanted.can_generate_object_free_events = 1;
	wanted.can_tag_objects = 1;
	memset(&callbacks, 0, sizeof callbacks);
	callbacks.SampledObjectAlloc = on_allocation;
	callbacks.ObjectFree = on_free;
	if ((*jvmti)->AddCapabilities(jvmti, &wanted) != JVMTI_ERROR_NONE ||
	    (*jvmti)->SetEventCallbacks(jvmti, &callbacks, sizeof callbacks) !=
		    JVMTI_ERROR_NONE ||
	    (*jvmti)->SetHeapSamplingInterval(jvmti, options ? atoi(options) : 0) !=
		    JVMTI_ERROR_NONE ||
	    enable(jvmti, JVMTI_EVENT_OBJECT_FREE) != JVMTI_ERROR_NONE ||
	    enable(jvmti, JVMTI_EVENT_SAMPLED_OBJECT_ALLOC) != JVMTI_ERROR_NONE)
		return JNI_ERR;
	return JNI_OK;
}
