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

/* What tells a stack from all others: its innermost frame, and the stack of its caller. A stack
 * without a method has no frame of its own: it is its caller's, or the empty one (caller 0), with
 * the flags that stand in `location`. */
struct stack_tree_key {
	const void *method;
	int32_t location;
	uint32_t caller;
};

/* What is known of its innermost frame, and of all of it. */
struct stack_tree_node {
	_Atomic(uintptr_t) slot; /* for its user, 0 at first */
	_Atomic(uint32_t) link;  /* likewise */
	uint32_t method;
	int32_t line;
	uint32_t depth : 24; /* number of frames */
	uint32_t flags : 8;
};

struct stack_tree;

/* NULL when there is no memory. */
struct stack_tree *stack_tree_new(void);
/* Not while another thread uses it. */
void stack_tree_free(struct stack_tree *tree);

/* The stack of a key, 0 when it is not there. */
uint32_t stack_tree_find(const struct stack_tree *tree, struct stack_tree_key key);
/* The stack of a key, added when it is new (of two racing adds one wins, and its method and line
 * stay). 0 when the budget is spent or all ids are given. */
uint32_t stack_tree_add(struct stack_tree *tree, struct stack_tree_key key, uint32_t method,
                        int32_t line);
/* Of an id that find, add or count has given; valid for ever. Only slot and link may be changed. A
 * caller has a smaller id than its callee. */
const struct stack_tree_key *stack_tree_key(const struct stack_tree *tree, uint32_t id);
struct stack_tree_node *stack_tree_node(const struct stack_tree *tree, uint32_t id);
/* Number of ids: 1 … count are all there. */
uint32_t stack_tree_count(const struct stack_tree *tree);

#endif
