// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* Liveness: a weak reference per tracked block, looked at after each collection. A different method
 * of telling what died would replace this file and nothing else. */
#ifndef JDHAT_LIVE_H
#define JDHAT_LIVE_H

#include <jni.h>
#include <stdbool.h>
#include <stdint.h>

/* What a tracked block costs: our entry, and the VM's storage for the reference. */
#define LIVE_BYTES_PER_BLOCK 29

/* In an event: a weak reference to a block, NULL when the VM has no room for one. */
void *live_reference(JNIEnv *jni, jobject block);
/* Any thread: gives a reference back that will not be tracked. */
void live_forget(JNIEnv *jni, void *reference);

struct live;

/* Agent thread. NULL when there is no memory. */
struct live *live_new(void);
/* Gives back all references. */
void live_free(struct live *live, JNIEnv *jni);
/* Makes sure that the next n blocks (a few) will find room. False when the budget has none. */
bool live_has_room(struct live *live, uint32_t n);
/* Keeps a block for which there is room. */
void live_track(struct live *live, void *reference, uint32_t site, uint32_t birth, uint64_t size);
uint64_t live_count(const struct live *live);

/* Tells of every block that is kept. */
void live_each(const struct live *live,
               void (*visit)(void *context, void *reference, uint32_t site, uint32_t birth,
                             uint64_t size),
               void *context);

struct live_sweep {
	uint32_t born_until; /* only blocks born up to this epoch are looked at */
	void (*died)(void *context, uint32_t site, uint32_t birth, uint64_t size);
	void (*breathe)(void *context); /* now and then; it may track new blocks */
	void *context;
};
/* Looks at every block once, gives back the references of dead ones, and tells of each. Returns how
 * many died. */
uint64_t live_sweep(struct live *live, JNIEnv *jni, const struct live_sweep *sweep);

#endif
