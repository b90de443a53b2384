// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "vmwalk.h"

#include <stdatomic.h>
#include <stddef.h>

#include "vmtables.h"

#define WORD ((intptr_t)sizeof(uintptr_t))

/* No table exports these slots of an interpreted frame. They are the same in JDK 11 to 25 on both
 * processors, and proven at the start by stacks.c. */
#define INTERPRETED_METHOD (-3 * WORD)
#define INTERPRETED_BCP    (-8 * WORD)
#define INTERPRETED_SENDER (-1 * WORD) /* exported: frame::interpreter_frame_sender_sp_offset */
/* What both processors' calling conventions say of a frame pointer and of a compiled frame's end. */
#define LINK           0
#define RETURN         (1 * WORD)
#define SENDER_RETURN  (-1 * WORD)
#define SENDER_LINK    (-2 * WORD)
#define PHYSICAL_MAX   8192
#define ENV_OFFSET_MAX 16384

#if (defined(__x86_64__) || defined(__aarch64__)) && UINTPTR_MAX == UINT64_MAX
#define SUPPORTED true
#else
#define SUPPORTED false
#endif

typedef unsigned __int128 uint128;

static uintptr_t env_offset; /* of the JNIEnv in its JavaThread */

bool vmwalk_init(const void *in_vm, const void *jni, uintptr_t vm_thread, const char **why)
{
	*why = "this processor is none that the fast walk knows";
	if (!SUPPORTED || !vmtables_init(in_vm, why))
		return false;
	*why = "this VM keeps its threads in another way";
	env_offset = (uintptr_t)jni - vm_thread;
	return vm_thread != 0 && env_offset < ENV_OFFSET_MAX;
}

/* ---- the code that a return address lies in ----
 * Remembered by address. An entry is written word by word by any thread: the first word tells, by
 * its combination with the others, whether they belong together. */

#define CODES 4096u

struct remembered {
	_Atomic uint64_t check, blob, rest;
};
static struct remembered codes[CODES];

static struct remembered *place_of(uintptr_t pc)
{
	return &codes[(uint64_t)pc * UINT64_C(0x9e3779b97f4a7c15) >> 52 & (CODES - 1)];
}

static void remember(uintptr_t pc, const struct vmtables_code *code)
{
	struct remembered *place = place_of(pc);
	uint64_t blob = code->blob | (uint64_t)code->kind;
	uint64_t rest = (uint64_t)code->frame_bytes << 32 | code->compile_id;

	atomic_store_explicit(&place->check, pc ^ blob ^ rest, memory_order_relaxed);
	atomic_store_explicit(&place->blob, blob, memory_order_relaxed);
	atomic_store_explicit(&place->rest, rest, memory_order_relaxed);
}

static struct vmtables_code code_of(uintptr_t pc)
{
	struct remembered *place = place_of(pc);
	uint64_t blob = atomic_load_explicit(&place->blob, memory_order_relaxed);
	uint64_t rest = atomic_load_explicit(&place->rest, memory_order_relaxed);
	struct vmtables_code code = {blob & ~UINT64_C(7), (enum vmtables_kind)(blob & 7),
	                             (uint32_t)(rest >> 32), (uint32_t)rest};

	/* What stood there may have been freed and another method have come: its id tells. Stubs
	 * stay for ever. */
	if ((atomic_load_explicit(&place->check, memory_order_relaxed) ^ blob ^ rest) == pc &&
	    (code.kind != VMTABLES_METHOD ||
	     *(const volatile uint32_t *)(code.blob + vmtables.compile_id) == code.compile_id))
		return code;
	code = vmtables_find_code(pc);
	if (code.kind == VMTABLES_METHOD || code.kind == VMTABLES_STUB)
		remember(pc, &code);
	return code;
}

/* ---- the walk ---- */

/* A frame, and the memory that may hold further ones: from `low` to `high`. */
struct position {
	uintptr_t sp, fp, pc;
	uintptr_t low, high;
};

