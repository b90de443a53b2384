// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "dictionary.h"

#include <stdlib.h>
#include <string.h>

#include "budget.h"
#include "intern.h"
#include "recording_file.h"
#include "stack_tree.h"

enum kind { STRINGS, METHODS, CLASSES, CONTEXTS, FRAMES, INTERNED, STACKS = INTERNED, KINDS };

struct context_key {
	uint32_t scope, thread, ad_hoc;
};

/* The tree's number of a frame, less its id. Frames have ids of their own because they are few,
 * compared with the stacks that they are in. */
#define FIRST_FRAME STACK_TREE_FRAMES

struct frame {
	struct recording_frame reads;
	uint32_t flags; /* of stacks that end in it */
};

static struct intern *interns[INTERNED];
static struct stack_tree *stacks;
static uint32_t whole_bottom, cut_bottom, other_stacks;

/* One bit per id: written to the present recording. Agent thread only. */
static struct marks {
	uint64_t *words;
	uint32_t n;
} written[KINDS];

bool dictionary_init(void)
{
	for (int kind = 0; kind < INTERNED; kind++) {
		if (!interns[kind])
			interns[kind] = intern_new();
		if (!interns[kind])
			return false;
	}
	if (!stacks)
		stacks = stack_tree_new();
	if (!stacks)
		return false;
	whole_bottom = stack_tree_add(stacks, 0, 0);
	cut_bottom = stack_tree_add(stacks, 0, STACK_CUT);
	other_stacks = stack_tree_add(stacks, 0, STACK_OTHER);
	return whole_bottom && cut_bottom && other_stacks;
}

static uint32_t add(enum kind kind, const void *key, size_t length, const void *value,
                    size_t value_length)
{
	uint64_t hash = intern_hash(key, (uint32_t)length);
	return intern_add(interns[kind], key, (uint32_t)length, hash, value,
	                  (uint32_t)value_length);
}

uint32_t dictionary_string(const char *text)
{
	return add(STRINGS, text, strlen(text), NULL, 0);
}

uint32_t dictionary_class(uint32_t name)
{
	return add(CLASSES, &name, sizeof name, NULL, 0);
}

uint32_t dictionary_context(uint32_t scope, uint32_t thread, uint32_t ad_hoc)
{
	struct context_key key = {scope, thread, ad_hoc};
	return add(CONTEXTS, &key, sizeof key, NULL, 0);
}

uint32_t dictionary_find_method(const void *vm_method)
{
	uint64_t hash = intern_hash(&vm_method, sizeof vm_method);
	return intern_find(interns[METHODS], &vm_method, sizeof vm_method, hash);
}

uint32_t dictionary_add_method(const void *vm_method, const struct dictionary_method *method)
{
	size_t length = sizeof *method + method->lines * sizeof *method->line;
	return add(METHODS, &vm_method, sizeof vm_method, method, length);
}

int32_t dictionary_line_of(uint32_t id, int64_t location)
{
	uint32_t length;
	const struct dictionary_method *method = intern_value(interns[METHODS], id, &length);
	if (method->flags & METHOD_NATIVE)
		return LINE_NATIVE;
	uint32_t low = 0, high = method->lines;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (method->line[middle].start <= location)
			low = middle + 1;
		else
			high = middle;
	}
	return low == 0 ? LINE_UNKNOWN : (int32_t)method->line[low - 1].line;
}

uint32_t dictionary_bottom(uint32_t flags)
{
	return flags & STACK_CUT ? cut_bottom : whole_bottom;
}

uint32_t dictionary_find_frame(const struct dictionary_vm_frame *frame)
{
	return intern_find(interns[FRAMES], frame, sizeof *frame,
	                   intern_hash(frame, sizeof *frame));
}

uint32_t dictionary_add_frame(const struct dictionary_vm_frame *frame,
                              struct recording_frame resolved, uint32_t flags)
{
	struct frame value = {resolved, flags};
	return add(FRAMES, frame, sizeof *frame, &value, sizeof value);
}

static const struct frame *frame_of(uint32_t frame)
{
	uint32_t length;
	return intern_value(interns[FRAMES], frame - FIRST_FRAME, &length);
}

uint32_t dictionary_callee(uint32_t caller, uint32_t frame)
{
	uint32_t stack = stack_tree_find(stacks, caller, FIRST_FRAME + frame);
	return stack ? stack : stack_tree_add(stacks, caller, FIRST_FRAME + frame);
}

uint32_t dictionary_judged(uint32_t stack)
{
	uint32_t flags = frame_of(stack_tree_stack(stacks, stack).frame)->flags;
	return flags ? stack_tree_add(stacks, stack, flags) : stack;
}

uint32_t dictionary_depth(uint32_t stack)
{
	return stack_tree_stack(stacks, stack).depth;
}

static bool same_method(uint32_t id, uint32_t other)
{
	uint32_t length;
	if (id == other)
		return true;
	const struct dictionary_method *a = intern_value(interns[METHODS], id, &length);
	const struct dictionary_method *b = intern_value(interns[METHODS], other, &length);
	return a->class_name == b->class_name && a->name == b->name &&
	       a->descriptor == b->descriptor;
}

/* Steps from a stack to its next frame outwards: false when there is none. */
static bool next_frame(uint32_t *stack, uint32_t *frame)
{
	while (*stack) {
		struct stack_tree_stack at = stack_tree_stack(stacks, *stack);
		*stack = at.caller;
		*frame = at.frame;
		if (at.frame >= FIRST_FRAME)
			return true;
	}
	return false;
}

