// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* The class of a block, by its readable name. Each stack remembers the class last seen there; then
 * a table by identity hash; only then a name is asked. IsSameObject decides: no object header is
 * read. */
#ifndef JDHAT_CLASSES_H
#define JDHAT_CLASSES_H

#include <jni.h>
#include <stdbool.h>
#include <stdint.h>

/* False when there is no memory. Once. */
bool classes_init(void);
/* The class (dictionary id) of a block allocated at `stack`. 0 when there is no room for its name.
 * Inside an event. */
uint32_t classes_of(uint32_t stack, JNIEnv *jni, jclass type);
/* The name of a class as Java writes it, interned; 0 without room. `hidden` may be NULL. */
uint32_t classes_name(jclass type, bool *hidden);
/* Agent thread: forgets unloaded classes. `generation` comes from carriers_generation; what was
 * forgotten is freed when no event can be looking at it any more. */
void classes_collect(JNIEnv *jni, uint32_t generation);

#endif