static bool within(const struct position *at, uintptr_t address)
{
	return address >= at->low && address <= at->high - 2 * (uintptr_t)WORD &&
	       (address & (uintptr_t)(WORD - 1)) == 0;
}

/* Each frame stands above the one before it. */
static bool move(struct position *at, uintptr_t sp, uintptr_t fp, uintptr_t pc)
{
	if (!within(at, sp) || sp <= at->sp)
		return false;
	at->low = at->sp = sp;
	at->fp = fp;
	at->pc = pc;
	return true;
}

/* The frame where the VM was left. It may have noted no pc: the call has pushed it. */
static bool enter(struct position *at, uintptr_t sp, uintptr_t fp, uintptr_t pc)
{
	if (!within(at, sp))
		return false;
	return move(at, sp, fp, pc != 0 ? pc : vmtables_word(sp - (uintptr_t)WORD));
}

static bool first(const void *jni, struct position *at)
{
	uintptr_t thread = (uintptr_t)jni - env_offset;
	uintptr_t here = (uintptr_t)__builtin_frame_address(0);
	uintptr_t sp = vmtables_word(thread + vmtables.last_sp);

	at->high = vmtables_word(thread + vmtables.stack_base);
	at->low = here;
	at->sp = here;
	return sp != 0 && here < at->high &&
	       at->high - here <= vmtables_word(thread + vmtables.stack_size) &&
	       enter(at, sp, vmtables_word(thread + vmtables.last_fp),
	             vmtables_word(thread + vmtables.last_pc));
}

/* Both halves of the product: every bit of the hash depends on every bit of the frame. */
static uint64_t mix(uint64_t hash, uint64_t a, uint64_t b)
{
	uint128 product = (uint128)(hash ^ a) * (b ^ UINT64_C(0x9fb21c651e98df25));

	return (uint64_t)product ^ (uint64_t)(product >> 64);
}

static void add(struct vmwalk *walk, struct vmwalk_frame *frames, struct vmwalk_frame frame,
                uint64_t second)
{
	walk->hash = mix(walk->hash, frame.at, second);
	if (frames != NULL)
		frames[walk->frames] = frame;
	walk->frames++;
}

static bool interpreted(struct position *at, struct vmwalk *walk, struct vmwalk_frame *frames)
{
	uintptr_t fp = at->fp, sender;
	struct vmwalk_frame frame = {.interpreted = true};

	/* Its locals and stack lie below its frame pointer. */
	if (!within(at, fp) || fp < at->sp)
		return false;
	frame.at = vmtables_word(fp + (uintptr_t)INTERPRETED_METHOD);
	frame.bcp = vmtables_word(fp + (uintptr_t)INTERPRETED_BCP);
	sender = vmtables_word(fp + (uintptr_t)INTERPRETED_SENDER);
	walk->interpreted = true;
	add(walk, frames, frame, frame.bcp << 1 | 1);
	at->sp = fp;
	return move(at, sender, vmtables_word(fp + LINK), vmtables_word(fp + RETURN));
}

static bool compiled(struct position *at, const struct vmtables_code *code, struct vmwalk *walk,
                     struct vmwalk_frame *frames)
{
	uintptr_t sender = at->sp + code->frame_bytes;
	struct vmwalk_frame frame = {.at = at->pc};

	if (code->kind == VMTABLES_METHOD)
		add(walk, frames, frame, (uint64_t)code->compile_id << 1);
	if (!within(at, sender))
		return false;
	return move(at, sender, vmtables_word(sender + (uintptr_t)SENDER_LINK),
	            vmtables_word(sender + (uintptr_t)SENDER_RETURN));
}

