// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* HotSpot's layout, as the tables say that it exports for debuggers (gHotSpotVMStructs and its
 * sisters). The only file that knows these tables. Everything is read, nothing is written. */
#ifndef JDHAT_VMTABLES_H
#define JDHAT_VMTABLES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* ---- what no table says ----
 * Constants of the two processors, the same in JDK 11 to 25: the slots of an interpreted frame,
 * from its frame pointer (fastwalk.c proves them before they are believed), and where the
 * conventions for calls keep the caller's frame pointer and the return address: from the frame
 * pointer, and from the end of a compiled frame. */
#define VMTABLES_WORD               ((uintptr_t)sizeof(uintptr_t))
#define VMTABLES_INTERPRETED_SENDER (-1 * VMTABLES_WORD)
#define VMTABLES_INTERPRETED_METHOD (-3 * VMTABLES_WORD)
#ifdef __aarch64__
#define VMTABLES_INTERPRETED_BCP (-9 * VMTABLES_WORD)
#else
#define VMTABLES_INTERPRETED_BCP (-8 * VMTABLES_WORD)
#endif
#define VMTABLES_LINK          (0 * VMTABLES_WORD)
#define VMTABLES_RETURN        (1 * VMTABLES_WORD)
#define VMTABLES_SENDER_RETURN (-1 * VMTABLES_WORD)
#define VMTABLES_SENDER_LINK   (-2 * VMTABLES_WORD)
/* On aarch64 the tables lack the slot of an entry frame that has its wrapper. A wrapper is known by
 * its first word, its thread. */
#define VMTABLES_AARCH64_WRAPPER (-8 * (intptr_t)VMTABLES_WORD)
#define VMTABLES_WRAPPER_THREAD  0u

/* ---- what the tables say ---- */

/* A part of the code cache: blocks of whole segments, with a byte for each segment that is 0 where
 * a block begins. It may grow, but does not move. */
#define VMTABLES_HEAPS_MAX 8u
struct vmtables_heap {
	uintptr_t low;
	uintptr_t segments; /* the byte of address a stands at segments + a / segment */
	uintptr_t high_at, segments_end_at; /* where the VM keeps the ends of both */
};

/* Where a walk finds what it needs; offsets in bytes. */
struct vmtables {
	/* in a JavaThread */
	uint32_t last_sp, last_pc, last_fp; /* of its anchor */
	uint32_t stack_base, stack_size;
	/* an entry frame, through which the VM called Java */
	uintptr_t call_stub_return; /* its pc */
	intptr_t wrapper_slot;      /* from its frame pointer */
	/* enterSpecial, where the frames of a virtual thread end: its pc; 0 = not known */
	uintptr_t continuation_return;
	uint32_t wrapper_last_sp, wrapper_last_pc, wrapper_last_fp;
	/* the code of the interpreter */
	uintptr_t interpreter, interpreter_size;
	/* code, and what stands before each piece of it (a blob): a block's header */
	struct vmtables_heap heap[VMTABLES_HEAPS_MAX]; /* ascending */
	uint32_t heaps, log2_segment;
	uint32_t block_size, block_length, block_used;
	uint32_t length_before; /* how far before a blob its block's length stands */
	/* in an nmethod */
	uint32_t compile_id, compiled_method;
	/* from a Method to the number of its version: a redefinition gives the old one another */
	uint32_t const_method, version;
	/* The VM's own counts, NULL where it keeps none: classes loaded (not those of the CDS
	 * archive), safepoints begun. */
	const volatile int64_t *loaded_classes, *safepoints;
};
extern struct vmtables vmtables;

/* Reads the tables of the VM that holds the address `in_vm`. False with the reason when something
 * is missing. Any number of calls; live phase. */
bool vmtables_init(const void *in_vm, const char **why);

/* What a return address in the code cache belongs to. */
enum vmtables_kind {
	VMTABLES_OTHER,  /* deoptimisation, adapters, what is not known */
	VMTABLES_METHOD, /* compiled Java, native wrappers included */
	VMTABLES_STUB    /* a runtime stub: a frame, but none of Java's */
};
/* What vmtables_same_block knows a block again by: where the byte of its first segment is, and how
 * many segments it has. */
#define VMTABLES_LENGTH_BITS 16
struct vmtables_block {
	uintptr_t segment;
	uint32_t length; /* below 2^VMTABLES_LENGTH_BITS */
};
struct vmtables_code {
	uintptr_t blob;
	enum vmtables_kind kind;
	uint32_t frame_bytes;
	uint32_t compile_id; /* of a METHOD: unique in the process */
	struct vmtables_block block;
};
/* `pc` is a return address of a frame that stands on the calling thread's stack. */
struct vmtables_code vmtables_find_code(uintptr_t pc);

/* The method of an interpreted frame, if it is one: its name, and the bytecode index of `bcp`; -1
 * when that lies outside its code, as in native methods. False when these are no pointers to a
 * method. Slow: for the proof that they are. */
#define VMTABLES_NAME_MAX 512
struct vmtables_method {
	char name[VMTABLES_NAME_MAX]; /* modified UTF-8, cut */
	int64_t bci;
};
bool vmtables_method(uintptr_t method, uintptr_t bcp, struct vmtables_method *result);

/* Reads of what is the VM's, which may change it meanwhile. The sanitizers know neither its stacks
 * nor how it keeps its threads apart. */
#define VMTABLES_READ __attribute__((no_sanitize("address"), no_sanitize("thread")))

VMTABLES_READ static inline uintptr_t vmtables_word(uintptr_t address)
{
	return *(const volatile uintptr_t *)address;
}

VMTABLES_READ static inline uint32_t vmtables_32(uintptr_t address)
{
	return *(const volatile uint32_t *)address;
}

VMTABLES_READ static inline uint32_t vmtables_16(uintptr_t address)
{
	return *(const volatile uint16_t *)address;
}

VMTABLES_READ static inline uint32_t vmtables_byte(uintptr_t address)
{
	return *(const volatile uint8_t *)address;
}

/* Whether an id of the VM's for a method leads to this Method: it is the address of a pointer to it
 * up to JDK 25 (fastwalk.c proves that before it is believed). Reads whatever it is. */
bool vmtables_id_leads_to(uintptr_t id, uintptr_t method);

VMTABLES_READ static inline uintptr_t vmtables_method_of(uintptr_t id)
{
	return vmtables_word(id);
}

/* Whether the block that find_code once found for a blob still begins before it, and is as long.
 * What was freed keeps its contents until something else is written over them, so they alone prove
 * nothing: but code that stands on the stack lies in a block in use, and one that began elsewhere
 * in this one would have taken its beginning or its end away. */
VMTABLES_READ static inline bool vmtables_same_block(struct vmtables_block block, uintptr_t blob)
{
	return vmtables_byte(block.segment) == 0 &&
	       vmtables_32(blob - vmtables.length_before) == block.length;
}

#endif
