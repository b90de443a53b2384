// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "vmwalk.h"

#include <stddef.h>
#include <stdlib.h>

#include "budget.h"
#include "vmframe.h"

#define ROOM_FIRST     32u
#define ROOM_MAX       8192u
#define SEED           UINT64_C(0x9e3779b97f4a7c15)
#define ENV_OFFSET_MAX 16384
#define LINE           64u

#if (defined(__x86_64__) || defined(__aarch64__)) && UINTPTR_MAX == UINT64_MAX
#define SUPPORTED true
#else
#define SUPPORTED false
#endif

/* A build that is wrong on purpose, to see what is said then: all lines of a method are one. */
#ifdef JDHAT_WRONG_WALKS
#define BYTECODE(step) ((step)->b & 0)
#else
#define BYTECODE(step) ((step)->b)
#endif

typedef unsigned __int128 uint128;

static uintptr_t env_offset; /* of the JNIEnv in its JavaThread */
_Atomic bool vmframe_proven;

bool vmwalk_init(const void *in_vm, const void *jni, uintptr_t vm_thread, const char **why)
{
	*why = "this processor is none that the fast walk knows";
	if (!SUPPORTED || !vmtables_init(in_vm, why))
		return false;
	*why = "this VM keeps its threads in another way";
	env_offset = (uintptr_t)jni - vm_thread;
	return vm_thread != 0 && env_offset < ENV_OFFSET_MAX;
}

void vmwalk_proven(void)
{
	atomic_store(&vmframe_proven, true);
}

/* Two places for each step, one for each of what is known and what is under way, in lines of the
 * processor's cache; and the pointers to both. */
static size_t bytes_of(uint32_t room)
{
	return LINE +
	       2 * (size_t)room * (sizeof(struct vmwalk_step) + sizeof(struct vmwalk_step *));
}

static bool grow(struct vmwalk_memory *memory)
{
	uint32_t room = memory->room == 0 ? ROOM_FIRST : 2 * memory->room, i;
	struct vmwalk_step *step;
	void *bytes = NULL;

	if (room <= ROOM_MAX && budget_take(bytes_of(room))) {
		bytes = malloc(bytes_of(room));
		if (bytes == NULL)
			budget_give(bytes_of(room));
	}
	if (bytes == NULL)
		return false;
	vmwalk_forget(memory);
	step = (struct vmwalk_step *)(((uintptr_t)bytes + LINE - 1) & ~(uintptr_t)(LINE - 1));
	memory->memory = bytes;
	memory->steps = (struct vmwalk_step **)(step + 2 * (size_t)room);
	memory->fresh = memory->steps + room;
	memory->room = room;
	for (i = 0; i < 2 * room; i++)
		memory->steps[i] = &step[i];
	return true;
}

void vmwalk_forget(struct vmwalk_memory *memory)
{
	if (memory->room > 0)
		budget_give(bytes_of(memory->room));
	free(memory->memory);
	*memory = (struct vmwalk_memory){0};
}

/* Both halves of the product: every bit of the hash depends on every bit of the frame. */
static inline uint64_t mix(uint64_t hash, uint64_t a, uint64_t b)
{
	uint128 product = (uint128)(hash ^ a) * (b ^ UINT64_C(0x9fb21c651e98df25));

	return (uint64_t)product ^ (uint64_t)(product >> 64);
}

static inline uint64_t interpreted_name(const struct vmwalk_step *step, uint64_t hash)
{
	return mix(hash, step->a, BYTECODE(step) << 1 | 1);
}

static inline uint64_t compiled_name(const struct vmwalk_step *step, uint64_t hash)
{
	return mix(hash, step->pc, step->b >> 32 << 1);
}

uint64_t vmwalk_name(const struct vmwalk_step *step, uint64_t hash)
{
	return step->kind == VMWALK_INTERPRETED ? interpreted_name(step, hash)
	                                        : compiled_name(step, hash);
}

static inline bool is_java(const struct vmwalk_step *step)
{
	return step->kind == VMWALK_INTERPRETED || step->kind == VMWALK_COMPILED;
}

/* How far a walk came. */
struct way {
	uint32_t fresh; /* steps that it took */
	uint32_t kept;  /* outermost steps of the walk before, which are the same */
	uint32_t java;  /* Java frames in both */
	bool cut;
};

/* Walks outwards from `at` until the end, or a frame from which on nothing has changed since the
 * latest walk, or `limit` Java frames. */
