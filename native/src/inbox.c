// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "inbox.h"

#include <stddef.h>
#include <stdlib.h>

#include "budget.h"

/* The first segment is small, because most threads of most programs allocate little; a busy inbox
 * doubles up to this. */
#define SEGMENT_RECORDS_FIRST 16
#define SEGMENT_RECORDS_MAX 256

struct inbox_segment {
	_Atomic(struct inbox_segment *) next;
	_Atomic(uint32_t) published;
	uint32_t capacity;
	struct inbox_record records[];
};

static _Atomic(uint64_t) limit = UINT64_MAX;
static _Atomic(uint64_t) taken;

void inbox_limit(uint64_t bytes)
{
	atomic_store_explicit(&limit, bytes, memory_order_relaxed);
}

uint64_t inbox_bytes(void)
{
	return atomic_load_explicit(&taken, memory_order_relaxed);
}

static uint64_t segment_bytes(uint32_t capacity)
{
	return sizeof(struct inbox_segment) + (uint64_t)capacity * sizeof(struct inbox_record);
}

static void give(uint64_t bytes)
{
	atomic_fetch_sub_explicit(&taken, bytes, memory_order_relaxed);
}

static bool take(uint64_t bytes)
{
	uint64_t before = atomic_fetch_add_explicit(&taken, bytes, memory_order_relaxed);
	if (before + bytes <= atomic_load_explicit(&limit, memory_order_relaxed) && budget_take(bytes))
		return true;
	give(bytes);
	return false;
}

static struct inbox_segment *segment_new(uint32_t capacity)
{
	uint64_t bytes = segment_bytes(capacity);
	if (!take(bytes))
		return NULL;
	struct inbox_segment *segment = malloc((size_t)bytes);
	if (!segment) {
		give(bytes);
		budget_give(bytes);
		return NULL;
	}
	atomic_init(&segment->next, NULL);
	atomic_init(&segment->published, 0);
	segment->capacity = capacity;
	return segment;
}

static void segment_free(struct inbox_segment *segment)
{
	uint64_t bytes = segment_bytes(segment->capacity);
	free(segment);
	give(bytes);
	budget_give(bytes);
}

void inbox_init(struct inbox *inbox)
{
	atomic_init(&inbox->first, NULL);
	inbox->tail = NULL;
	inbox->tail_used = 0;
	inbox->head = NULL;
	inbox->head_read = 0;
}

static bool grow(struct inbox *inbox)
{
	struct inbox_segment *tail = inbox->tail;
	uint32_t capacity = tail ? 2 * tail->capacity : SEGMENT_RECORDS_FIRST;
	if (capacity > SEGMENT_RECORDS_MAX)
		capacity = SEGMENT_RECORDS_MAX;
	struct inbox_segment *segment = segment_new(capacity);
	if (!segment)
		return false;
	/* From here on the consumer may free the old tail. */
	atomic_store_explicit(tail ? &tail->next : &inbox->first, segment, memory_order_release);
	inbox->tail = segment;
	inbox->tail_used = 0;
	return true;
}

bool inbox_push(struct inbox *inbox, const struct inbox_record *record)
{
	if ((!inbox->tail || inbox->tail_used == inbox->tail->capacity) && !grow(inbox))
		return false;
	struct inbox_segment *tail = inbox->tail;
	tail->records[inbox->tail_used++] = *record;
	atomic_store_explicit(&tail->published, inbox->tail_used, memory_order_release);
	return true;
}

uint32_t inbox_peek(struct inbox *inbox, const struct inbox_record **records)
{
	if (!inbox->head)
		inbox->head = atomic_load_explicit(&inbox->first, memory_order_acquire);
	struct inbox_segment *head = inbox->head;
	if (!head)
		return 0;
	if (inbox->head_read == head->capacity) {
		struct inbox_segment *next = atomic_load_explicit(&head->next, memory_order_acquire);
		if (!next)
			return 0;
		segment_free(head);
		inbox->head = head = next;
		inbox->head_read = 0;
	}
	uint32_t published = atomic_load_explicit(&head->published, memory_order_acquire);
	*records = head->records + inbox->head_read;
	return published - inbox->head_read;
}

void inbox_consume(struct inbox *inbox, uint32_t n)
{
	inbox->head_read += n;
	struct inbox_segment *head = inbox->head;
	if (!head || inbox->head_read < head->capacity)
		return;
	/* The last segment stays until the producer has hung the next one on it. */
	struct inbox_segment *next = atomic_load_explicit(&head->next, memory_order_acquire);
	if (next) {
		segment_free(head);
		inbox->head = next;
		inbox->head_read = 0;
	}
}

void inbox_free(struct inbox *inbox)
{
	struct inbox_segment *segment = inbox->head;
	if (!segment)
		segment = atomic_load_explicit(&inbox->first, memory_order_acquire);
	while (segment) {
		struct inbox_segment *next = atomic_load_explicit(&segment->next, memory_order_acquire);
		segment_free(segment);
		segment = next;
	}
	inbox_init(inbox);
}