/* The VM called Java here: it has noted where it was left before. *end: nowhere. */
static bool entry(struct position *at, bool *end)
{
	uintptr_t wrapper, sp;

	if (!within(at, at->fp) || at->fp < at->sp)
		return false;
	wrapper = vmtables_word(at->fp + (uintptr_t)vmtables.wrapper_slot);
	if (!within(at, wrapper))
		return false;
	sp = vmtables_word(wrapper + vmtables.wrapper_last_sp);
	*end = sp == 0;
	return *end || enter(at, sp, vmtables_word(wrapper + vmtables.wrapper_last_fp),
	                     vmtables_word(wrapper + vmtables.wrapper_last_pc));
}

bool vmwalk(const void *jni, uint32_t limit, struct vmwalk *walk, struct vmwalk_frame *frames)
{
	struct position at;
	uint32_t physical;
	bool end = false;

	*walk = (struct vmwalk){.hash = UINT64_C(0x9e3779b97f4a7c15) ^ limit};
	if (!first(jni, &at))
		return false;
	for (physical = 0; !end && walk->frames < limit && physical < PHYSICAL_MAX; physical++) {
		struct vmtables_code code;

		if (at.pc - vmtables.interpreter < vmtables.interpreter_size) {
			if (!interpreted(&at, walk, frames))
				return false;
			continue;
		}
		if (at.pc == vmtables.call_stub_return) {
			if (!entry(&at, &end))
				return false;
			continue;
		}
		if (at.pc != 0 && at.pc == vmtables.continuation_return) {
			walk->continuation = end = true;
			continue;
		}
		code = code_of(at.pc);
		if (code.kind == VMTABLES_OTHER || !compiled(&at, &code, walk, frames))
			return false;
	}
	walk->hash = mix(walk->hash, walk->frames, UINT64_C(0xc2b2ae3d27d4eb4f));
	return walk->frames > 0 && physical < PHYSICAL_MAX;
}

/* ---- how long an interpreted frame's name holds ---- */

/* One word, so that all threads agree: the generation, whether a safepoint has been since it began,
 * and the lower bits of the VM's counts as last seen. */
#define LOADED_BITS     17
#define SAFEPOINTS_BITS 18
#define LOADED_MASK     ((UINT64_C(1) << LOADED_BITS) - 1)
#define SAFEPOINTS_MASK ((UINT64_C(1) << SAFEPOINTS_BITS) - 1)
#define GENERATION_MASK ((UINT64_C(1) << VMWALK_GENERATION_BITS) - 1)
#define PENDING_SHIFT   (LOADED_BITS + SAFEPOINTS_BITS)

static _Atomic uint64_t seen;

static uint64_t next_seen(uint64_t before, uint64_t loaded, uint64_t safepoints)
{
	uint64_t generation = before >> (PENDING_SHIFT + 1);
	bool pending = (before >> PENDING_SHIFT & 1) != 0;

	pending = pending || (before >> LOADED_BITS & SAFEPOINTS_MASK) != safepoints;
	if (pending && (before & LOADED_MASK) != loaded) {
		generation = (generation + 1) & GENERATION_MASK;
		pending = false;
	}
	return ((generation << 1 | pending) << SAFEPOINTS_BITS | safepoints) << LOADED_BITS |
	       loaded;
}

uint32_t vmwalk_generation(uint64_t collections)
{
	uint64_t before, after, loaded, safepoints;

	if (vmtables.loaded_classes == NULL)
		return (uint32_t)(collections % GENERATION_MASK + 1);
	before = atomic_load_explicit(&seen, memory_order_relaxed);
	do {
		loaded = (uint64_t)*vmtables.loaded_classes & LOADED_MASK;
		safepoints = (uint64_t)*vmtables.safepoints & SAFEPOINTS_MASK;
		after = next_seen(before, loaded, safepoints);
	} while (after != before &&
	         !atomic_compare_exchange_weak_explicit(&seen, &before, after,
	                                                memory_order_relaxed, memory_order_relaxed));
	after >>= PENDING_SHIFT + 1;
	return (uint32_t)(after % GENERATION_MASK + 1);
}
