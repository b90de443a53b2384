// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* The JVM's doors: Agent_OnLoad, Agent_OnAttach, and the callbacks. Also how copies of the agent in
 * one process find each other. */

#include <inttypes.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../include/jdhat.h"
#include "agent.h"
#include "agent_thread.h"
#include "carriers.h"
#include "classes.h"
#include "commands.h"
#include "dictionary.h"
#include "draws.h"
#include "epoch.h"
#include "exit_hook.h"
#include "jvm.h"
#include "log.h"
#include "open_windows.h"
#include "sampler.h"
#include "session.h"
#include "vm.h"

/* Where a copy of the agent says that it is there: "abi version pid entry path". */
#define PROPERTY "dev.jdhat.agent"

/* What another copy calls. Its first field never changes its meaning. */
struct entry_table {
	int32_t abi;
	bool (*run)(JNIEnv *jni, const char *text, enum format_door door, char *answer, size_t n);
};
static const struct entry_table entry_table = {JDHAT_ABI, commands_run};

enum loaded { NOT_LOADED, LOADING, LOADED, REFUSED };
static _Atomic int loaded;
/* JVMTI does not promise that a thread which gets an event sees what was written before the event
 * was enabled. */
static _Atomic bool entered;
static struct options load_options;
static char *load_text;
static struct platform_semaphore vm_is_dying; /* ends the wait for a delayed start */

static void JNICALL on_collection_finish(jvmtiEnv *jvmti)
{
	(void)jvmti;
	epoch_count_collection();
	epoch_close(CLOCK_COLLECTION, REASON_NONE);
	agent_thread_wake();
}

static void JNICALL on_thread_start(jvmtiEnv *jvmti, JNIEnv *jni, jthread thread)
{
	(void)jvmti;
	if (!atomic_load(&entered) || carriers_ours())
		return;
	if (exit_hook_is(jni, thread))
		exit_hook_run(jni, load_options.report_timeout_us);
	else
		sampler_thread_start(draws_born_before(thread));
}

static void JNICALL on_thread_end(jvmtiEnv *jvmti, JNIEnv *jni, jthread thread)
{
	(void)jvmti;
	(void)jni;
	(void)thread;
	carriers_thread_end();
}

static void publish(JNIEnv *jni)
{
	char path[PLATFORM_PATH_MAX], value[PLATFORM_PATH_MAX + 128];

	if (!platform_own_path(path, sizeof path))
		snprintf(path, sizeof path, "?");
	snprintf(value, sizeof value, "%d %s %" PRIu64 " %" PRIxPTR " %s", JDHAT_ABI, JDHAT_VERSION,
	         platform_process_id(), (uintptr_t)&entry_table, path);
	vm_set_property(jni, PROPERTY, value);
}

/* The other copy in this process, NULL when there is none. False in *same when it is another
 * version. */
static const struct entry_table *find_other(JNIEnv *jni, char *other, size_t n, bool *same)
{
	char value[PLATFORM_PATH_MAX + 128], version[64] = "";
	unsigned long long pid = 0, address = 0;
	const struct entry_table *table;
	int abi = 0;

	if (!vm_java_property(jni, PROPERTY, value, sizeof value) ||
	    sscanf(value, "%d %63s %llu %llx", &abi, version, &pid, &address) != 4 ||
	    pid != platform_process_id())
		return NULL;
	table = (const struct entry_table *)(uintptr_t)address;
	*same = abi == JDHAT_ABI && strcmp(version, JDHAT_VERSION) == 0;
	snprintf(other, n, "%s", version);
	return table;
}

/* At load JVMTI cannot make a new property, so a second copy on the same command line is met here.
 */
static bool publish_first(JNIEnv *jni)
{
	char other[64];
	bool same;

	if (find_other(jni, other, sizeof other, &same) != NULL) {
		log_info("jdhat %s is in this JVM already; this copy, %s, stays out of its way",
		         other, JDHAT_VERSION);
		return false;
	}
	publish(jni);
	return true;
}