static bool reads_same(uint32_t frame, uint32_t other)
{
	if (frame == other)
		return true;
	const struct recording_frame *a = &frame_of(frame)->reads, *b = &frame_of(other)->reads;
	return a->line == b->line && same_method(a->method, b->method);
}

bool dictionary_same_frame(uint32_t frame, uint32_t other)
{
	return reads_same(FIRST_FRAME + frame, FIRST_FRAME + other);
}

uint32_t dictionary_cut(uint32_t stack, uint32_t depth)
{
	uint32_t *inner = malloc(depth * sizeof *inner), cut = cut_bottom, n = 0;
	if (!inner)
		return 0;
	while (n < depth && next_frame(&stack, &inner[n]))
		n++;
	while (n-- > 0 && cut)
		cut = dictionary_callee(cut, inner[n] - FIRST_FRAME);
	free(inner);
	return cut;
}

bool dictionary_same_frames(uint32_t stack, uint32_t other)
{
	struct stack_tree_stack a = stack_tree_stack(stacks, stack),
	                        b = stack_tree_stack(stacks, other);
	if (a.depth != b.depth || a.flags != b.flags)
		return false;
	uint32_t frame, other_frame;
	while (stack != other && next_frame(&stack, &frame) && next_frame(&other, &other_frame))
		if (!reads_same(frame, other_frame))
			return false;
	return true;
}

uint32_t dictionary_other_stacks(void)
{
	return other_stacks;
}

_Atomic(uintptr_t) *dictionary_stack_slot(uint32_t stack)
{
	return stack_tree_slot(stacks, stack);
}

uint32_t dictionary_stack_count(void)
{
	return stack_tree_count(stacks);
}

void dictionary_begin(void)
{
	for (int kind = 0; kind < KINDS; kind++)
		if (written[kind].n > 0)
			memset(written[kind].words, 0, written[kind].n * sizeof(uint64_t));
}

static bool is_written(enum kind kind, uint32_t id)
{
	const struct marks *marks = &written[kind];
	return id / 64 < marks->n && (marks->words[id / 64] >> id % 64 & 1);
}

/* True when the id has to be written now: it is one, and it was not written before. */
static bool begin_write(struct recording *recording, enum kind kind, uint32_t id)
{
	struct marks *marks = &written[kind];
	if (id == 0 || is_written(kind, id))
		return false;
	if (id / 64 >= marks->n) {
		uint32_t n = 2 * (id / 64) + 64;
		uint64_t *words = realloc(marks->words, n * sizeof *words);
		if (!words) {
			recording_fail(recording, RECORDING_NO_MEMORY);
			return false;
		}
		budget_force((n - marks->n) * sizeof *words);
		memset(words + marks->n, 0, (n - marks->n) * sizeof *words);
		marks->words = words;
		marks->n = n;
	}
	marks->words[id / 64] |= UINT64_C(1) << id % 64;
	return true;
}

void dictionary_write_string(struct recording *recording, uint32_t id)
{
	if (!begin_write(recording, STRINGS, id))
		return;
	uint32_t length;
	const char *text = intern_key(interns[STRINGS], id, &length);
	recording_string(recording, id, text, length);
}

void dictionary_write_class(struct recording *recording, uint32_t id)
{
	if (!begin_write(recording, CLASSES, id))
		return;
	uint32_t length;
	const uint32_t *name = intern_key(interns[CLASSES], id, &length);
	dictionary_write_string(recording, *name);
	recording_class(recording, id, *name);
}

static void write_method(struct recording *recording, uint32_t id)
{
	if (!begin_write(recording, METHODS, id))
		return;
	uint32_t length;
	const struct dictionary_method *method = intern_value(interns[METHODS], id, &length);
	dictionary_write_string(recording, method->class_name);
	dictionary_write_string(recording, method->name);
	dictionary_write_string(recording, method->descriptor);
	dictionary_write_string(recording, method->source);
	recording_method(recording, id, method->class_name, method->name, method->descriptor,
	                 method->source, method->flags);
}

/* The agent thread's room for the frames of a stack. */
static struct recording_frame *room_for(uint32_t n)
{
	static struct recording_frame *frames;
	static uint32_t room;
	if (n <= room)
		return frames;
	struct recording_frame *more = realloc(frames, 2 * (size_t)n * sizeof *frames);
	if (!more)
		return NULL;
	budget_force((2 * (size_t)n - room) * sizeof *frames);
	frames = more;
	room = 2 * n;
	return frames;
}

void dictionary_write_stack(struct recording *recording, uint32_t id)
{
	if (!begin_write(recording, STACKS, id))
		return;
	struct stack_tree_stack stack = stack_tree_stack(stacks, id);
	struct recording_frame *frames = room_for(stack.depth);
	if (!frames && stack.depth > 0) {
		recording_fail(recording, RECORDING_NO_MEMORY);
		return;
	}
	uint32_t n = 0, at = id, frame;
	while (next_frame(&at, &frame)) {
		frames[n++] = frame_of(frame)->reads;
		write_method(recording, frames[n - 1].method);
	}
	recording_stack(recording, id, stack.flags, frames, n);
}

void dictionary_write_context(struct recording *recording, uint32_t id)
{
	if (!begin_write(recording, CONTEXTS, id))
		return;
	uint32_t length;
	const struct context_key *context = intern_key(interns[CONTEXTS], id, &length);
	dictionary_write_string(recording, context->thread);
	dictionary_write_string(recording, context->ad_hoc);
	recording_context(recording, id, context->scope, context->thread, context->ad_hoc);
}

bool dictionary_stack_written(uint32_t id)
{
	return is_written(STACKS, id);
}
