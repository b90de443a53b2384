// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* The JVM that we are in: its handles and what does not change about it. */
#ifndef JDHAT_VM_H
#define JDHAT_VM_H

#include <jni.h>
#include <jvmti.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "format.h"

struct vm {
	JavaVM *java_vm;
	jvmtiEnv *jvmti;
	uint32_t java_version; /* 11, 17, … ; 0 before vm_live */
};
extern struct vm vm;

/* Gets the JVMTI environment. False when the JVM is too old or none of HotSpot's. Once. */
bool vm_enter(JavaVM *java_vm);
/* JNIEnv of the calling thread, NULL when it is not attached. */
JNIEnv *vm_jni(void);
/* Reads the Java version; live phase. */
void vm_live(void);

/* The capability that only one agent in a JVM can hold. JVMTI's code, 0 = held now. */
jvmtiError vm_take_sampling(void);
void vm_release_sampling(void);
bool vm_holds_sampling(void);

/* A system property as JVMTI knows it (those the VM was started with), into text. False if unset.
 */
bool vm_property(const char *name, char *text, size_t n);
/* A system property as Java sees it now; live phase. False if unset. */
bool vm_java_property(JNIEnv *jni, const char *name, char *text, size_t n);
/* Sets a system property; in the OnLoad phase jni is NULL. */
void vm_set_property(JNIEnv *jni, const char *name, const char *value);

/* The words for a JVMTI error, for messages. */
const char *vm_error_name(jvmtiError error, char *text, size_t n);

/* A new daemon thread of ours in the JVM: named, running `run`. False when it cannot be made. */
bool vm_start_thread(JNIEnv *jni, const char *name, jvmtiStartFunction run);

/* A local reference to the calling thread, a virtual one where it is that; NULL when the VM does
 * not tell. */
jthread vm_current_thread(void);
bool vm_is_virtual(JNIEnv *jni, jthread thread);

/* True, and the exception is gone, when one was pending. */
bool vm_clear_exception(JNIEnv *jni);

#endif
