// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* What is decided for the user where the options leave it open: how much memory, whether liveness
 * can be known under this collector, whether a final collection is made. */
#ifndef JDHAT_POLICY_H
#define JDHAT_POLICY_H

#include <jni.h>

#include "recorder.h"

/* Fills liveness, tracked_max, liveness_note, max_memory and final_collection from options and
 * door. Agent thread, after jvm_open. */
void policy_decide(struct recorder_settings *settings, JNIEnv *jni);

#endif
