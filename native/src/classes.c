// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "classes.h"

#include <jvmti.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "budget.h"
#include "dictionary.h"
#include "platform/platform.h"
#include "vm.h"

#define BUCKETS 16384u

struct entry {
	jweak type;
	uint32_t class_id;
	uint32_t bucket;
	bool dead;
	uint32_t retired; /* generation in which it was unlinked */
	struct entry *_Atomic next;
	struct entry *next_retired;
};

static struct entry *_Atomic *buckets;
static struct platform_lock lock;
static struct entry *retired;

bool classes_init(void)
{
	if (buckets != NULL)
		return true;
	platform_lock_init(&lock);
	budget_force(BUCKETS * sizeof *buckets);
	buckets = calloc(BUCKETS, sizeof *buckets);
	return buckets != NULL;
}

static const char *primitive(char code)
{
	switch (code) {
	case 'Z':
		return "boolean";
	case 'B':
		return "byte";
	case 'C':
		return "char";
	case 'S':
		return "short";
	case 'I':
		return "int";
	case 'J':
		return "long";
	case 'F':
		return "float";
	case 'D':
		return "double";
	default:
		return "?";
	}
}

/* "[Ljava/lang/String;" becomes "java.lang.String[]"; a hidden class's "a/B.0x12" becomes
 * "a.B/0x12". */
static uint32_t intern_readable(const char *signature, bool *hidden)
{
	size_t dimensions = strspn(signature, "["), n = strlen(signature), used, i;
	const char *element = signature + dimensions;
	char *text = malloc(n + 16 + 2 * dimensions);
	uint32_t id;

	if (text == NULL)
		return 0;
	if (*element == 'L') {
		used = strlen(element) - 2;
		for (i = 0; i < used; i++) {
			char c = element[i + 1];

			text[i] = c == '/' ? '.' : c == '.' ? '/' : c;
			if (c == '.' && hidden != NULL)
				*hidden = true;
		}
	} else {
		const char *name = primitive(*element);

		used = strlen(name);
		memcpy(text, name, used);
	}
	for (i = 0; i < dimensions; i++, used += 2)
		memcpy(text + used, "[]", 2);
	text[used] = '\0';
	id = dictionary_string(text);
	free(text);
	return id;
}

uint32_t classes_name(jclass type, bool *hidden)
{
	char *signature = NULL;
	uint32_t id;

	if ((*vm.jvmti)->GetClassSignature(vm.jvmti, type, &signature, NULL) != JVMTI_ERROR_NONE)
		return dictionary_string("[unknown class]");
	id = intern_readable(signature, hidden);
	(*vm.jvmti)->Deallocate(vm.jvmti, (unsigned char *)signature);
	return id;
}

static struct entry *find(uint32_t bucket, JNIEnv *jni, jclass type)
{
	struct entry *entry = atomic_load_explicit(&buckets[bucket], memory_order_acquire);

	while (entry != NULL && !(*jni)->IsSameObject(jni, entry->type, type))
		entry = atomic_load_explicit(&entry->next, memory_order_acquire);
	return entry;
}

/* Two racing adds of one class leave two entries of one meaning: harmless. */
static struct entry *add(uint32_t bucket, JNIEnv *jni, jclass type)
{
	uint32_t name = classes_name(type, NULL), class_id = name != 0 ? dictionary_class(name) : 0;
	struct entry *entry;

	if (class_id == 0 || !budget_take(sizeof *entry + 9))
		return NULL;
	entry = calloc(1, sizeof *entry);
	if (entry != NULL)
		entry->type = (*jni)->NewWeakGlobalRef(jni, type);
	if (entry == NULL || entry->type == NULL) {
		vm_clear_exception(jni);
		free(entry);
		budget_give(sizeof *entry + 9);
		return NULL;
	}
	entry->class_id = class_id;
	entry->bucket = bucket;
	platform_lock_acquire(&lock);
	atomic_store_explicit(&entry->next, atomic_load(&buckets[bucket]), memory_order_relaxed);
	atomic_store_explicit(&buckets[bucket], entry, memory_order_release);
	platform_lock_release(&lock);
	return entry;
}

uint32_t classes_of(uint32_t stack, JNIEnv *jni, jclass type)
{
	_Atomic(uintptr_t) *slot = dictionary_stack_slot(stack);
	struct entry *entry = (struct entry *)atomic_load_explicit(slot, memory_order_acquire);
	uint32_t bucket, name;
	jint hash = 0;

	if (entry != NULL && (*jni)->IsSameObject(jni, entry->type, type))
		return entry->class_id;
	if ((*vm.jvmti)->GetObjectHashCode(vm.jvmti, type, &hash) != JVMTI_ERROR_NONE)
		hash = 0;
	bucket = ((uint32_t)hash * 2654435761u) >> 18;
	entry = find(bucket, jni, type);
	if (entry == NULL)
		entry = add(bucket, jni, type);
	if (entry != NULL) {
		atomic_store_explicit(slot, (uintptr_t)entry, memory_order_release);
		return entry->class_id;
	}
	/* No room for an entry: the name is still known, or was. */
	name = classes_name(type, NULL);
	return name != 0 ? dictionary_class(name) : 0;
}

static void unlink_dead(struct entry *entry)
{
	struct entry *_Atomic *link = &buckets[entry->bucket];

	platform_lock_acquire(&lock);
	while (atomic_load(link) != entry)
		link = &atomic_load(link)->next;
	atomic_store_explicit(link, atomic_load(&entry->next), memory_order_release);
	platform_lock_release(&lock);
}

static void free_retired(JNIEnv *jni, uint32_t generation)
{
	struct entry **link = &retired;

	while (*link != NULL) {
		struct entry *entry = *link;

		if (generation - entry->retired < 2) {
			link = &entry->next_retired;
			continue;
		}
		*link = entry->next_retired;
		(*jni)->DeleteWeakGlobalRef(jni, entry->type);
		free(entry);
		budget_give(sizeof *entry + 9);
	}
}

/* An entry whose class is gone can match no event, so nobody puts it into a slot again once the
 * slots are cleared; who had read it before is waited for by its generation. */
void classes_collect(JNIEnv *jni, uint32_t generation)
{
	uint32_t bucket, stack, stacks, dead = 0;

	for (bucket = 0; bucket < BUCKETS; bucket++) {
		struct entry *entry = atomic_load_explicit(&buckets[bucket], memory_order_acquire),
		             *next;

		for (; entry != NULL; entry = next) {
			next = atomic_load(&entry->next);
			if (!(*jni)->IsSameObject(jni, entry->type, NULL))
				continue;
			entry->dead = true;
			entry->retired = generation;
			unlink_dead(entry);
			entry->next_retired = retired;
			retired = entry;
			dead++;
		}
	}
	stacks = dead > 0 ? dictionary_stack_count() : 0;
	for (stack = 1; stack <= stacks; stack++) {
		_Atomic(uintptr_t) *slot = dictionary_stack_slot(stack);
		uintptr_t value = atomic_load(slot);

		if (value != 0 && ((struct entry *)value)->dead)
			atomic_compare_exchange_strong(slot, &value, 0);
	}
	free_retired(jni, generation);
}
