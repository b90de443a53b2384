// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* Stacks, each a frame below the stack of its caller, so that what stacks have in common outside is
 * kept once. Grows only. A find takes no lock; an add takes a leaf lock. Memory comes from the
 * budget and is given back only by stack_tree_free. */
#ifndef JDHAT_STACK_TREE_H
#define JDHAT_STACK_TREE_H

#include <stdatomic.h>
#include <stdint.h>

/* Ids are 1 … STACK_TREE_MAX, so that a user can put other bits beside them. */
#define STACK_TREE_MAX ((UINT32_C(1) << 24) - 1)

/* Frames are numbers of the user's, from here to STACK_TREE_MAX. A smaller one is no frame, but
 * flags: the stack is its caller's (0: the empty one) with these. */
#define STACK_TREE_FRAMES  16u
#define STACK_TREE_DEEPEST ((1u << 12) - 1)

struct stack_tree_stack {
	uint64_t caller : 24;
	uint64_t frame : 24; /* its innermost */
	uint64_t depth : 12; /* number of frames */
	uint64_t flags : 4;  /* its own and its callers' */
};

struct stack_tree;

/* NULL when there is no memory. */
struct stack_tree *stack_tree_new(void);
/* Not while another thread uses it. */
void stack_tree_free(struct stack_tree *tree);

/* The stack of a frame that `caller` called, 0 when it is not there. */
uint32_t stack_tree_find(const struct stack_tree *tree, uint32_t caller, uint32_t frame);
/* The same, added when it is new. 0 when the budget is spent, all ids are given, the frame is no
 * number for one, or the stack would be too deep. */
uint32_t stack_tree_add(struct stack_tree *tree, uint32_t caller, uint32_t frame);
/* Of an id that find, add or count has given. A caller has a smaller id than its callee. */
struct stack_tree_stack stack_tree_stack(const struct stack_tree *tree, uint32_t id);
/* A word per id for the user, 0 at first. */
_Atomic(uintptr_t) *stack_tree_slot(const struct stack_tree *tree, uint32_t id);
/* Number of ids: 1 … count are all there. */
uint32_t stack_tree_count(const struct stack_tree *tree);

#endif
