// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "expansions.h"

#include "alignment.h"
#include "intern.h"
#include "methods.h"
#include "walk_cache.h"

/* Frames that never stand on a stack without each other cannot be told apart: a run of so many is
 * learned as one. */
#define RUN_MAX    6u
#define FRAMES_MAX 128u /* Java frames that one expansion may have */

/* Frames of which the ends can be found at once. */
#define ALIGNED_MAX 128u

/* Names of frames and runs to ids of expansions, and those: Java frames (dictionary), innermost
 * first. */
static struct walk_cache *names;
static struct intern *expansions;

bool expansions_init(void)
{
	if (names == NULL)
		names = walk_cache_new(1);
	if (expansions == NULL)
		expansions = intern_new();
	return names != NULL && expansions != NULL;
}

void expansions_turn(uint32_t generation)
{
	walk_cache_turn(names, generation);
}

/* ---- names ---- */

static bool is_java(const struct vmwalk_step *step)
{
	return step->kind == VMWALK_INTERPRETED || step->kind == VMWALK_COMPILED;
}

/* The name of a frame, or of a run that begins with it, outermost first. */
static void begin(struct walk_key *key)
{
	*key = (struct walk_key){UINT64_C(0xd6e8feb86659fd93), 0, 0};
}

static void extend(struct walk_key *key, const struct vmwalk_step *step, uint32_t generation)
{
	key->hash = vmwalk_name(step, key->hash);
	key->frames++;
	if (step->kind == VMWALK_INTERPRETED)
		key->generation = generation;
}

static struct walk_key name_of(const struct vmwalk_step *step, uint32_t generation)
{
	struct walk_key key;

	begin(&key);
	extend(&key, step, generation);
	return key;
}

static uint32_t known(const struct vmwalk_step *step, uint32_t generation, uint64_t random,
                      bool *due)
{
	struct walk_key key = name_of(step, generation);

	return walk_cache_find(names, &key, random, due);
}

/* The shortest run of several frames, outermost first from `at` on, that is known: *end is behind
 * it. */
static uint32_t known_run(const struct vmwalk_memory *walk, uint32_t at, uint32_t generation,
                          uint64_t random, bool *due, uint32_t *end)
{
	struct walk_key key;
	uint32_t i, id;

	begin(&key);
	for (i = at; i < walk->walked && key.frames < RUN_MAX; i++) {
		if (!is_java(walk->steps[i]))
			continue;
		extend(&key, walk->steps[i], generation);
		id = key.frames > 1 ? walk_cache_find(names, &key, random, due) : 0;
		if (id != 0) {
			*end = i + 1;
			return id;
		}
	}
	return 0;
}

/* ---- from frames to a stack ---- */

static const uint32_t *frames_of(uint32_t id, uint32_t *n)
{
	const uint32_t *frames = intern_key(expansions, id, n);

	*n /= (uint32_t)sizeof *frames;
	return frames;
}

/* The stack below `caller` with all frames of an expansion. */
static uint32_t expand(uint32_t caller, uint32_t id)
{
	uint32_t n;
	const uint32_t *frames = frames_of(id, &n);

	while (n-- > 0 && caller != 0)
		caller = dictionary_callee(caller, frames[n]);
	return caller;
}

/* The stack as an event in the innermost frame of the expansion counts it. */
static uint32_t judge(uint32_t stack, uint32_t depth)
{
	if (dictionary_depth(stack) > depth)
		stack = dictionary_cut(stack, depth);
	return stack != 0 ? dictionary_judged(stack) : 0;
}

/* What was known of frames that still stand where they stood. An address of a Method may be another
 * one's by now. */
static void forget_if_outdated(struct vmwalk_memory *walk, uint32_t generation)
{
	if (walk->generation != generation)
		walk->composed = 0;
	walk->generation = generation;
}

/* Number of outermost steps whose stack is known. */
static uint32_t known_part(const struct vmwalk_memory *walk)
{
	uint32_t n = walk->composed;

	while (n > 0 && walk->steps[n - 1]->stack == 0)
		n--;
	return n;
}

uint32_t expansions_compose(struct carrier *carrier, uint32_t generation, uint32_t depth, bool *due)
{
	struct vmwalk_memory *walk = &carrier->walk;
	uint64_t random = carriers_random(carrier);
	uint32_t i, next, stack;

	/* A walk that was cut has no outermost frame to begin with. */
	if (walk->n == 0)
		return 0;
	forget_if_outdated(walk, generation);
	i = known_part(walk);
	stack = i > 0 ? walk->steps[i - 1]->stack : dictionary_bottom(0);
	while (i < walk->walked && stack != 0) {
		next = i + 1;
		if (is_java(walk->steps[i])) {
			bool its = false;
			uint32_t id = known(walk->steps[i], generation, random, &its);

			if (id == 0)
				id = known_run(walk, i, generation, random, &its, &next);
			if (id == 0)
				return 0;
			stack = expand(stack, id);
			*due = *due || its;
		}
		for (; i < next; i++)
			walk->steps[i]->stack = i + 1 == next ? stack : 0;
		walk->composed = next;
	}
	return stack != 0 && dictionary_depth(stack) > 0 ? judge(stack, depth) : 0;
}

/* ---- learning ---- */

static void learn(const struct walk_key *key, JNIEnv *jni, const struct dictionary_vm_frame *frames,
                  uint32_t n)
{
	uint32_t ids[FRAMES_MAX], i, length = n * (uint32_t)sizeof *ids;

	if (n == 0 || n > FRAMES_MAX)
		return;
	for (i = 0; i < n; i++) {
		ids[i] = methods_frame(&frames[i], jni);
		if (ids[i] == 0)
			return;
	}
	walk_cache_put(names, key,
	               intern_add(expansions, ids, length, intern_hash(ids, length), NULL, 0));
}

