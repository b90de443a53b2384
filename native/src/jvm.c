// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "jvm.h"

#include <stdatomic.h>
#include <string.h>

#include "bytes.h"
#include "vm.h"

#define BEANS_MAX 8

enum bean_kind { BEAN_YOUNG, BEAN_OLD, BEAN_PAUSES };
struct bean {
	jobject bean;
	enum bean_kind kind;
};
static struct bean beans[BEANS_MAX];
static uint32_t bean_count;
static jmethodID collection_count, collection_time;
static jobject runtime, threads, direct;
static jmethodID total_memory, free_memory, max_memory, total_allocated, memory_used;
static _Atomic int collector; /* enum format_collector */
static bool opened;

static const struct {
	const char *name;
	enum format_collector collector;
	enum bean_kind kind;
} known[] = {
        {"Copy", COLLECTOR_SERIAL, BEAN_YOUNG},
        {"MarkSweepCompact", COLLECTOR_SERIAL, BEAN_OLD},
        {"PS Scavenge", COLLECTOR_PARALLEL, BEAN_YOUNG},
        {"PS MarkSweep", COLLECTOR_PARALLEL, BEAN_OLD},
        {"G1 Young Generation", COLLECTOR_G1, BEAN_YOUNG},
        {"G1 Old Generation", COLLECTOR_G1, BEAN_OLD},
        {"G1 Concurrent GC", COLLECTOR_G1, BEAN_PAUSES},
        {"ZGC", COLLECTOR_ZGC, BEAN_OLD},
        {"ZGC Cycles", COLLECTOR_ZGC, BEAN_OLD},
        {"ZGC Pauses", COLLECTOR_ZGC, BEAN_PAUSES},
        {"ZGC Minor Cycles", COLLECTOR_GENERATIONAL_ZGC, BEAN_YOUNG},
        {"ZGC Minor Pauses", COLLECTOR_GENERATIONAL_ZGC, BEAN_PAUSES},
        {"ZGC Major Cycles", COLLECTOR_GENERATIONAL_ZGC, BEAN_OLD},
        {"ZGC Major Pauses", COLLECTOR_GENERATIONAL_ZGC, BEAN_PAUSES},
        {"Shenandoah Cycles", COLLECTOR_SHENANDOAH, BEAN_OLD},
        {"Shenandoah Pauses", COLLECTOR_SHENANDOAH, BEAN_PAUSES},
        {"Epsilon Heap", COLLECTOR_EPSILON, BEAN_PAUSES},
};

static bool text_of(JNIEnv *jni, jstring string, char *text, jsize n)
{
	jsize length;

	if (vm_clear_exception(jni) || string == NULL)
		return false;
	length = (*jni)->GetStringUTFLength(jni, string);
	if (length >= n)
		return false;
	(*jni)->GetStringUTFRegion(jni, string, 0, (*jni)->GetStringLength(jni, string), text);
	text[length] = '\0';
	return !vm_clear_exception(jni);
}

/* Generational Shenandoah has the bean names of the other; its memory pools tell it apart. */
static bool has_young_pool(JNIEnv *jni, jclass type, jobject bean)
{
	jmethodID pools =
	        (*jni)->GetMethodID(jni, type, "getMemoryPoolNames", "()[Ljava/lang/String;");
	jobjectArray names = pools == NULL ? NULL : (*jni)->CallObjectMethod(jni, bean, pools);
	char text[64];
	jsize i, n;

	if (vm_clear_exception(jni) || names == NULL)
		return false;
	n = (*jni)->GetArrayLength(jni, names);
	for (i = 0; i < n; i++)
		if (text_of(jni, (*jni)->GetObjectArrayElement(jni, names, i), text, sizeof text) &&
		    strstr(text, "Young") != NULL)
			return true;
	return false;
}

