// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "expansions.h"

#include <stdlib.h>
#include <string.h>

#include "intern.h"
#include "methods.h"
#include "leaves.h"
#include "walk_cache.h"

/* Frames that never stand on a stack without each other cannot be told apart: a run of so many is
 * learned as one. */
#define RUN_MAX    6u
#define FRAMES_MAX 256u /* Java frames that one expansion may have */

/* Names of frames and runs to ids of expansions; and those: VM frames, innermost first, to what they
 * are in the dictionary. */
static struct walk_cache *names;
static struct intern *expansions;

struct expansion {
	uint32_t n;
	struct recording_frame resolved[];
};

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

static uint32_t known(const struct vmwalk_step *step, uint32_t generation, uint64_t random,
                      bool *due)
{
	struct walk_key key;

	begin(&key);
	extend(&key, step, generation);
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
		if (!is_java(&walk->steps[i]))
			continue;
		extend(&key, &walk->steps[i], generation);
		id = key.frames > 1 ? walk_cache_find(names, &key, random, due) : 0;
		if (id != 0) {
			*end = i + 1;
			return id;
		}
	}
	return 0;
}

/* ---- from frames to a stack ---- */

static uint32_t callee(uint32_t caller, const struct dictionary_vm_frame *frame,
                       struct recording_frame resolved)
{
	uint32_t stack = dictionary_find_callee(caller, frame);

	return stack != 0 ? stack : dictionary_add_callee(caller, frame, resolved);
}

/* The stack below `caller` with all frames of an expansion. */
static uint32_t expand(uint32_t caller, uint32_t id)
{
	uint32_t length, i;
	const struct dictionary_vm_frame *frames = intern_key(expansions, id, &length);
	const struct expansion *expansion = intern_value(expansions, id, &length);

	for (i = expansion->n; i-- > 0 && caller != 0;)
		caller = callee(caller, &frames[i], expansion->resolved[i]);
	return caller;
}

/* The stack as an event in the innermost frame of the expansion counts it. */
static uint32_t judge(uint32_t stack, uint32_t leaf, uint32_t depth)
{
	uint32_t length;

	if (dictionary_depth(stack) > depth)
		stack = dictionary_cut(stack, depth);
	return stack != 0 ? leaves_judge(stack, intern_key(expansions, leaf, &length)) : 0;
}

/* What was known of frames that still stand where they stood. An address of a Method may be another
 * one's by now. */
static void forget_if_outdated(struct vmwalk_memory *walk, uint32_t generation)
{
	uint32_t i;

	if (walk->generation == generation)
		return;
	walk->generation = generation;
	for (i = 0; i < walk->walked; i++)
		walk->steps[i].stack = 0;
}

/* Number of outermost steps whose stack is known. */
static uint32_t known_part(const struct vmwalk_memory *walk)
{
	uint32_t n = walk->walked;

	while (n > 0 && walk->steps[n - 1].stack == 0)
		n--;
	return n;
}

uint32_t expansions_compose(struct carrier *carrier, uint32_t generation, uint32_t depth, bool *due)
{
	struct vmwalk_memory *walk = &carrier->walk;
	uint64_t random = carriers_random(carrier);
	uint32_t i, next, stack, leaf;

	/* A walk that was cut has no outermost frame to begin with. */
	if (walk->n == 0)
		return 0;
	forget_if_outdated(walk, generation);
	i = known_part(walk);
	stack = i > 0 ? walk->steps[i - 1].stack : dictionary_bottom(0);
	leaf = i > 0 ? walk->steps[i - 1].expansion : 0;
	for (; i < walk->walked && stack != 0; i = next) {
		next = i + 1;
		if (is_java(&walk->steps[i])) {
			bool its = false;

			leaf = known(&walk->steps[i], generation, random, &its);
			if (leaf == 0)
				leaf = known_run(walk, i, generation, random, &its, &next);
			if (leaf == 0)
				return 0;
			stack = expand(stack, leaf);
			*due = *due || its;
		}
		walk->steps[next - 1].stack = stack;
		walk->steps[next - 1].expansion = leaf;
	}
	return stack == 0 || leaf == 0 ? 0 : judge(stack, leaf, depth);
}

/* ---- learning ---- */

static uint32_t length_of(uint32_t id)
{
	uint32_t bytes;

	intern_key(expansions, id, &bytes);
	return bytes / (uint32_t)sizeof(struct dictionary_vm_frame);
}

static struct recording_frame resolve(const struct dictionary_vm_frame *frame, JNIEnv *jni)
{
	struct recording_frame resolved = {methods_of((jmethodID)frame->method, jni), LINE_UNKNOWN};

	if (resolved.method != 0)
		resolved.line = dictionary_line_of(resolved.method, frame->location);
	return resolved;
}

