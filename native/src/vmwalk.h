// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* The fast walk: a name for the calling thread's physical stack, for HotSpot on x86-64 and aarch64.
 * It gives up on everything that it does not know for certain: the VM's own walk is the answer
 * then.
 *
 * A compiled frame is named by its return address and its nmethod's compile id, which is unique in
 * the process; an interpreted one by its Method and bytecode pointers, which hold only as long as
 * the VM cannot have given that memory to another class: see vmgeneration.h. */
#ifndef JDHAT_VMWALK_H
#define JDHAT_VMWALK_H

#include <stdbool.h>
#include <stdint.h>

#include "vmtables.h"

/* A frame as it stands on the stack. A compiled one stands for all that is inlined in it. */
enum vmwalk_kind {
	VMWALK_INTERPRETED,
	VMWALK_COMPILED = VMTABLES_METHOD,
	VMWALK_STUB = VMTABLES_STUB, /* none of Java's */
	VMWALK_ENTRY,                /* the VM called Java */
	VMWALK_CONTINUATION          /* where a virtual thread's frames end */
};
#define VMWALK_BCP_BITS 48
#define VMWALK_BCP_MASK ((UINT64_C(1) << VMWALK_BCP_BITS) - 1)
struct vmwalk_step {
	uintptr_t sp; /* where it stood when it was fresh */
	uintptr_t pc;
	/* Method, and its version above the bytecode pointer (0 in a native method); blob, and
	 * compile id above the size; wrapper of an entry. */
	uint64_t a, b;
	union {
		uintptr_t fp;                /* of a frame that is none of code */
		struct vmtables_block block; /* of one of code */
	};
	uint64_t term;  /* of the walk's name; 0 = none of Java's */
	uint32_t stack; /* for the user: the dictionary's, of the frames up to this one; 0 = none */
	uint16_t frames; /* how many of the frames from the outermost up to this one are Java's */
	uint8_t kind;
};

/* What a thread knows of its latest walk: most of the next one will be the same. Its own. */
struct vmwalk_memory {
	struct vmwalk_step **steps; /* outermost first */
	struct vmwalk_step **fresh; /* of the walk under way, innermost first */
	uintptr_t *sp;              /* where each of `steps` stands */
	void *memory;               /* that all of this is in */
	uint32_t walked;            /* steps of the latest walk */
	uint32_t n; /* those that the next one may lean on: all, or none when it was cut */
	uint32_t room;
	uint32_t interpreted; /* how many of the walked ones are */
	uint64_t sum;         /* of the terms of the walked ones */
	/* For the user: how many outermost steps have a stack that still holds, and the generation
	 * of what it knows of them. */
	uint32_t composed, generation;
};
void vmwalk_forget(struct vmwalk_memory *memory);

struct vmwalk {
	uint64_t hash;
	uint32_t frames;   /* Java frames that went into it */
	bool interpreted;  /* one of them at least: it holds for one generation only */
	bool continuation; /* it ended where a virtual thread does */
};

/* Once, in the live phase, on a thread that the VM knows by this JNIEnv and by this address of its
 * own (Thread.eetop). False with the reason where the fast walk is not possible. */
bool vmwalk_init(const void *in_vm, const void *jni, uintptr_t vm_thread, const char **why);

/* It is proven that interpreted frames are what they are taken for; what they point to is read only
 * from then on. */
void vmwalk_proven(void);
/* The bytecode pointer of an interpreted frame. */
static inline uintptr_t vmwalk_bcp(const struct vmwalk_step *step)
{
	return (uintptr_t)(step->b & VMWALK_BCP_MASK);
}

/* The Method that a frame of Java's which stands on the stack begins with. */
static inline uintptr_t vmwalk_method(const struct vmwalk_step *step)
{
	return step->kind == VMWALK_INTERPRETED
	               ? (uintptr_t)step->a
	               : vmtables_word((uintptr_t)step->a + vmtables.compiled_method);
}

/* Walks the calling thread inside a callback of the VM, at most `limit` Java frames. False: no name
 * for this stack. */
bool vmwalk(const void *jni, uint32_t limit, struct vmwalk_memory *memory, struct vmwalk *walk);
/* The name of the frames that `hash` names with one of Java's more. */
uint64_t vmwalk_name(const struct vmwalk_step *step, uint64_t hash);
/* The Java frames of the latest walk, from one end of it inwards or outwards, as long as they are
 * interpreted: number `i`, or NULL. */
enum vmwalk_end { VMWALK_INNERMOST, VMWALK_OUTERMOST };
const struct vmwalk_step *vmwalk_interpreted(const struct vmwalk_memory *memory,
                                             enum vmwalk_end end, uint32_t i);

#endif
