// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* A method's name, source and lines, asked the first time it is seen, and of each of its bytecodes
 * whether the program allocates there. Any thread, inside an event. */
#ifndef JDHAT_METHODS_H
#define JDHAT_METHODS_H

#include <jvmti.h>
#include <stdint.h>

#include "dictionary.h"

/* The frame (dictionary id) that the VM calls so. It stands on the calling thread's stack, so that
 * its class is certainly alive. 0 when there is no room. */
uint32_t methods_frame(const struct dictionary_vm_frame *frame, JNIEnv *jni);

#endif
