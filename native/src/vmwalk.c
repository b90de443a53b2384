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

/* A walk under way, but for its position. These functions are one: it stays in registers. */
#define ONE inline __attribute__((always_inline))
struct way {
	struct vmwalk_step **steps, **fresh; /* the memory's */
	uint32_t room;
	/* Steps of the walk before that may still be met, the outermost ones, and where the
	 * innermost of them stands. */
	uint32_t known;
	uintptr_t known_sp;
	uint32_t n;   /* steps taken */
	uint32_t run; /* the latest of them are the steps that follow the known ones */
	uint32_t java;
	bool end;
};

static ONE void know(struct way *way, uint32_t known)
{
	way->known = known;
	way->known_sp = known > 0 ? way->steps[known - 1]->sp : UINTPTR_MAX;
}

/* The run does not go on to the outermost frame: its steps will have other names. They change
 * places with spare ones, and are as good as fresh. */
static ONE void end_run(struct way *way)
{
	uint32_t i;

	for (i = 0; i < way->run; i++) {
		struct vmwalk_step **from = &way->steps[way->known + i];
		struct vmwalk_step **to = &way->fresh[way->n - 1 - i];
		struct vmwalk_step *spare = *to;

		*to = *from;
		*from = spare;
	}
	way->run = 0;
}

/* Over a frame that stands where the innermost known step does, with its return address. */
static ONE bool step_again(struct way *way, struct position *at)
{
	const struct vmwalk_step *step = way->steps[way->known - 1];
	struct vmwalk_step *now = way->fresh[way->n];

	if (step->kind == VMWALK_COMPILED && vmcode_is(step->a, step->b, step->block)) {
		if (!leave(at, step->b))
			return false;
		way->java++;
		way->run++;
	} else {
		if (!step_over(at, now, &way->end))
			return false;
		way->java += is_java(now);
		if (same_frame(step, now))
			way->run++;
		else
			end_run(way);
	}
	know(way, way->known - 1);
	way->n++;
	return true;
}

static ONE bool step_anew(struct way *way, struct position *at)
{
	struct vmwalk_step *now = way->fresh[way->n];

	if (way->run > 0)
		end_run(way);
	if (!step_over(at, now, &way->end))
		return false;
	way->java += is_java(now);
	way->n++;
	return true;
}

/* Walks outwards until the end, or `limit` Java frames. Most often all is, from some frame on, as
 * it was in the walk before. */
static ONE bool go(struct way *way, struct position *at, uint32_t limit)
{
	while (!way->end && way->java < limit) {
		if (way->n == way->room)
			return false;
		if (at->sp > way->known_sp) {
			end_run(way);
			while (at->sp > way->known_sp)
				know(way, way->known - 1);
		}
		if (at->sp == way->known_sp && at->pc == way->steps[way->known - 1]->pc) {
			if (!step_again(way, at))
				return false;
		} else if (!step_anew(way, at)) {
			return false;
		}
	}
	if (!way->end || way->known > 0)
		end_run(way);
	return true;
}

/* Names the fresh steps, given those of the run, and puts them beside these. */
static ONE void name_all(struct vmwalk_memory *memory, const struct way *way, struct vmwalk *walk)
{
	uint32_t n = way->run, i, frames = 0;
	uint64_t hash = SEED;
	uint8_t traits = 0;

	if (n > 0) {
		hash = way->steps[n - 1]->hash;
		frames = way->steps[n - 1]->frames;
		traits = way->steps[n - 1]->traits;
	}
	for (i = way->n - way->run; i-- > 0;) {
		struct vmwalk_step *step = way->fresh[i];

		/* The place of a step that is no more is free for a fresh one. */
		way->fresh[i] = way->steps[n];
		way->steps[n++] = step;
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
	memory->n = way->end ? n : 0;
	*walk = (struct vmwalk){hash, frames, (traits & VMWALK_HAS_INTERPRETED) != 0,
	                        (traits & VMWALK_HAS_CONTINUATION) != 0};
}

bool vmwalk(const void *jni, uint32_t limit, struct vmwalk_memory *memory, struct vmwalk *walk)
{
	struct position at;
	struct way way = {0};

	if ((memory->room == 0 && !grow(memory)) || !first((uintptr_t)jni - env_offset, &at))
		return false;
	way.steps = memory->steps;
	way.fresh = memory->fresh;
	way.room = memory->room;
	know(&way, memory->n);
	if (!go(&way, &at, limit)) {
		memory->walked = memory->n = 0;
		if (way.n == memory->room)
			grow(memory); /* for the next time */
		return false;
	}
	name_all(memory, &way, walk);
	walk->hash = mix(walk->hash, (uint64_t)walk->frames << 32 | limit, SEED);
	return walk->frames > 0;
}

const struct vmwalk_step *vmwalk_interpreted(const struct vmwalk_memory *memory, uint32_t i)
{
	uint32_t n = memory->walked;

	while (n-- > 0) {
		const struct vmwalk_step *step = memory->steps[n];

		if (step->kind == VMWALK_STUB)
			continue;
		if (step->kind != VMWALK_INTERPRETED)
			return NULL;
		if (i-- == 0)
			return step;
	}
	return NULL;
}
