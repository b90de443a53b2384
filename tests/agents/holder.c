// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* Another profiler, as far as jdhat can tell: it takes the capability for heap sampling when it is
 * loaded and never gives it back. Only one agent of a JVM can have it. */
#include <jvmti.h>
#include <string.h>

static jint hold(JavaVM *vm)
{
	jvmtiEnv *jvmti = NULL;
	jvmtiCapabilities wanted;

	if ((*vm)->GetEnv(vm, (void **)&jvmti, JVMTI_VERSION_11) != JNI_OK)
		return JNI_ERR;
	memset(&wanted, 0, sizeof wanted);
	wanted.can_generate_sampled_object_alloc_events = 1;
	return (*jvmti)->AddCapabilities(jvmti, &wanted) == JVMTI_ERROR_NONE ? JNI_OK : JNI_ERR;
}

JNIEXPORT jint JNICALL Agent_OnLoad(JavaVM *vm, char *options, void *reserved)
{
	(void)options;
	(void)reserved;
	return hold(vm);
}

JNIEXPORT jint JNICALL Agent_OnAttach(JavaVM *vm, char *options, void *reserved)
{
	(void)options;
	(void)reserved;
	return hold(vm);
}
