// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* The least that an agent can do with heap sampling: nothing. What a program costs under it is the
 * VM's own price of the event, the floor for every agent. The options are the mean interval in
 * bytes, 0 for every block. */
#include <jvmti.h>
#include <stdlib.h>
#include <string.h>

static void JNICALL on_allocation(jvmtiEnv *jvmti, JNIEnv *env, jthread thread, jobject object,
				  jclass class, jlong size)
{
	(void)jvmti;
	(void)env;
	(void)thread;
	(void)object;
	(void)class;
	(void)size;
}

/* A failure ends the VM: nobody may take a program without events for the floor. */
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
	memset(&callbacks, 0, sizeof callbacks);
	callbacks.SampledObjectAlloc = on_allocation;
	if ((*jvmti)->AddCapabilities(jvmti, &wanted) != JVMTI_ERROR_NONE ||
	    (*jvmti)->SetEventCallbacks(jvmti, &callbacks, sizeof callbacks) !=
		    JVMTI_ERROR_NONE ||
	    (*jvmti)->SetHeapSamplingInterval(jvmti, options ? atoi(options) : 0) !=
		    JVMTI_ERROR_NONE ||
	    (*jvmti)->SetEventNotificationMode(jvmti, JVMTI_ENABLE,
					       JVMTI_EVENT_SAMPLED_OBJECT_ALLOC,
					       NULL) != JVMTI_ERROR_NONE)
		return JNI_ERR;
	return JNI_OK;
}
