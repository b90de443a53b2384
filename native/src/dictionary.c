// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "dictionary.h"

#include <stdlib.h>
#include <string.h>

#include "budget.h"
#include "intern.h"
#include "recording_file.h"

enum kind { STRINGS, METHODS, CLASSES, STACKS, CONTEXTS, KINDS };

struct context_key {
	uint32_t scope, thread, ad_hoc;
};

struct stack_value {
	uint32_t flags;
	uint32_t n;
	struct recording_frame frames[];
};

/* The frames are hashed and compared as bytes. */
_Static_assert(sizeof(struct dictionary_vm_frame) == 16, "a frame has padding");

static struct intern *interns[KINDS];
static uint32_t other_stacks;

/* One bit per id: written to the present recording. Agent thread only. */
static struct marks {
	uint64_t *words;
	uint32_t n;
} written[KINDS];

bool dictionary_init(void)
{
	for (int kind = 0; kind < KINDS; kind++) {
		if (!interns[kind])
			interns[kind] = intern_new();
		if (!interns[kind])
			return false;
	}
	if (!other_stacks) {
		uint64_t hash = dictionary_stack_hash(NULL, 0, STACK_OTHER);
		other_stacks = dictionary_add_stack(NULL, 0, STACK_OTHER, hash, NULL);
	}
	return other_stacks != 0;
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

uint64_t dictionary_stack_hash(const struct dictionary_vm_frame *frames, uint32_t n, uint32_t flags)
{
	/* The flags belong to the key. As part of the hash they keep equal frames apart without a
	 * copy of the frames, because entries with different hashes are never the same. */
	return intern_hash(frames, n * (uint32_t)sizeof *frames) ^
	       flags * UINT64_C(0x9e3779b97f4a7c15);
}

uint32_t dictionary_find_stack(const struct dictionary_vm_frame *frames, uint32_t n, uint32_t flags,
                               uint64_t hash)
{
	(void)flags;
	return intern_find(interns[STACKS], frames, n * (uint32_t)sizeof *frames, hash);
}

uint32_t dictionary_add_stack(const struct dictionary_vm_frame *frames, uint32_t n, uint32_t flags,
                              uint64_t hash, const struct recording_frame *resolved)
{
	/* Not on the stack: this is a thread of the target, which may have little of it left. */
	size_t length = sizeof(struct stack_value) + n * sizeof *resolved;
	struct stack_value *value = malloc(length);
	if (!value)
		return 0;
	value->flags = flags;
	value->n = n;
	if (n > 0)
		memcpy(value->frames, resolved, n * sizeof *resolved);
	uint32_t id = intern_add(interns[STACKS], frames, n * (uint32_t)sizeof *frames, hash, value,
	                         (uint32_t)length);
	free(value);
	return id;
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

bool dictionary_same_frames(uint32_t stack, uint32_t other)
{
	uint32_t length, i = 0;
	if (stack == other)
		return true;
	const struct stack_value *a = intern_value(interns[STACKS], stack, &length);
	const struct stack_value *b = intern_value(interns[STACKS], other, &length);
	if (a->n != b->n || a->flags != b->flags)
		return false;
	while (i < a->n && a->frames[i].line == b->frames[i].line &&
	       same_method(a->frames[i].method, b->frames[i].method))
		i++;
	return i == a->n;
}

uint32_t dictionary_other_stacks(void)
{
	return other_stacks;
}

_Atomic(uintptr_t) *dictionary_stack_slot(uint32_t stack)
{
	return intern_slot(interns[STACKS], stack);
}

uint32_t dictionary_stack_count(void)
{
	return intern_count(interns[STACKS]);
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

void dictionary_write_stack(struct recording *recording, uint32_t id)
{
	if (!begin_write(recording, STACKS, id))
		return;
	uint32_t length;
	const struct stack_value *stack = intern_value(interns[STACKS], id, &length);
	for (uint32_t i = 0; i < stack->n; i++)
		write_method(recording, stack->frames[i].method);
	recording_stack(recording, id, stack->flags, stack->frames, stack->n);
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
