// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "stack_tree.h"

#include <stdbool.h>
#include <stddef.h>

#include "budget.h"
#include "platform/platform.h"

#define PAGE_STACKS   2048u
#define PAGES         ((STACK_TREE_MAX + 1) / PAGE_STACKS)
#define BUCKETS_FIRST 1024u

/* Beside the id a bucket has bits of the hash, so that a wrong one is passed by without a look at
 * its stack. */
#define BUCKET_ID STACK_TREE_MAX

/* Open addressing. A full table is replaced, never emptied: readers may still be in it, and what
 * they miss there they find under the lock. */
struct table {
	struct table *older;
	uint32_t mask;
	_Atomic(uint32_t) bucket[];
};

/* Columns apart: a walk reads the stacks alone. */
struct page {
	struct stack_tree_stack stack[PAGE_STACKS];
	_Atomic(uintptr_t) slot[PAGE_STACKS];
};

_Static_assert(sizeof(struct stack_tree_stack) == 8, "a stack has padding");

struct stack_tree {
	_Atomic(struct table *) table;
	_Atomic(uint32_t) count;
	struct platform_lock lock;
	_Atomic(struct page *) page[PAGES];
};

static size_t table_bytes(uint32_t buckets)
{
	return sizeof(struct table) + buckets * sizeof(_Atomic(uint32_t));
}

static struct table *table_new(uint32_t buckets, struct table *older)
{
	struct table *table = budget_new(table_bytes(buckets));
	if (!table)
		return NULL;
	table->older = older;
	table->mask = buckets - 1;
	return table;
}

struct stack_tree *stack_tree_new(void)
{
	struct stack_tree *tree = budget_new(sizeof *tree);
	if (!tree)
		return NULL;
	struct table *table = table_new(BUCKETS_FIRST, NULL);
	if (!table) {
		budget_free(tree, sizeof *tree);
		return NULL;
	}
	platform_lock_init(&tree->lock);
	atomic_store_explicit(&tree->table, table, memory_order_release);
	return tree;
}

void stack_tree_free(struct stack_tree *tree)
{
	if (!tree)
		return;
	for (struct table *table = atomic_load(&tree->table), *older; table; table = older) {
		older = table->older;
		budget_free(table, table_bytes(table->mask + 1));
	}
	for (uint32_t i = 0; i < PAGES && atomic_load(&tree->page[i]); i++)
		budget_free(atomic_load(&tree->page[i]), sizeof(struct page));
	budget_free(tree, sizeof *tree);
}

static struct page *page_of(const struct stack_tree *tree, uint32_t id)
{
	return atomic_load_explicit(&tree->page[id / PAGE_STACKS], memory_order_acquire);
}

struct stack_tree_stack stack_tree_stack(const struct stack_tree *tree, uint32_t id)
{
	return page_of(tree, id)->stack[id % PAGE_STACKS];
}

_Atomic(uintptr_t) *stack_tree_slot(const struct stack_tree *tree, uint32_t id)
{
	return &page_of(tree, id)->slot[id % PAGE_STACKS];
}

static uint64_t hash_of(uint32_t caller, uint32_t frame)
{
	uint64_t h = ((uint64_t)caller << 32 | frame) * UINT64_C(0x9fb21c651e98df25);
	h = (h ^ h >> 32) * UINT64_C(0xc4ceb9fe1a85ec53);
	return h ^ h >> 32;
}

static uint32_t tag_of(uint64_t hash)
{
	return (uint32_t)(hash >> 32) & ~BUCKET_ID;
}

/* The stack of a frame; or 0, and *free_bucket is the bucket where it belongs. */
static uint32_t look(const struct stack_tree *tree, struct table *table, uint32_t caller,
                     uint32_t frame, _Atomic(uint32_t) **free_bucket)
{
	uint64_t hash = hash_of(caller, frame);
	for (uint32_t i = (uint32_t)hash;; i++) {
		_Atomic(uint32_t) *bucket = &table->bucket[i & table->mask];
		uint32_t value = atomic_load_explicit(bucket, memory_order_acquire);
		*free_bucket = bucket;
		if (!value)
			return 0;
		if ((value & ~BUCKET_ID) != tag_of(hash))
			continue;
		struct stack_tree_stack stack = stack_tree_stack(tree, value & BUCKET_ID);
		if (stack.caller == caller && stack.frame == frame)
			return value & BUCKET_ID;
	}
}

