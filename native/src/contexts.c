// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "contexts.h"

#include <ctype.h>
#include <string.h>

#include "dictionary.h"
#include "vm.h"

/* IsVirtualThread stands here in JNI's table from 21 on; the headers of 17 do not name it. */
#define IS_VIRTUAL_THREAD_SLOT 234
typedef jboolean(JNICALL *is_virtual_thread)(JNIEnv *, jobject);

static bool is_virtual(JNIEnv *jni, jthread thread)
{
	void *const *table = (void *const *)*jni;

	if (vm.java_version < 21)
		return false;
	return ((is_virtual_thread)table[IS_VIRTUAL_THREAD_SLOT])(jni, thread) == JNI_TRUE;
}

/* "pool-3-thread-17" becomes "pool-*-thread-*": the threads of a pool count as one. */
static void cut_digits(char *name)
{
	char *from = name, *to = name;

	while (*from != '\0') {
		if (!isdigit((unsigned char)*from)) {
			*to++ = *from++;
			continue;
		}
		while (isdigit((unsigned char)*from))
			from++;
		*to++ = '*';
	}
	*to = '\0';
}

static uint32_t ask(JNIEnv *jni, jthread thread, enum options_threads threads, bool is_virtual_one)
{
	jvmtiThreadInfo info;
	uint32_t name;

	memset(&info, 0, sizeof info);
	if ((*vm.jvmti)->GetThreadInfo(vm.jvmti, thread, &info) != JVMTI_ERROR_NONE)
		return 0;
	if (info.thread_group != NULL)
		(*jni)->DeleteLocalRef(jni, info.thread_group);
	if (info.context_class_loader != NULL)
		(*jni)->DeleteLocalRef(jni, info.context_class_loader);
	if (threads == THREADS_POOL && info.name != NULL)
		cut_digits(info.name);
	name = dictionary_string(info.name == NULL || info.name[0] == '\0'
	                                 ? is_virtual_one ? "[virtual threads]"
	                                                  : "[unnamed threads]"
	                                 : info.name);
	(*vm.jvmti)->Deallocate(vm.jvmti, (unsigned char *)info.name);
	return name != 0 ? dictionary_context(0, name, 0) : 0;
}

uint32_t contexts_of(struct carrier *carrier, JNIEnv *jni, jthread thread,
                     enum options_threads threads, uint32_t session)
{
	if (is_virtual(jni, thread))
		return ask(jni, thread, threads, true);
	if (carrier->context_session != session) {
		carrier->context = ask(jni, thread, threads, false);
		carrier->context_session = session;
	}
	return carrier->context;
}
