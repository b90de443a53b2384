// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "calls.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "adhoc.h"
#include "carriers.h"
#include "dictionary.h"
#include "draws.h"
#include "intervals.h"
#include "vm.h"

#define SIGNATURE "Ldev/jdhat/agent/AgentCalls;"

/* A copy of the class. Copies are only ever added; that of a class loader that is gone stays as an
 * empty entry. */
struct copy {
	jweak type;
	jfieldID ad_hoc;
	struct copy *next;
};
static _Atomic(struct copy *) copies;
static _Atomic bool recording;

static void JNICALL event(JNIEnv *jni, jclass type, jint kind, jlong weight)
{
	(void)type;
	if (weight > 0)
		adhoc_event(jni, (uint32_t)kind, (uint64_t)weight);
}

static jint JNICALL kind(JNIEnv *jni, jclass type, jstring name)
{
	const char *text = (*jni)->GetStringUTFChars(jni, name, NULL);
	uint32_t id;

	(void)type;
	if (text == NULL) {
		vm_clear_exception(jni);
		return 0;
	}
	id = dictionary_string(text);
	(*jni)->ReleaseStringUTFChars(jni, name, text);
	return (jint)id;
}

static jboolean JNICALL set_own(JNIEnv *jni, jclass type, jboolean on)
{
	jthread thread = vm_current_thread();
	struct carrier *carrier;
	bool before;

	(void)type;
	if (thread == NULL || vm_is_virtual(jni, thread))
		return JNI_FALSE;
	carrier = carriers_mine(draws_known() ? intervals_slot() : INTERVALS_UNKNOWN);
	if (carrier == NULL)
		return JNI_FALSE;
	before = carrier->own;
	carrier->own = on == JNI_TRUE;
	return before ? JNI_TRUE : JNI_FALSE;
}

/* One at a time: a copy of another version may lack one. */
static void register_methods(JNIEnv *jni, jclass type)
{
	JNINativeMethod methods[] = {
	        {(char *)"event", (char *)"(IJ)V", (void *)event},
	        {(char *)"kind", (char *)"(Ljava/lang/String;)I", (void *)kind},
	        {(char *)"setOwn", (char *)"(Z)Z", (void *)set_own},
	};
	size_t i;

	for (i = 0; i < sizeof methods / sizeof methods[0]; i++) {
		(*jni)->RegisterNatives(jni, type, &methods[i], 1);
		vm_clear_exception(jni);
	}
}

/* Whoever stores last has stored what is true now. */
static void tell(JNIEnv *jni, jclass type, const struct copy *copy)
{
	bool now;

	do {
		now = atomic_load(&recording);
		(*jni)->SetStaticBooleanField(jni, type, copy->ad_hoc, now ? JNI_TRUE : JNI_FALSE);
	} while (atomic_load(&recording) != now);
}

static bool is_bound(JNIEnv *jni, jclass type)
{
	const struct copy *copy;

	for (copy = atomic_load(&copies); copy != NULL; copy = copy->next)
		if ((*jni)->IsSameObject(jni, copy->type, type))
			return true;
	return false;
}

static void bind_class(JNIEnv *jni, jclass type)
{
	jfieldID field = (*jni)->GetStaticFieldID(jni, type, "adHoc", "Z");
	struct copy *copy;

	if (vm_clear_exception(jni) || field == NULL || (copy = calloc(1, sizeof *copy)) == NULL)
		return;
	copy->ad_hoc = field;
	copy->type = (*jni)->NewWeakGlobalRef(jni, type);
	if (vm_clear_exception(jni) || copy->type == NULL) {
		free(copy);
		return;
	}
	register_methods(jni, type);
	copy->next = atomic_load(&copies);
	while (!atomic_compare_exchange_weak(&copies, &copy->next, copy))
		;
	tell(jni, type, copy);
}

static bool is_ours(jclass type)
{
	char *signature = NULL;
	bool is = (*vm.jvmti)->GetClassSignature(vm.jvmti, type, &signature, NULL) ==
	                  JVMTI_ERROR_NONE &&
	          strcmp(signature, SIGNATURE) == 0;

	(*vm.jvmti)->Deallocate(vm.jvmti, (unsigned char *)signature);
	return is;
}

uint32_t calls_bind(JNIEnv *jni)
{
	jclass *classes = NULL;
	uint32_t bound = 0;
	jint n = 0, i;

	if ((*vm.jvmti)->GetLoadedClasses(vm.jvmti, &n, &classes) != JVMTI_ERROR_NONE)
		return 0;
	for (i = 0; i < n; i++) {
		if (is_ours(classes[i])) {
			if (!is_bound(jni, classes[i]))
				bind_class(jni, classes[i]);
			bound += is_bound(jni, classes[i]);
		}
		(*jni)->DeleteLocalRef(jni, classes[i]);
	}
	(*vm.jvmti)->Deallocate(vm.jvmti, (unsigned char *)classes);
	return bound;
}

void calls_record(JNIEnv *jni, bool ad_hoc)
{
	const struct copy *copy;

	atomic_store(&recording, ad_hoc);
	for (copy = atomic_load(&copies); copy != NULL; copy = copy->next) {
		jclass type = (*jni)->NewLocalRef(jni, copy->type);

		if (type == NULL)
			continue;
		tell(jni, type, copy);
		(*jni)->DeleteLocalRef(jni, type);
	}
}
