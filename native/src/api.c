// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* The program's door. */

#include "../include/jdhat.h"

#include <stddef.h>

#include "agent.h"

int32_t jdhat_abi_version(void)
{
	return JDHAT_ABI;
}

const char *jdhat_version(void)
{
	return JDHAT_VERSION;
}

int32_t jdhat_attach(JNIEnv *jni, const char *options)
{
	JavaVM *java_vm = NULL;

	if ((*jni)->GetJavaVM(jni, &java_vm) != JNI_OK)
		return 1;
	return agent_run_late(java_vm, jni, options, DOOR_API) ? 0 : 1;
}