/* A thread of ours that does nothing but wait and start. */
static void JNICALL start_late(jvmtiEnv *jvmti, JNIEnv *jni, void *argument)
{
	(void)jvmti;
	(void)argument;
	carriers_set_ours();
	if (!platform_semaphore_wait(&vm_is_dying, load_options.start_delay_us))
		commands_start_at_load(jni, &load_options, load_text);
}

static void JNICALL on_vm_init(jvmtiEnv *jvmti, JNIEnv *jni, jthread thread)
{
	(void)jvmti;
	(void)thread;
	vm_live();
	if (!publish_first(jni))
		return;
	if (load_options.start == START_NOW)
		commands_start_at_load(jni, &load_options, load_text);
	else if (load_options.start == START_DELAY)
		vm_start_thread(jni, "jdhat start", start_late);
}

static void JNICALL on_vm_death(jvmtiEnv *jvmti, JNIEnv *jni)
{
	struct session_view view;

	(void)jvmti;
	(void)jni;
	session_view(&view);
	platform_semaphore_post(&vm_is_dying);
	session_dying();
	if (view.state == SESSION_RECORDING && !exit_hook_reported() && view.report[0] != '\0')
		log_info("the program ended without its shutdown hooks; the recording is %s: make "
		         "the profile with "
		         "`jdhat report %s`",
		         view.file, view.file);
}

static void enable(jvmtiEvent event)
{
	(*vm.jvmti)->SetEventNotificationMode(vm.jvmti, JVMTI_ENABLE, event, NULL);
}

/* Callbacks are set once and never again: setting them later can deadlock the VM (17.0.6 to 25). */
static void set_callbacks(void)
{
	jvmtiEventCallbacks callbacks;
	jvmtiCapabilities wanted;

	memset(&wanted, 0, sizeof wanted);
	wanted.can_generate_garbage_collection_events = 1;
	wanted.can_get_line_numbers = 1;
	wanted.can_get_source_file_name = 1;
	wanted.can_get_bytecodes = 1;
	(*vm.jvmti)->AddCapabilities(vm.jvmti, &wanted);
	memset(&callbacks, 0, sizeof callbacks);
	callbacks.SampledObjectAlloc = sampler_allocation;
	callbacks.ClassPrepare = sampler_class_prepare;
	callbacks.GarbageCollectionFinish = on_collection_finish;
	callbacks.ThreadStart = on_thread_start;
	callbacks.ThreadEnd = on_thread_end;
	callbacks.VMInit = on_vm_init;
	callbacks.VMDeath = on_vm_death;
	atomic_store(&entered, true);
	(*vm.jvmti)->SetEventCallbacks(vm.jvmti, &callbacks, (jint)sizeof callbacks);
	enable(JVMTI_EVENT_THREAD_START);
	enable(JVMTI_EVENT_THREAD_END);
	enable(JVMTI_EVENT_VM_DEATH);
}

/* False when this process wants no agent, or cannot have one. Said once. */
static bool enter(JavaVM *java_vm, JNIEnv *jni, const struct options *options)
{
	platform_pin_library();
	platform_semaphore_init(&vm_is_dying);
	if (!vm_enter(java_vm)) {
		log_error("this JVM is not supported: jdhat needs HotSpot 11 or newer");
		return false;
	}
	windows_init();
	if (!dictionary_init() || !classes_init()) {
		log_error("out of memory");
		return false;
	}
	set_callbacks();
	session_enter(options, jni == NULL);
	if (jni == NULL) {
		enable(JVMTI_EVENT_VM_INIT);
	} else {
		vm_live();
		publish(jni);
	}
	return true;
}

/* Where an answer goes. */
struct answer {
	char *text;
	size_t n;
};