uint32_t stack_tree_find(const struct stack_tree *tree, uint32_t caller, uint32_t frame)
{
	struct table *table = atomic_load_explicit(&tree->table, memory_order_acquire);
	_Atomic(uint32_t) *free_bucket;
	return look(tree, table, caller, frame, &free_bucket);
}

static bool page_for(struct stack_tree *tree, uint32_t id)
{
	_Atomic(struct page *) *place = &tree->page[id / PAGE_STACKS];
	if (atomic_load_explicit(place, memory_order_relaxed))
		return true;
	struct page *page = budget_new(sizeof *page);
	atomic_store_explicit(place, page, memory_order_release);
	return page != NULL;
}

/* Keeps the table at most three quarters full. */
static bool make_room(struct stack_tree *tree)
{
	uint32_t count = atomic_load_explicit(&tree->count, memory_order_relaxed);
	struct table *old = atomic_load_explicit(&tree->table, memory_order_relaxed);
	if (count < old->mask / 4 * 3)
		return true;
	struct table *table = table_new(2 * (old->mask + 1), old);
	if (!table)
		return false;
	for (uint32_t id = 1; id <= count; id++) {
		struct stack_tree_stack stack = stack_tree_stack(tree, id);
		uint64_t hash = hash_of(stack.caller, stack.frame);
		uint32_t to = (uint32_t)hash & table->mask;
		while (atomic_load_explicit(&table->bucket[to], memory_order_relaxed))
			to = (to + 1) & table->mask;
		atomic_store_explicit(&table->bucket[to], tag_of(hash) | id, memory_order_relaxed);
	}
	atomic_store_explicit(&tree->table, table, memory_order_release);
	return true;
}

static bool describe(const struct stack_tree *tree, uint32_t caller, uint32_t frame,
                     struct stack_tree_stack *stack)
{
	*stack = (struct stack_tree_stack){0};
	if (caller)
		*stack = stack_tree_stack(tree, caller);
	stack->caller = caller;
	stack->frame = frame;
	if (frame < STACK_TREE_FRAMES)
		stack->flags |= frame;
	else if (frame > STACK_TREE_MAX || stack->depth == STACK_TREE_DEEPEST)
		return false;
	else
		stack->depth++;
	return true;
}

static uint32_t add_locked(struct stack_tree *tree, uint32_t caller, uint32_t frame)
{
	struct table *table = atomic_load_explicit(&tree->table, memory_order_relaxed);
	_Atomic(uint32_t) *bucket;
	uint32_t present = look(tree, table, caller, frame, &bucket);
	if (present)
		return present;
	uint32_t id = atomic_load_explicit(&tree->count, memory_order_relaxed) + 1;
	struct stack_tree_stack stack;
	if (id > STACK_TREE_MAX || !describe(tree, caller, frame, &stack) || !page_for(tree, id))
		return 0;
	page_of(tree, id)->stack[id % PAGE_STACKS] = stack;
	/* Before the bucket: whoever finds an id finds it counted. */
	atomic_store_explicit(&tree->count, id, memory_order_release);
	atomic_store_explicit(bucket, tag_of(hash_of(caller, frame)) | id, memory_order_release);
	return id;
}

uint32_t stack_tree_add(struct stack_tree *tree, uint32_t caller, uint32_t frame)
{
	uint32_t id = stack_tree_find(tree, caller, frame);
	if (id)
		return id;
	platform_lock_acquire(&tree->lock);
	if (make_room(tree))
		id = add_locked(tree, caller, frame);
	platform_lock_release(&tree->lock);
	return id;
}

uint32_t stack_tree_count(const struct stack_tree *tree)
{
	return atomic_load_explicit(&tree->count, memory_order_acquire);
}
