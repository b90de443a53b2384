// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* What libjdhat exports to a program that loads it by itself. The other two doors are the JVM's:
 * Agent_OnLoad (-agentpath) and Agent_OnAttach. */
#ifndef JDHAT_H
#define JDHAT_H

#include <jni.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Raised with every incompatible change of this header. */
#define JDHAT_ABI 1

/* The ABI of the library that was loaded. Any thread, at any time. */
JNIEXPORT int32_t jdhat_abi_version(void);

/* Version of the library, such as "0.1.0". Any thread, at any time; never freed. */
JNIEXPORT const char *jdhat_version(void);

/* Enters the JVM that this process runs and carries out one command; `options` is an option string
 * as in -agentpath (NULL = start with the defaults). When another copy of the agent is there
 * already, that one carries it out, or the command is refused if their versions differ.
 * The calling thread must be attached to the JVM and hold no lock that a collection may need.
 * The answer, the text that `reply=PATH` writes to a file (docs/options.md), is put into `reply`
 * when that is not NULL: at most `size` bytes, always ended by a zero byte; 65,536 are enough.
 * Returns 0 when the command was carried out, 1 when not: the reason is in the answer, and where
 * nobody asked for one, on the standard error stream. */
JNIEXPORT int32_t jdhat_attach(JNIEnv *jni, const char *options, char *reply, int32_t size);

#ifdef __cplusplus
}
#endif

#endif