static bool go(struct position at, uint32_t limit, const struct vmwalk_memory *memory,
               uint32_t known, struct way *way)
{
	struct vmwalk_step *const *steps = memory->steps, *const *fresh = memory->fresh;
	/* Nothing is compared below the innermost frame that is known. */
	uintptr_t compared = known > 0 ? steps[known - 1]->sp : UINTPTR_MAX;
	uint32_t n = 0, java = 0, room = memory->room;
	bool end = false;

	while (!end && java < limit) {
		if (at.sp >= compared) {
			while (known > 0 && steps[known - 1]->sp < at.sp)
				known--;
			if (known > 0 && same_caller(steps[known - 1], at.sp, at.fp, at.pc) &&
			    all_same(steps, known, &known)) {
				*way = (struct way){n, known, java + steps[known - 1]->frames,
				                    false};
				return true;
			}
			compared = known > 0 ? steps[known - 1]->sp : UINTPTR_MAX;
		}
		if (n == room || !step_over(&at, fresh[n], &end)) {
			*way = (struct way){n, 0, 0, false};
			return false;
		}
		java += is_java(fresh[n++]);
	}
	*way = (struct way){n, 0, java, java == limit};
	return true;
}

/* Names the fresh steps, given those that are kept, and puts them beside these. */
static void name_all(struct vmwalk_memory *memory, const struct way *way, struct vmwalk *walk)
{
	struct vmwalk_step **steps = memory->steps, **fresh = memory->fresh;
	uint32_t n = way->kept, i, frames = 0;
	uint64_t hash = SEED;
	uint8_t traits = 0;

	if (n > 0) {
		hash = steps[n - 1]->hash;
		frames = steps[n - 1]->frames;
		traits = steps[n - 1]->traits;
	}
	for (i = way->fresh; i-- > 0;) {
		struct vmwalk_step *step = fresh[i];

		/* The place of a step that is no more is free for a fresh one. */
		fresh[i] = steps[n];
		steps[n++] = step;
		if (step->kind == VMWALK_COMPILED) {
			hash = compiled_name(step, hash);
			frames++;
		} else if (step->kind == VMWALK_INTERPRETED) {
			hash = interpreted_name(step, hash);
			frames++;
			traits |= VMWALK_HAS_INTERPRETED;
		} else if (step->kind == VMWALK_CONTINUATION) {
			traits |= VMWALK_HAS_CONTINUATION;
		}
		step->hash = hash;
		step->frames = (uint16_t)frames;
		step->traits = traits;
		step->stack = 0;
	}
	memory->walked = n;
	/* What was cut has no outermost frame that the next walk could lean on. */
	memory->n = way->cut ? 0 : n;
	*walk = (struct vmwalk){hash, frames, (traits & VMWALK_HAS_INTERPRETED) != 0,
	                        (traits & VMWALK_HAS_CONTINUATION) != 0};
}

bool vmwalk(const void *jni, uint32_t limit, struct vmwalk_memory *memory, struct vmwalk *walk)
{
	struct position start;
	struct way way;

	if ((memory->room == 0 && !grow(memory)) || !first((uintptr_t)jni - env_offset, &start))
		return false;
	if (!go(start, limit, memory, memory->n, &way) && way.fresh < memory->room)
		return false;
	/* With what it kept it may go further than the VM will: then without. */
	if (way.java > limit && !go(start, limit, memory, 0, &way) && way.fresh < memory->room)
		return false;
	if (way.fresh + way.kept >= memory->room) {
		/* For the next time. */
		grow(memory);
		return false;
	}
	name_all(memory, &way, walk);
	walk->hash = mix(walk->hash, (uint64_t)walk->frames << 32 | limit, SEED);
	return walk->frames > 0;
}

const struct vmwalk_step *vmwalk_interpreted(const struct vmwalk_memory *memory,
                                             enum vmwalk_end end, uint32_t i)
{
	uint32_t n;

	for (n = 0; n < memory->walked; n++) {
		const struct vmwalk_step *step =
		        memory->steps[end == VMWALK_OUTERMOST ? n : memory->walked - 1 - n];

		if (step->kind == VMWALK_STUB || step->kind == VMWALK_ENTRY)
			continue;
		if (step->kind != VMWALK_INTERPRETED)
			return NULL;
		if (i-- == 0)
			return step;
	}
	return NULL;
}