/* After a redefinition the VM may have another id for a method that reads the same. */
static bool agrees(uint32_t id, JNIEnv *jni, const struct dictionary_vm_frame *frames)
{
	uint32_t bytes, i;
	const void *expected = intern_key(expansions, id, &bytes);
	const struct expansion *expansion;

	if (memcmp(expected, frames, bytes) == 0)
		return true;
	expansion = intern_value(expansions, id, &bytes);
	for (i = 0; i < expansion->n; i++) {
		struct recording_frame frame = resolve(&frames[i], jni);

		if (frame.method != 0 && !dictionary_same_frame(expansion->resolved[i], frame))
			return false;
	}
	return true;
}

static void learn(const struct walk_key *key, JNIEnv *jni, const struct dictionary_vm_frame *frames,
                  uint32_t n)
{
	size_t bytes = sizeof(struct expansion) + n * sizeof(struct recording_frame);
	struct expansion *expansion = n > 0 && n <= FRAMES_MAX ? malloc(bytes) : NULL;
	uint32_t i, id = 0, length = n * (uint32_t)sizeof *frames;

	if (expansion == NULL)
		return;
	expansion->n = n;
	for (i = 0; i < n; i++) {
		expansion->resolved[i] = resolve(&frames[i], jni);
		if (expansion->resolved[i].method == 0)
			break;
	}
	if (i == n)
		id = intern_add(expansions, frames, length, intern_hash(frames, length), expansion,
		                (uint32_t)bytes);
	free(expansion);
	walk_cache_put(names, key, id);
}

static void learn_one(const struct vmwalk_step *step, uint32_t generation, JNIEnv *jni,
                      const struct dictionary_vm_frame *frames, uint32_t n)
{
	struct walk_key key;

	begin(&key);
	extend(&key, step, generation);
	learn(&key, jni, frames, n);
}

/* What is left to be learned: steps from `outer` up to before `inner`, and VM frames from `first`
 * up to before `last`, innermost first. */
struct rest {
	uint32_t outer, inner;
	uint32_t first, last;
};

/* From the innermost frame outwards, as far as lengths are known: an interpreted frame is one. */
static bool from_inside(struct carrier *carrier, JNIEnv *jni, uint32_t generation,
                        struct rest *rest)
{
	for (; rest->inner > rest->outer && rest->first < rest->last; rest->inner--) {
		const struct vmwalk_step *step = &carrier->walk.steps[rest->inner - 1];
		uint32_t n = 1, id;

		if (!is_java(step))
			continue;
		id = known(step, generation, 0, NULL);
		if (id != 0) {
			n = length_of(id);
			if (rest->last - rest->first < n)
				return true;
			if (!agrees(id, jni, &carrier->frames[rest->first]))
				return false;
		} else if (step->kind == VMWALK_INTERPRETED) {
			learn_one(step, generation, jni, &carrier->frames[rest->first], 1);
		} else {
			return true;
		}
		rest->first += n;
	}
	return true;
}

/* From the outermost frame inwards. */
static bool from_outside(struct carrier *carrier, JNIEnv *jni, uint32_t generation,
                         struct rest *rest)
{
	for (; rest->outer < rest->inner; rest->outer++) {
		const struct vmwalk_step *step = &carrier->walk.steps[rest->outer];
		uint32_t n = 1, id;

		if (!is_java(step))
			continue;
		id = known(step, generation, 0, NULL);
		if (id == 0 && step->kind != VMWALK_INTERPRETED)
			return true;
		if (id != 0)
			n = length_of(id);
		if (rest->last - rest->first < n)
			return true;
		if (id == 0)
			learn_one(step, generation, jni, &carrier->frames[rest->last - 1], 1);
		else if (!agrees(id, jni, &carrier->frames[rest->last - n]))
			return false;
		rest->last -= n;
	}
	return true;
}

static void learn_run(struct carrier *carrier, JNIEnv *jni, uint32_t generation,
                      const struct rest *rest)
{
	struct walk_key key;
	uint32_t i;

	begin(&key);
	for (i = rest->outer; i < rest->inner && key.frames <= RUN_MAX; i++)
		if (is_java(&carrier->walk.steps[i]))
			extend(&key, &carrier->walk.steps[i], generation);
	if (key.frames > 0 && key.frames <= RUN_MAX)
		learn(&key, jni, &carrier->frames[rest->first], rest->last - rest->first);
}

bool expansions_learn(struct carrier *carrier, JNIEnv *jni, uint32_t generation, uint32_t n,
                      bool whole)
{
	struct rest rest = {0, carrier->walk.walked, 0, n};

	if (!from_inside(carrier, jni, generation, &rest))
		return false;
	if (!whole || carrier->walk.n == 0)
		return true;
	if (!from_outside(carrier, jni, generation, &rest))
		return false;
	learn_run(carrier, jni, generation, &rest);
	return true;
}
