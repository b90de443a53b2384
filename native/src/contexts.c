// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "contexts.h"

#include <ctype.h>
#include <string.h>

#include "dictionary.h"
#include "vm.h"

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
	uint32_t key;

	memset(&info, 0, sizeof info);
	if ((*vm.jvmti)->GetThreadInfo(vm.jvmti, thread, &info) != JVMTI_ERROR_NONE)
		return 0;
	if (info.thread_group != NULL)
		(*jni)->DeleteLocalRef(jni, info.thread_group);
	if (info.context_class_loader != NULL)
		(*jni)->DeleteLocalRef(jni, info.context_class_loader);
	if (threads == THREADS_POOL && info.name != NULL)
		cut_digits(info.name);
	key = dictionary_string(info.name == NULL || info.name[0] == '\0'
	                                ? is_virtual_one ? "[virtual threads]" : "[unnamed threads]"
	                                : info.name);
	(*vm.jvmti)->Deallocate(vm.jvmti, (unsigned char *)info.name);
	return key;
}

static uint32_t key_of(struct carrier *carrier, JNIEnv *jni, jthread thread,
                       enum options_threads threads, uint32_t session)
{
	if (threads == THREADS_NONE)
		return 0;
	if (vm_is_virtual(jni, thread))
		return ask(jni, thread, threads, true);
	if (carrier->key_session != session) {
		carrier->key = ask(jni, thread, threads, false);
		carrier->key_session = session;
	}
	return carrier->key;
}

uint32_t contexts_of(struct carrier *carrier, JNIEnv *jni, jthread thread,
                     enum options_threads threads, uint32_t session, uint32_t kind)
{
	uint32_t scope = windows_scope(&carrier->nest, session);
	uint32_t key = key_of(carrier, jni, thread, threads, session);
	uint32_t context = kind != 0 ? dictionary_context(scope, key, kind) : 0;

	if (context != 0 || (scope == 0 && key == 0))
		return context;
	if (carrier->context == 0 || carrier->context_scope != scope ||
	    carrier->context_key != key) {
		carrier->context = dictionary_context(scope, key, 0);
		carrier->context_scope = scope;
		carrier->context_key = key;
	}
	return carrier->context;
}
