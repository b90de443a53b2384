// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* One physical frame: what stands in it, where its caller is, and whether that is still so. Inline,
 * for vmwalk.c alone. */
#ifndef JDHAT_VMFRAME_H
#define JDHAT_VMFRAME_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#include "vmcode.h"
#include "vmtables.h"
#include "vmwalk.h"

/* What is inlined keeps a position in the processor's registers. */
#define ALWAYS_INLINE inline __attribute__((always_inline))

/* See vmwalk_proven. */
extern _Atomic bool vmframe_proven;

/* A frame, and the memory that may hold further ones: from `sp` to `last`. */
struct position {
	uintptr_t sp, fp, pc;
	uintptr_t last;   /* address of two words on the stack */
	uintptr_t thread; /* the JavaThread whose stack it is */
};

static inline bool within(const struct position *at, uintptr_t address)
{
	return address >= at->sp && address <= at->last && (address & (VMTABLES_WORD - 1)) == 0;
}

/* Each frame stands above the one before it. */
static inline bool move(struct position *at, uintptr_t sp, uintptr_t fp, uintptr_t pc)
{
	if (!within(at, sp) || sp == at->sp)
		return false;
	at->sp = sp;
	at->fp = fp;
	at->pc = pc;
	return true;
}

/* The frame where the VM was left. It may have noted no pc: the call has pushed it. */
static inline bool enter(struct position *at, uintptr_t sp, uintptr_t fp, uintptr_t pc)
{
	if (!within(at, sp))
		return false;
	return move(at, sp, fp, pc != 0 ? pc : vmtables_word(sp - VMTABLES_WORD));
}

/* The frame where the calling thread, a JavaThread of the VM, left Java. */
static inline bool first(uintptr_t thread, struct position *at)
{
	uintptr_t here = (uintptr_t)__builtin_frame_address(0);
	uintptr_t sp = vmtables_word(thread + vmtables.last_sp);
	uintptr_t base = vmtables_word(thread + vmtables.stack_base);

	*at = (struct position){here, 0, 0, base - 2 * VMTABLES_WORD, thread};
	return sp != 0 && here < base &&
	       base - here <= vmtables_word(thread + vmtables.stack_size) &&
	       enter(at, sp, vmtables_word(thread + vmtables.last_fp),
	             vmtables_word(thread + vmtables.last_pc));
}

/* Where the caller of an interpreted frame had its stack pointer. On aarch64 that of an interpreted
 * caller lies below this frame, which has the place of what the caller did not use; nobody needs it
 * then but to see that frames come in order. */
static inline uintptr_t sender_of(uintptr_t fp)
{
	uintptr_t sender = vmtables_word(fp + VMTABLES_INTERPRETED_SENDER);

	return sender > fp ? sender : fp + 2 * VMTABLES_WORD;
}

/* A bytecode pointer with the version of its method, which is another one from the moment on when
 * the VM gives the method another id. */
static inline uint64_t bytecode_of(uintptr_t fp, uintptr_t method)
{
	uint64_t bcp = vmtables_word(fp + VMTABLES_INTERPRETED_BCP), version = 0;

	if (atomic_load_explicit(&vmframe_proven, memory_order_relaxed))
		version = vmtables_16(vmtables_word(method + vmtables.const_method) +
		                      vmtables.version);
	return bcp | version << VMWALK_BCP_BITS;
}

static inline bool interpreted(struct position *at, struct vmwalk_step *step)
{
	uintptr_t fp = at->fp;

	/* Its locals and stack lie below its frame pointer. */
	if (!within(at, fp) || fp < at->sp)
		return false;
	step->kind = VMWALK_INTERPRETED;
	step->a = vmtables_word(fp + VMTABLES_INTERPRETED_METHOD);
	step->b = bytecode_of(fp, (uintptr_t)step->a);
	at->sp = fp;
	return move(at, sender_of(fp), vmtables_word(fp + VMTABLES_LINK),
	            vmtables_word(fp + VMTABLES_RETURN));
}

/* Over a frame of code that is known, whose end is whole words away. */
static inline bool compiled(struct position *at, const struct vmcode *code,
                            struct vmwalk_step *step)
{
	uintptr_t sender = at->sp + (uint32_t)code->version;

	step->kind = code->kind;
	step->a = code->blob;
	step->b = code->version;
	step->block = code->block;
	if (sender > at->last)
		return false;
	at->sp = sender;
	at->fp = vmtables_word(sender + VMTABLES_SENDER_LINK);
	at->pc = vmtables_word(sender + VMTABLES_SENDER_RETURN);
	return true;
}

/* The VM called Java here: it has noted where it was left before. *end: nowhere. */
static inline bool entry(struct position *at, struct vmwalk_step *step, bool *end)
{
	uintptr_t wrapper, sp;

	if (!within(at, at->fp) || at->fp < at->sp)
		return false;
	wrapper = vmtables_word(at->fp + (uintptr_t)vmtables.wrapper_slot);
	step->kind = VMWALK_ENTRY;
	step->a = wrapper;
	step->b = 0;
	if (!within(at, wrapper) || vmtables_word(wrapper + VMTABLES_WRAPPER_THREAD) != at->thread)
		return false;
	sp = vmtables_word(wrapper + vmtables.wrapper_last_sp);
	*end = sp == 0;
	return *end || enter(at, sp, vmtables_word(wrapper + vmtables.wrapper_last_fp),
	                     vmtables_word(wrapper + vmtables.wrapper_last_pc));
}

/* A frame of code that is not remembered. Apart from the others, which know their position better
 * when nobody else has its address. */