static void add_bean(JNIEnv *jni, jclass type, jobject bean)
{
	jmethodID get_name = (*jni)->GetMethodID(jni, type, "getName", "()Ljava/lang/String;");
	char name[64];
	size_t i;

	if (bean_count == BEANS_MAX || get_name == NULL ||
	    !text_of(jni, (*jni)->CallObjectMethod(jni, bean, get_name), name, sizeof name))
		return;
	for (i = 0; i < sizeof known / sizeof known[0]; i++) {
		if (strcmp(name, known[i].name) != 0)
			continue;
		collector = known[i].collector;
		beans[bean_count].bean = (*jni)->NewGlobalRef(jni, bean);
		beans[bean_count++].kind = known[i].kind;
	}
	if (collector == COLLECTOR_SHENANDOAH && has_young_pool(jni, type, bean))
		collector = COLLECTOR_GENERATIONAL_SHENANDOAH;
}

static void for_each(JNIEnv *jni, jobject list, jclass type,
                     void (*visit)(JNIEnv *, jclass, jobject))
{
	jclass lists = (*jni)->FindClass(jni, "java/util/List");
	jmethodID size = (*jni)->GetMethodID(jni, lists, "size", "()I");
	jmethodID get = (*jni)->GetMethodID(jni, lists, "get", "(I)Ljava/lang/Object;");
	jint i, n = (*jni)->CallIntMethod(jni, list, size);

	for (i = 0; i < n && !vm_clear_exception(jni); i++)
		visit(jni, type, (*jni)->CallObjectMethod(jni, list, get, i));
	vm_clear_exception(jni);
}

static void open_collectors(JNIEnv *jni, jclass factory)
{
	jclass type = (*jni)->FindClass(jni, "java/lang/management/GarbageCollectorMXBean");
	jmethodID list = (*jni)->GetStaticMethodID(jni, factory, "getGarbageCollectorMXBeans",
	                                           "()Ljava/util/List;");
	jobject all;

	if (vm_clear_exception(jni) || type == NULL || list == NULL)
		return;
	collection_count = (*jni)->GetMethodID(jni, type, "getCollectionCount", "()J");
	collection_time = (*jni)->GetMethodID(jni, type, "getCollectionTime", "()J");
	all = (*jni)->CallStaticObjectMethod(jni, factory, list);
	if (!vm_clear_exception(jni) && all != NULL && collection_count != NULL &&
	    collection_time != NULL)
		for_each(jni, all, type, add_bean);
	vm_clear_exception(jni);
}

static void open_threads(JNIEnv *jni, jclass factory)
{
	jmethodID get = (*jni)->GetStaticMethodID(jni, factory, "getThreadMXBean",
	                                          "()Ljava/lang/management/ThreadMXBean;");
	jclass type = vm.java_version >= 21
	                      ? (*jni)->FindClass(jni, "com/sun/management/ThreadMXBean")
	                      : NULL;
	jobject bean;

	if (vm_clear_exception(jni) || get == NULL || type == NULL)
		return;
	total_allocated = (*jni)->GetMethodID(jni, type, "getTotalThreadAllocatedBytes", "()J");
	bean = (*jni)->CallStaticObjectMethod(jni, factory, get);
	if (!vm_clear_exception(jni) && total_allocated != NULL && bean != NULL &&
	    (*jni)->IsInstanceOf(jni, bean, type))
		threads = (*jni)->NewGlobalRef(jni, bean);
}

static void add_direct(JNIEnv *jni, jclass type, jobject bean)
{
	jmethodID get_name = (*jni)->GetMethodID(jni, type, "getName", "()Ljava/lang/String;");
	char name[64];

	if (get_name != NULL &&
	    text_of(jni, (*jni)->CallObjectMethod(jni, bean, get_name), name, sizeof name) &&
	    strcmp(name, "direct") == 0)
		direct = (*jni)->NewGlobalRef(jni, bean);
}

static void open_direct(JNIEnv *jni, jclass factory)
{
	jclass type = (*jni)->FindClass(jni, "java/lang/management/BufferPoolMXBean");
	jmethodID get = (*jni)->GetStaticMethodID(jni, factory, "getPlatformMXBeans",
	                                          "(Ljava/lang/Class;)Ljava/util/List;");
	jobject list;

	if (vm_clear_exception(jni) || type == NULL || get == NULL)
		return;
	memory_used = (*jni)->GetMethodID(jni, type, "getMemoryUsed", "()J");
	list = (*jni)->CallStaticObjectMethod(jni, factory, get, type);
	if (!vm_clear_exception(jni) && list != NULL && memory_used != NULL)
		for_each(jni, list, type, add_direct);
}

