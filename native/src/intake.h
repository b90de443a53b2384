// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* From the inboxes to sites and tracked blocks. Agent thread only. */
#ifndef JDHAT_INTAKE_H
#define JDHAT_INTAKE_H

#include <jni.h>

struct recorder;

/* Takes over what is in the inboxes. jni is NULL when the VM is going down: then nothing new is
 * tracked. */
void intake_drain(struct recorder *recorder, JNIEnv *jni);
/* Writes the rows that were collected since the last time. */
void intake_write_rows(struct recorder *recorder);

#endif
