// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* Under which λ the JVM's threads draw their next samples, and what we know of the draws that are
 * pending. A thread draws at its birth and after each of its samples. */
#ifndef JDHAT_DRAWS_H
#define JDHAT_DRAWS_H

#include <jni.h>
#include <jvmti.h>
#include <stdbool.h>
#include <stdint.h>

#include "options.h"

/* As early as the door allows: the capability, and a λ for threads that are born from now on, with
 * the event still off. `at_load`: no Java thread has run yet. */
void draws_enter(const struct options *options, bool at_load);
/* A session begins: λ from now on. The capability is held. */
void draws_use(uint64_t lambda);
/* Another λ in the course of a session; agent thread. What a thread draws at this very moment is
 * unknown, and its next sample is dropped. */
void draws_change(uint64_t lambda);
/* The capability goes out of our hands, unless the door keeps it: what is drawn then is unknown. */
void draws_release(void);
/* True when every thread has drawn under the λ in force since it was born. */
bool draws_known(void);
/* How many threads there are whose first samples are not exact: none when the draws are known, else
 * all but the caller and our own. Marks them. */
uint32_t draws_older_threads(JNIEnv *jni);
/* Whether a thread that begins only now was made before the latest session's λ was set. */
bool draws_born_before(jthread thread);

#endif
