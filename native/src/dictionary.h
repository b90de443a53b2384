// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* What events have named: strings, methods, classes, stacks, contexts. Grows for the life of the
 * process. Adding is for any thread; writing to the recording for the agent thread only, on first
 * use in a session, so that a recording holds what its own sites need. */
#ifndef JDHAT_DICTIONARY_H
#define JDHAT_DICTIONARY_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#include "recording.h"

/* False when there is no memory. Any number of calls. */
bool dictionary_init(void);

/* All return 0 when the budget is spent. */
uint32_t dictionary_string(const char *text);
uint32_t dictionary_class(uint32_t name);
uint32_t dictionary_context(uint32_t scope, uint32_t thread, uint32_t ad_hoc);

/* A method by the id that the VM gave it; what is known of it is fixed when it is first seen. */
struct dictionary_line {
	uint32_t start; /* first bytecode index */
	uint32_t line;
};
struct dictionary_method {
	uint32_t class_name, name, descriptor, source; /* strings */
	uint32_t flags;                                /* enum format_method_flag */
	uint32_t lines; /* number of entries that follow, ascending by start */
	struct dictionary_line line[];
};
uint32_t dictionary_find_method(const void *vm_method);
uint32_t dictionary_add_method(const void *vm_method, const struct dictionary_method *method);
/* Line of a bytecode index in a method; LINE_NATIVE or LINE_UNKNOWN where there is none. */
int32_t dictionary_line_of(uint32_t method, int64_t location);

/* A stack is a frame of the VM (method id and location) below the stack of its caller; every stack
 * begins at one without frames. */
struct dictionary_vm_frame {
	const void *method;
	int64_t location;
};
/* The stack without frames: 0, or STACK_CUT when more frames were outside. Always there. */
uint32_t dictionary_bottom(uint32_t flags);
/* A frame by what the VM calls it; find gives 0 when it is not there. */
uint32_t dictionary_find_frame(const struct dictionary_vm_frame *frame);
/* `flags` are for stacks of which it is the innermost one. */
uint32_t dictionary_add_frame(const struct dictionary_vm_frame *frame,
                              struct recording_frame resolved, uint32_t flags);
/* Whether two frames read the same: class, method and line. */
bool dictionary_same_frame(uint32_t frame, uint32_t other);
/* The stack of a frame that `caller` called. */
uint32_t dictionary_callee(uint32_t caller, uint32_t frame);
/* The `depth` innermost frames of a stack that has more, on the bottom that says so. */
uint32_t dictionary_cut(uint32_t stack, uint32_t depth);
/* The stack that an allocation in the innermost frame of `stack`, which has one, counts under: with
 * that frame's flags. */
uint32_t dictionary_judged(uint32_t stack);
/* Number of frames. */
uint32_t dictionary_depth(uint32_t stack);
/* Whether two stacks read the same: class, method and line of every frame, and their flags. */
bool dictionary_same_frames(uint32_t stack, uint32_t other);
/* The stack that stands for all that found no room: `[other stacks]`. Always there. */
uint32_t dictionary_other_stacks(void);
/* One word for the event path's class cache, per stack. */
_Atomic(uintptr_t) *dictionary_stack_slot(uint32_t stack);
uint32_t dictionary_stack_count(void);

/* Agent thread: forgets what was written, for a new recording; then writes what an id needs, once.
 * The scope of a context must have been written before. */
void dictionary_begin(void);
void dictionary_write_string(struct recording *recording, uint32_t id);
void dictionary_write_class(struct recording *recording, uint32_t id);
void dictionary_write_stack(struct recording *recording, uint32_t id);
void dictionary_write_context(struct recording *recording, uint32_t id);
bool dictionary_stack_written(uint32_t id);

#endif
