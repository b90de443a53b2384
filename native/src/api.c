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

int32_t jdhat_attach(JNIEnv *jni, const char *options, char *reply, int32_t size)
{
	JavaVM *java_vm = NULL;

	if (size <= 0)
		reply = NULL;
	if (reply != NULL)
		reply[0] = '\0';
	if ((*jni)->GetJavaVM(jni, &java_vm) != JNI_OK)
		return 1;
	return agent_run_late(java_vm, jni, options, DOOR_API, reply,
	                      reply != NULL ? (size_t)size : 0)
	               ? 0
	               : 1;
}