/* Whether a known frame is what the VM says now: it is verified then. After a redefinition the VM
 * may call a frame that reads the same otherwise. */
static bool agrees(const struct walk_key *key, uint32_t id, JNIEnv *jni,
                   const struct dictionary_vm_frame *frames, uint32_t n)
{
	uint32_t expected_n, i;
	const uint32_t *expected = frames_of(id, &expected_n);

	if (n != expected_n)
		return false;
	for (i = 0; i < n; i++) {
		uint32_t frame = methods_frame(&frames[i], jni);

		if (frame != 0 && !dictionary_same_frame(expected[i], frame))
			return false;
	}
	walk_cache_verified(names, key);
	return true;
}

/* One step, and all that it stands for: false when it was known to stand for something else. */
static bool learn_step(const struct vmwalk_step *step, uint32_t generation, JNIEnv *jni,
                       const struct dictionary_vm_frame *frames, uint32_t n)
{
	struct walk_key key = name_of(step, generation);
	uint32_t id = walk_cache_find(names, &key, 0, NULL);

	if (id != 0)
		return agrees(&key, id, jni, frames, n);
	learn(&key, jni, frames, n);
	return true;
}

/* What is left to be learned: steps from `outer` up to before `inner`, and VM frames from `first`
 * up to before `last`, innermost first. */
struct rest {
	uint32_t outer, inner;
	uint32_t first, last;
};

/* How many VM frames a step has: 0 when that is not known, or more than there are. */
static uint32_t length_of(const struct vmwalk_step *step, uint32_t generation,
                          const struct rest *rest)
{
	uint32_t id = known(step, generation, 0, NULL), n = step->kind == VMWALK_INTERPRETED;

	if (id != 0)
		frames_of(id, &n);
	return n <= rest->last - rest->first ? n : 0;
}

static bool from_inside(struct carrier *carrier, JNIEnv *jni, uint32_t generation,
                        struct rest *rest)
{
	for (; rest->inner > rest->outer; rest->inner--) {
		const struct vmwalk_step *step = carrier->walk.steps[rest->inner - 1];
		uint32_t n;

		if (!is_java(step))
			continue;
		n = length_of(step, generation, rest);
		if (n == 0)
			return true;
		if (!learn_step(step, generation, jni, &carrier->frames[rest->first], n))
			return false;
		rest->first += n;
	}
	return true;
}

static bool from_outside(struct carrier *carrier, JNIEnv *jni, uint32_t generation,
                         struct rest *rest)
{
	for (; rest->outer < rest->inner; rest->outer++) {
		const struct vmwalk_step *step = carrier->walk.steps[rest->outer];
		uint32_t n;

		if (!is_java(step))
			continue;
		n = length_of(step, generation, rest);
		if (n == 0)
			return true;
		if (!learn_step(step, generation, jni, &carrier->frames[rest->last - n], n))
			return false;
		rest->last -= n;
	}
	return true;
}

/* The Java frames of a rest, outermost first. */
struct middle {
	const struct vmwalk_step *step[ALIGNED_MAX];
	uint32_t at[ALIGNED_MAX]; /* where it begins */
	uint32_t n;
};

static bool find_ends(const struct carrier *carrier, const struct rest *rest, struct middle *middle)
{
	uintptr_t methods[ALIGNED_MAX];
	uint32_t i;

	middle->n = 0;
	for (i = rest->outer; i < rest->inner; i++) {
		const struct vmwalk_step *step = carrier->walk.steps[i];

		if (!is_java(step))
			continue;
		if (middle->n == ALIGNED_MAX)
			return false;
		methods[middle->n] = alignment_possible() ? vmwalk_method(step) : 0;
		middle->at[middle->n] = ALIGNMENT_UNKNOWN;
		middle->step[middle->n++] = step;
	}
	if (alignment_possible())
		alignment(methods, middle->n, carrier->frames, rest->first, rest->last, middle->at);
	return true;
}

static void learn_run(const struct vmwalk_step *const *step, uint32_t n, uint32_t generation,
                      JNIEnv *jni, const struct dictionary_vm_frame *frames, uint32_t n_frames)
{
	struct walk_key key;
	uint32_t i;

	if (n > RUN_MAX)
		return;
	begin(&key);
	for (i = 0; i < n; i++)
		extend(&key, step[i], generation);
	learn(&key, jni, frames, n_frames);
}

/* Between two places where a frame is known to begin stands one frame, or a run of some. */
static bool learn_middle(struct carrier *carrier, JNIEnv *jni, uint32_t generation,
                         const struct rest *rest)
{
	struct middle middle;
	uint32_t i, next, last = rest->last;

	if (!find_ends(carrier, rest, &middle))
		return true;
	for (i = 0; i < middle.n; i = next) {
		uint32_t first;

		for (next = i + 1; next < middle.n && middle.at[next] == ALIGNMENT_UNKNOWN; next++)
			;
		first = next < middle.n ? middle.at[next] + 1 : rest->first;
		if (next > i + 1)
			learn_run(&middle.step[i], next - i, generation, jni,
			          &carrier->frames[first], last - first);
		else if (!learn_step(middle.step[i], generation, jni, &carrier->frames[first],
		                     last - first))
			return false;
		last = first;
	}
	return true;
}

bool expansions_learn(struct carrier *carrier, JNIEnv *jni, uint32_t generation, uint32_t n,
                      bool whole)
{
	struct rest rest = {0, carrier->walk.walked, 0, n};

	if (!from_inside(carrier, jni, generation, &rest))
		return false;
	if (!whole || carrier->walk.n == 0)
		return true;
	return from_outside(carrier, jni, generation, &rest) &&
	       learn_middle(carrier, jni, generation, &rest);
}