static bool run_elsewhere(JNIEnv *jni, const struct entry_table *table, const char *other,
                          bool same, const char *text, enum format_door door, struct answer answer)
{
	char message[256];

	if (same)
		return table->run(jni, text, door, answer.text, answer.n);
	snprintf(message, sizeof message,
	         "jdhat %s is in this JVM already and this is %s; use the same version, or restart "
	         "the program",
	         other, JDHAT_VERSION);
	commands_refuse(text, message, answer.text, answer.n);
	return false;
}

/* Another thread came first, and is not done yet. */
static void wait_until_entered(void)
{
	struct platform_semaphore never;

	platform_semaphore_init(&never);
	while (atomic_load(&loaded) == LOADING)
		platform_semaphore_wait(&never, 1000);
}

bool agent_run_late(JavaVM *java_vm, JNIEnv *jni, const char *text, enum format_door door,
                    char *reply, size_t n)
{
	struct options options;
	char message[OPTIONS_MESSAGE_MAX], other[64];
	const struct entry_table *table;
	int expected = NOT_LOADED;
	bool same = false;

	if (atomic_load(&loaded) == NOT_LOADED) {
		table = find_other(jni, other, sizeof other, &same);
		if (table != NULL)
			return run_elsewhere(jni, table, other, same, text, door,
			                     (struct answer){reply, n});
		options_parse(text, &options, message);
		if (atomic_compare_exchange_strong(&loaded, &expected, LOADING)) {
			load_options.report_timeout_us = options.report_timeout_us;
			atomic_store(&loaded, enter(java_vm, jni, &options) ? LOADED : REFUSED);
		}
	}
	wait_until_entered();
	if (atomic_load(&loaded) == LOADED)
		return commands_run(jni, text, door, reply, n);
	commands_refuse(text,
	                "jdhat could not enter this JVM; the reason was said on its error stream",
	                reply, n);
	return false;
}

static bool unwanted(void)
{
	const char *child = platform_environment("JDHAT_CHILD");

	return child != NULL && child[0] != '\0';
}

/* Always JNI_OK: whatever is wrong with the agent, the program runs on. */
JNIEXPORT jint JNICALL Agent_OnLoad(JavaVM *java_vm, char *text, void *reserved)
{
	char message[OPTIONS_MESSAGE_MAX];
	int expected = NOT_LOADED;

	(void)reserved;
	if (unwanted())
		return JNI_OK;
	if (!atomic_compare_exchange_strong(&loaded, &expected, LOADING)) {
		log_info("the agent is named twice on the command line; the second one is ignored");
		return JNI_OK;
	}
	/* Whatever was wrong with this string, a later attach may bring a better one. */
	if (!options_parse(text, &load_options, message)) {
		log_error("%s; the program runs on without jdhat", message);
		atomic_store(&loaded, NOT_LOADED);
		return JNI_OK;
	}
	if (load_options.command == COMMAND_HELP) {
		log_info("%s", options_help());
		atomic_store(&loaded, NOT_LOADED);
		return JNI_OK;
	}
	log_quiet(load_options.quiet);
	load_text = text != NULL ? strcpy(malloc(strlen(text) + 1), text) : NULL;
	atomic_store(&loaded, enter(java_vm, NULL, &load_options) ? LOADED : REFUSED);
	return JNI_OK;
}

/* JNI_OK here too: on 21 and later any other answer unmaps the library under our callbacks. */
JNIEXPORT jint JNICALL Agent_OnAttach(JavaVM *java_vm, char *text, void *reserved)
{
	JNIEnv *jni = NULL;

	(void)reserved;
	if (unwanted())
		return JNI_OK;
	if ((*java_vm)->GetEnv(java_vm, (void **)&jni, JNI_VERSION_10) == JNI_OK)
		agent_run_late(java_vm, jni, text, DOOR_ATTACH, NULL, 0);
	return JNI_OK;
}

/* System.load is no door: it ties a library to a class loader. */
JNIEXPORT jint JNICALL JNI_OnLoad(JavaVM *java_vm, void *reserved)
{
	(void)java_vm;
	(void)reserved;
	return JNI_VERSION_10;
}