static void open_runtime(JNIEnv *jni)
{
	jclass type = (*jni)->FindClass(jni, "java/lang/Runtime");
	jmethodID get = (*jni)->GetStaticMethodID(jni, type, "getRuntime", "()Ljava/lang/Runtime;");

	runtime = (*jni)->NewGlobalRef(jni, (*jni)->CallStaticObjectMethod(jni, type, get));
	total_memory = (*jni)->GetMethodID(jni, type, "totalMemory", "()J");
	free_memory = (*jni)->GetMethodID(jni, type, "freeMemory", "()J");
	max_memory = (*jni)->GetMethodID(jni, type, "maxMemory", "()J");
}

void jvm_open(JNIEnv *jni)
{
	jclass factory;

	if (opened || (*jni)->PushLocalFrame(jni, 64) != 0) {
		vm_clear_exception(jni);
		return;
	}
	opened = true;
	open_runtime(jni);
	factory = (*jni)->FindClass(jni, "java/lang/management/ManagementFactory");
	if (!vm_clear_exception(jni) && factory != NULL) {
		open_collectors(jni, factory);
		open_threads(jni, factory);
		open_direct(jni, factory);
	}
	vm_clear_exception(jni);
	(*jni)->PopLocalFrame(jni, NULL);
}

enum format_collector jvm_collector(void)
{
	return (enum format_collector)atomic_load(&collector);
}

bool jvm_concurrent(void)
{
	return collector == COLLECTOR_ZGC || collector == COLLECTOR_GENERATIONAL_ZGC ||
	       collector == COLLECTOR_SHENANDOAH || collector == COLLECTOR_GENERATIONAL_SHENANDOAH;
}

bool jvm_old_is_full(void)
{
	return collector != COLLECTOR_UNKNOWN && collector != COLLECTOR_GENERATIONAL_SHENANDOAH;
}

static uint64_t call(JNIEnv *jni, jobject object, jmethodID method)
{
	jlong value;

	if (object == NULL || method == NULL)
		return COUNTER_UNKNOWN;
	value = (*jni)->CallLongMethod(jni, object, method);
	return vm_clear_exception(jni) || value < 0 ? COUNTER_UNKNOWN : (uint64_t)value;
}

static void read_collectors(JNIEnv *jni, struct jvm_counters *counters)
{
	uint64_t young = 0, old = 0, ms = 0;
	uint32_t i;

	for (i = 0; i < bean_count; i++) {
		uint64_t count = call(jni, beans[i].bean, collection_count);
		uint64_t time = call(jni, beans[i].bean, collection_time);

		if (beans[i].kind == BEAN_PAUSES || count == COUNTER_UNKNOWN)
			continue;
		*(beans[i].kind == BEAN_OLD ? &old : &young) += count;
		ms += time == COUNTER_UNKNOWN ? 0 : time;
	}
	counters->young = bean_count > 0 ? young : COUNTER_UNKNOWN;
	counters->old = bean_count > 0 ? old : COUNTER_UNKNOWN;
	counters->gc_us = bean_count > 0 ? ms * 1000 : COUNTER_UNKNOWN;
}

void jvm_read(JNIEnv *jni, struct jvm_counters *counters)
{
	uint64_t unused;

	counters->heap_committed = call(jni, runtime, total_memory);
	unused = call(jni, runtime, free_memory);
	/* Two calls: the heap may have grown between them. */
	counters->heap_used = counters->heap_committed == COUNTER_UNKNOWN ||
	                                      unused == COUNTER_UNKNOWN ||
	                                      unused > counters->heap_committed
	                              ? COUNTER_UNKNOWN
	                              : counters->heap_committed - unused;
	counters->allocated = call(jni, threads, total_allocated);
	counters->direct = call(jni, direct, memory_used);
	read_collectors(jni, counters);
}

uint64_t jvm_max_heap(JNIEnv *jni)
{
	return call(jni, runtime, max_memory);
}
