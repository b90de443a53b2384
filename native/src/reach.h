// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* Which blocks the program still holds, asked of the heap itself: what a collection leaves may be
 * held, or only be kept by a soft reference until memory runs short. Two questions to the VM at
 * most, each a walk from the roots while the target stands still.
 *
 * A walk takes 40 to 75 ns per object: 1.4 to 2.3 s per GB of small objects on JDK 17, 1.2 to 1.6 s
 * on 25, 0.02 s per GB of 64 KiB arrays (G1 and ZGC, one thread of the VM). It ends as soon as all
 * blocks are found; the second is only made when the first leaves any.
 *
 * Finaliser references are passed through, and so are the other fields of references, as the value
 * of a WeakHashMap's entry. What parked virtual threads hold is seen (21 and 25, with and without
 * jdk.trackAllThreads). Up to JDK 21 a walk takes from other agents the news of tagged objects that
 * the collector freed since their last one. */
#ifndef JDHAT_REACH_H
#define JDHAT_REACH_H

#include <jni.h>
#include <stdbool.h>
#include <stdint.h>

enum reach {
	REACH_UNSEEN, /* no walk came to it: the VM holds it in a place that it does not show, or it
	               * became garbage since the latest collection */
	REACH_DEAD,   /* was collected before the walk */
	REACH_STRONG, /* reached without passing through a soft, weak or phantom reference */
	REACH_SOFT,   /* reached only through the referent of one of these */
};

/* What a block costs while it is asked for: the VM's tag. */
#define REACH_BYTES_PER_BLOCK 80

/* Agent thread. Tells of n blocks, given by their weak references, how they are reached; how[i] is
 * an enum reach. The target stands still in a walk; walk_us is how long it did. False when the VM
 * or the memory do not allow it: then nothing is known, and how is not to be read. */
bool reach_walk(JNIEnv *jni, void *const *references, uint32_t n, uint8_t *how, uint64_t *walk_us);

#endif
