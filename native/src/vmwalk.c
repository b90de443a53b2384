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
 * processor's cache; the pointers to both; and where the known ones stand. */
static size_t bytes_of(uint32_t room)
{
	size_t step = 2 * (sizeof(struct vmwalk_step) + sizeof(struct vmwalk_step *));

	return LINE + room * (step + sizeof(uintptr_t));
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
	memory->sp = (uintptr_t *)(memory->fresh + room);
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

/* How many of the `n` outermost steps of the walk before are Java's. */
static inline uint32_t java_of(const struct vmwalk_memory *memory, uint32_t n)
{
	return n > 0 ? memory->steps[n - 1]->frames : 0;
}

/* How far a walk came. Between the steps that it took there may be a stretch of the walk before. */
struct way {
	uint32_t fresh;      /* steps that it took */
	uint32_t inner;      /* those of them inside the stretch; all, when there is none */
	uint32_t begin, end; /* the stretch: steps of the walk before, by number */
	uintptr_t shift;     /* how much further up it stands */
	uint32_t reached;    /* Java frames up to its outer end */
	uint32_t kept;       /* outermost steps of the walk before, which are the same */
	uint32_t java;       /* Java frames in all */
	bool cut;
};

/* Takes over the steps of the walk before from number `begin` to `end`, and goes on outside them.
 */
static ALWAYS_INLINE void take_over(const struct vmwalk_memory *memory, uint32_t begin,
                                    uint32_t end, struct position *at, struct way *way)
{
	const struct vmwalk_step *next = memory->steps[begin - 1];

	way->inner = way->fresh;
	way->begin = begin;
	way->end = end;
	way->shift = at->sp - memory->sp[end - 1];
	way->java += java_of(memory, end) - java_of(memory, begin);
	way->reached = way->java;
	at->sp = memory->sp[begin - 1] + way->shift;
	at->pc = next->pc;
	at->fp = is_code(next) ? 0 : next->fp;
}

/* Frames may have moved because of what changed outside them: the innermost ones are compared with
 * those of the walk before wherever they stand. How many of these are left to be compared. */
static ALWAYS_INLINE uint32_t begin_moved(const struct vmwalk_memory *memory, uint32_t known,
                                          struct position *at, struct way *way)
{
	const struct vmwalk_step *innermost = memory->steps[known - 1];
	struct before before = {memory->steps, memory->sp, at->sp - memory->sp[known - 1],
	                        at->last};
	uint32_t left;

	if (before.shift == 0 || at->pc != innermost->pc || !is_code(innermost))
		return known;
	left = changed(&before, known);
	if (left == known)
		return known;
	take_over(memory, left, known, at, way);
	return left - 1;
}

/* Walks outwards from where the thread left Java until the end, or a frame from which on nothing
 * has changed since the latest walk, or `limit` Java frames. It takes over one stretch in which
 * nothing has changed. */
static bool go(uintptr_t thread, uint32_t limit, const struct vmwalk_memory *memory, uint32_t known,
               struct way *way)
{
	struct vmwalk_step *const *fresh = memory->fresh;
	const uintptr_t *sp = memory->sp;
	uintptr_t compared;
	uint32_t room = memory->room;
	struct position at;
	bool end = false;

	*way = (struct way){0};
	if (!first(thread, &at))
		return false;
	if (known > 0)
		known = begin_moved(memory, known, &at, way);
	/* Nothing is compared below the innermost frame that is known. */
	compared = known > 0 ? sp[known - 1] : UINTPTR_MAX;
	while (!end && way->java < limit) {
		if (at.sp >= compared) {
			while (known > 0 && sp[known - 1] < at.sp)
				known--;
			if (known > 0 && sp[known - 1] == at.sp &&
			    same_frame(memory->steps[known - 1], at.fp, at.pc)) {
				struct before before = {memory->steps, sp, 0, at.last};
				uint32_t left = changed(&before, known);

				if (left == 0) {
					way->kept = known;
					way->java += java_of(memory, known);
					break;
				}
				if (way->end == 0 && left < known)
					take_over(memory, left, known, &at, way);
				known = left - 1;
			}
			compared = known > 0 ? sp[known - 1] : UINTPTR_MAX;
		}
		if (way->fresh == room || !step_over(&at, fresh[way->fresh], &end))
			return false;
		way->java += is_java(fresh[way->fresh++]);
	}
	way->cut = !end && way->kept == 0;
	if (way->end == 0) {
		way->inner = way->fresh;
		way->begin = way->end = way->kept;
		way->reached = way->java - java_of(memory, way->kept);
	}
	return true;
}

/* What a Java frame with so many others outside it adds to the name of a stack. */
static inline uint64_t term_of(uint64_t name, uint32_t outer)
{
	return mix(name, outer * UINT64_C(0xd6e8feb86659fd93), SEED);
}

/* Steps number `from` to `to` are no more. */
static inline void drop(struct vmwalk_memory *memory, uint32_t from, uint32_t to)
{
	for (; from < to; from++) {
		memory->sum -= memory->steps[from]->term;
		memory->interpreted -= memory->steps[from]->kind == VMWALK_INTERPRETED;
	}
}

/* The fresh steps number `from` to `to`, innermost first, stand inside the `n` outermost ones. */
static inline uint32_t put(struct vmwalk_memory *memory, uint32_t n, uint32_t from, uint32_t to)
{
	uint32_t frames = java_of(memory, n);

	while (to-- > from) {
		struct vmwalk_step *step = memory->fresh[to];

		/* The place of a step that is no more is free for a fresh one. */
		memory->fresh[to] = memory->steps[n];
		memory->sp[n] = step->sp;
		memory->steps[n++] = step;
		step->term = 0;
		if (step->kind == VMWALK_COMPILED) {
			step->term = term_of(compiled_name(step, SEED), frames++);
		} else if (step->kind == VMWALK_INTERPRETED) {
			step->term = term_of(interpreted_name(step, SEED), frames++);
			memory->interpreted++;
		}
		memory->sum += step->term;
		step->frames = (uint16_t)frames;
	}
	return n;
}

/* Whether the stretch has its place still: as many steps, and as many of Java's, are outside it. */
static bool fits(const struct vmwalk_memory *memory, const struct way *way)
{
	return way->kept + way->fresh - way->inner == way->begin &&
	       way->java - way->reached == java_of(memory, way->begin);
}

static inline void swap(struct vmwalk_step **one, struct vmwalk_step **other)
{
	struct vmwalk_step *step = *one;

	*one = *other;
	*other = step;
}

/* Makes the steps of a stretch that has lost its place fresh ones. */
static void free_stretch(struct vmwalk_memory *memory, struct way *way)
{
	uint32_t n = way->end - way->begin, i;

	drop(memory, way->begin, way->end);
	for (i = way->fresh; i-- > way->inner;)
		swap(&memory->fresh[i], &memory->fresh[i + n]);
	for (i = 0; i < n; i++) {
		struct vmwalk_step **step = &memory->fresh[way->inner + i];

		swap(step, &memory->steps[way->end - 1 - i]);
		(*step)->sp = memory->sp[way->end - 1 - i];
	}
	way->fresh += n;
	way->inner = way->fresh;
	way->begin = way->end = way->kept;
}

/* Puts the fresh steps beside those that stay. */
static void put_all(struct vmwalk_memory *memory, struct way *way)
{
	uint32_t i;

	if (memory->n == 0) {
		memory->sum = 0;
		memory->interpreted = 0;
	}
	drop(memory, way->kept, way->begin);
	drop(memory, way->end, memory->n);
	if (way->shift != 0)
		for (i = way->begin; i < way->end; i++)
			memory->sp[i] += way->shift;
	if (!fits(memory, way))
		free_stretch(memory, way);
	put(memory, way->kept, way->inner, way->fresh);
	memory->walked = put(memory, way->end, 0, way->inner);
	/* What was cut has no outermost frame that the next walk could lean on. */
	memory->n = way->cut ? 0 : memory->walked;
	if (memory->composed > way->kept)
		memory->composed = way->kept;
}

bool vmwalk(const void *jni, uint32_t limit, struct vmwalk_memory *memory, struct vmwalk *walk)
{
	uintptr_t thread = (uintptr_t)jni - env_offset;
	struct way way;
	bool found;

	if (memory->room == 0 && !grow(memory))
		return false;
	found = go(thread, limit, memory, memory->n, &way);
	/* With what it kept it may have gone further than the VM will: then without. */
	if (found && way.java > limit)
		found = go(thread, limit, memory, 0, &way);
	if (way.fresh + way.kept + (way.end - way.begin) >= memory->room) {
		/* For the next time. */
		grow(memory);
		return false;
	}
	if (!found)
		return false;
	put_all(memory, &way);
	*walk = (struct vmwalk){mix(memory->sum, (uint64_t)way.java << 32 | limit, SEED), way.java,
	                        memory->interpreted > 0,
	                        memory->walked > 0 &&
	                                memory->steps[0]->kind == VMWALK_CONTINUATION};
	return way.java > 0;
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
