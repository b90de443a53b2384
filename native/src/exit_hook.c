// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "exit_hook.h"

#include <stdatomic.h>
#include <stdio.h>
#include <string.h>

#include "carriers.h"
#include "log.h"
#include "platform/platform.h"
#include "session.h"
#include "vm.h"

static _Atomic(jobject) hook;
static _Atomic bool reported;

bool exit_hook_install(JNIEnv *jni)
{
	jclass threads = (*jni)->FindClass(jni, "java/lang/Thread");
	jclass runtimes = (*jni)->FindClass(jni, "java/lang/Runtime");
	jmethodID make, get, add;
	jstring name;
	jobject thread, runtime;

	if (atomic_load(&hook) != NULL)
		return true;
	if (vm_clear_exception(jni))
		return false;
	make = (*jni)->GetMethodID(jni, threads, "<init>", "(Ljava/lang/String;)V");
	get = (*jni)->GetStaticMethodID(jni, runtimes, "getRuntime", "()Ljava/lang/Runtime;");
	add = (*jni)->GetMethodID(jni, runtimes, "addShutdownHook", "(Ljava/lang/Thread;)V");
	name = (*jni)->NewStringUTF(jni, "jdhat exit");
	thread = name == NULL ? NULL : (*jni)->NewObject(jni, threads, make, name);
	runtime = thread == NULL ? NULL : (*jni)->CallStaticObjectMethod(jni, runtimes, get);
	if (runtime == NULL) {
		vm_clear_exception(jni);
		return false;
	}
	atomic_store(&hook, (*jni)->NewGlobalRef(jni, thread));
	(*jni)->CallVoidMethod(jni, runtime, add, thread);
	return !vm_clear_exception(jni);
}

bool exit_hook_is(JNIEnv *jni, jthread thread)
{
	jobject ours = atomic_load(&hook);

	return ours != NULL && (*jni)->IsSameObject(jni, ours, thread);
}

static bool find_launcher(char *java, size_t n)
{
	char home[PLATFORM_PATH_MAX];

	if (!vm_property("java.home", home, sizeof home))
		return false;
	snprintf(java, n, "%.3000s%cbin%cjava%s", home, PLATFORM_FILE_SEPARATOR,
	         PLATFORM_FILE_SEPARATOR, PLATFORM_FILE_SEPARATOR == '\\' ? ".exe" : "");
	return platform_file_exists(java);
}

static bool find_jar(char *jar, size_t n)
{
	char library[PLATFORM_PATH_MAX], *end;

	if (!platform_own_path(library, sizeof library))
		return false;
	end = strrchr(library, PLATFORM_FILE_SEPARATOR);
	if (end == NULL)
		return false;
	*end = '\0';
	snprintf(jar, n, "%.3000s%cjdhat.jar", library, PLATFORM_FILE_SEPARATOR);
	return platform_file_exists(jar);
}

static void say_how(const char *why, const char *file)
{
	log_info("%s; the recording is %s: make the profile with `jdhat report %s`", why, file,
	         file);
}

static void report(const struct session_view *view, uint64_t timeout_us)
{
	static const char *const without[] = {"JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS",
	                                      "_JAVA_OPTIONS", NULL};
	char java[PLATFORM_PATH_MAX], jar[PLATFORM_PATH_MAX], why[256];
	const char *arguments[] = {java,
	                           "-Xmx256m",
	                           "-XX:+UseSerialGC",
	                           "-XX:TieredStopAtLevel=1",
	                           "-cp",
	                           jar,
	                           "dev.jdhat.report.ReportAtExit",
	                           view->file,
	                           view->report,
	                           NULL};
	int code = 0;

	if (!find_launcher(java, sizeof java)) {
		say_how("this JVM has no bin/java to write the report with", view->file);
		return;
	}
	if (!find_jar(jar, sizeof jar)) {
		say_how("jdhat.jar is not beside the agent's library, so there is no report",
		        view->file);
		return;
	}
	switch (platform_run_child(arguments, without, "JDHAT_CHILD=1", timeout_us, &code)) {
	case PLATFORM_CHILD_TIMEOUT:
		say_how("the report takes longer than report-timeout", view->file);
		break;
	case PLATFORM_CHILD_FAILED:
		snprintf(why, sizeof why, "the report could not be started: ");
		platform_error_text(code, why + strlen(why), sizeof why - strlen(why));
		say_how(why, view->file);
		break;
	case PLATFORM_CHILD_OK:
		if (code != 0)
			say_how("the report failed", view->file);
	}
}

void exit_hook_run(JNIEnv *jni, uint64_t report_timeout_us)
{
	struct session_view view;

	(void)jni;
	carriers_set_ours();
	if (!session_final())
		return;
	session_view(&view);
	atomic_store(&reported, true);
	if (view.report[0] != '\0')
		report(&view, report_timeout_us);
}

bool exit_hook_reported(void)
{
	return atomic_load(&reported);
}
