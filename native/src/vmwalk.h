// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* The fast walk: a name for the calling thread's physical stack, for HotSpot on x86-64 and aarch64.
 * It gives up on everything that it does not know for certain: the VM's own walk is the answer then.
 *
 * A compiled frame is named by its return address and its nmethod's compile id, which is unique in
 * the process; an interpreted one by its Method and bytecode pointers, which hold only as long as
 * the VM can give that memory to another class: see vmwalk_generation. */
#ifndef JDHAT_VMWALK_H
#define JDHAT_VMWALK_H

#include <stdbool.h>
#include <stdint.h>

/* One Java frame as it stands on the stack; a compiled one stands for all that is inlined in it. */
struct vmwalk_frame {
	uintptr_t at;  /* return address; Method of an interpreted frame */
	uintptr_t bcp; /* of an interpreted frame; 0 in a native method */
	bool interpreted;
};

struct vmwalk {
	uint64_t hash;
	uint32_t frames; /* Java frames that went into it */
	bool interpreted;  /* one of them at least: it holds for one generation only */
	bool continuation; /* it ended where a virtual thread does */
};

/* Once, in the live phase, on a thread that the VM knows by this JNIEnv and by this address of its
 * own (Thread.eetop). False with the reason where the fast walk is not possible. */
bool vmwalk_init(const void *in_vm, const void *jni, uintptr_t vm_thread, const char **why);

/* Walks the calling thread inside a callback of the VM, at most `limit` Java frames, which may be
 * copied to `frames`, unless NULL. False: no name for this stack. */
bool vmwalk(const void *jni, uint32_t limit, struct vmwalk *walk, struct vmwalk_frame *frames);

/* A number, never 0, that changes before a Method's memory can hold another one. That takes a
 * safepoint after which the VM frees it, and then a class that is loaded. `collections` stands in
 * for both where the VM keeps no such counts. Any thread. */
uint32_t vmwalk_generation(uint64_t collections);
#define VMWALK_GENERATION_BITS 28

#endif