static __attribute__((noinline)) bool other(struct position *at, struct vmwalk_step *step,
                                            bool *end)
{
	struct vmcode code;

	step->fp = at->fp;
	if (at->pc - vmtables.interpreter < vmtables.interpreter_size)
		return interpreted(at, step);
	*end = at->pc == vmtables.continuation_return && at->pc != 0;
	if (*end) {
		step->kind = VMWALK_CONTINUATION;
		step->a = step->b = 0;
		return true;
	}
	if (at->pc == vmtables.call_stub_return)
		return entry(at, step, end);
	code = vmcode_look_up(at->pc);
	return code.kind != VMTABLES_OTHER && compiled(at, &code, step);
}

/* Notes the frame and moves to the next one. *end: there is none. */
static ALWAYS_INLINE bool step_over(struct position *at, struct vmwalk_step *step, bool *end)
{
	struct position moved;
	struct vmcode code;
	bool ends = false, done;

	step->sp = at->sp;
	step->pc = at->pc;
	if (vmcode_remembers(at->pc, &code))
		return compiled(at, &code, step);
	moved = *at;
	done = other(&moved, step, &ends);
	*at = moved;
	*end = ends;
	return done;
}

static inline bool is_code(const struct vmwalk_step *step)
{
	return step->kind == VMWALK_COMPILED || step->kind == VMWALK_STUB;
}

/* Whether a frame that stands where one stood is the same one. The frame pointer matters only to
 * those who use it: compiled code keeps other things in its register. */
static inline bool same_frame(const struct vmwalk_step *step, uintptr_t fp, uintptr_t pc)
{
	return pc == step->pc && (is_code(step) || fp == step->fp);
}

static inline bool same_interpreted(const struct vmwalk_step *step,
                                    const struct vmwalk_step *caller, uintptr_t sp)
{
	uintptr_t fp = step->fp;

	return vmtables_word(fp + VMTABLES_INTERPRETED_METHOD) == step->a &&
	       bytecode_of(fp, (uintptr_t)step->a) == step->b && sender_of(fp) == sp &&
	       same_frame(caller, vmtables_word(fp + VMTABLES_LINK),
	                  vmtables_word(fp + VMTABLES_RETURN));
}

static inline bool same_entry(const struct vmwalk_step *step, const struct vmwalk_step *caller,
                              uintptr_t sp)
{
	uintptr_t wrapper = vmtables_word(step->fp + (uintptr_t)vmtables.wrapper_slot);
	uintptr_t left, pc;

	if (wrapper != step->a)
		return false;
	left = vmtables_word(wrapper + vmtables.wrapper_last_sp);
	pc = vmtables_word(wrapper + vmtables.wrapper_last_pc);
	/* The outermost frame of a whole walk is this or a continuation's: it has no caller. */
	if (caller == NULL || left == 0)
		return caller == NULL && left == 0;
	return left == sp && same_frame(caller, vmtables_word(wrapper + vmtables.wrapper_last_fp),
	                                pc != 0 ? pc : vmtables_word(sp - VMTABLES_WORD));
}

/* Steps of the walk before, outermost first, and where they may stand now: so many bytes further up
 * than they did, on a stack that ends where a position's does. */
struct before {
	struct vmwalk_step *const *steps;
	const uintptr_t *sp;
	uintptr_t shift, last;
};

/* Whether the frame of code that step number n called returns to where it did. What is no code must
 * stand where it stood. */
static inline bool returns_to(const struct before *before, uint32_t n)
{
	const struct vmwalk_step *caller = before->steps[n];
	uintptr_t sp = before->sp[n] + before->shift;

	return sp <= before->last && vmtables_word(sp + VMTABLES_SENDER_RETURN) == caller->pc &&
	       (is_code(caller) ||
	        (before->shift == 0 && vmtables_word(sp + VMTABLES_SENDER_LINK) == caller->fp));
}

static inline bool same_code(const struct vmwalk_step *step)
{
	return step->kind == VMWALK_STUB || vmcode_is(step->a, step->b, step->block);
}

/* Whether step number n is as it was, and its caller where it was. */
static inline bool same(const struct before *before, uint32_t n)
{
	const struct vmwalk_step *step = before->steps[n];
	const struct vmwalk_step *caller = n > 0 ? before->steps[n - 1] : NULL;

	/* The same code, so the same size. */
	if (is_code(step))
		return caller != NULL && same_code(step) && returns_to(before, n - 1);
	if (before->shift != 0)
		return false;
	if (step->kind == VMWALK_INTERPRETED)
		return caller != NULL && same_interpreted(step, caller, before->sp[n - 1]);
	return step->kind == VMWALK_CONTINUATION ||
	       same_entry(step, caller, caller != NULL ? before->sp[n - 1] : 0);
}

/* From number n outwards, the last of the frames that compiled code called which are as they were.
 * Most frames are such: what `same` does, but faster. */
static inline uint32_t past_compiled(struct before before, uint32_t n)
{
	const struct vmwalk_step *step = before.steps[n], *caller;

	if (step->kind != VMWALK_COMPILED)
		return n;
	for (; n > 0; n--, step = caller) {
		uintptr_t sp = before.sp[n - 1] + before.shift;

		caller = before.steps[n - 1];
		if (caller->kind != VMWALK_COMPILED || !vmcode_is(step->a, step->b, step->block) ||
		    sp > before.last || vmtables_word(sp + VMTABLES_SENDER_RETURN) != caller->pc)
			break;
	}
	return n;
}

/* How many of the n outermost steps may have changed, the innermost of which is as it was: those
 * outside the last one of which all is the same that a walk would read on its way. */
static __attribute__((noinline)) uint32_t changed(const struct before *before, uint32_t n)
{
	while (n > 0) {
		n = past_compiled(*before, n - 1);
		if (!same(before, n))
			return n + 1;
	}
	return 0;
}

#endif
