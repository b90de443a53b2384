// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "inbox.h"

#include <stddef.h>
#include <stdlib.h>

/* Powers of two. The first segment is small, because most threads of most programs allocate
 * little; a busy inbox doubles up to the largest. */
#define SEGMENT_RECORDS_FIRST 16
#define SEGMENT_RECORDS_MAX   256

/* A ring. When it is full the producer hangs a larger one on it and never comes back; the consumer
 * frees it when it has read it to the end. So a drained inbox works on without new memory, even
 * when all memory of the inboxes is taken. */
struct inbox_segment {
	_Atomic(struct inbox_segment *) next;
	_Atomic(uint32_t) published; /* records written; counts on, modulo 2^32 */
	_Atomic(uint32_t) consumed;
	uint32_t capacity;
	struct inbox_record records[];
};

static _Atomic(uint64_t) limit = UINT64_MAX;
static _Atomic(uint64_t) taken;

void inbox_limit(uint64_t bytes)
{
	atomic_store_explicit(&limit, bytes, memory_order_relaxed);
}

uint64_t inbox_limit_now(void)
{
	return atomic_load_explicit(&limit, memory_order_relaxed);
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
	if (before + bytes <= atomic_load_explicit(&limit, memory_order_relaxed))
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
		return NULL;
	}
	atomic_init(&segment->next, NULL);
	atomic_init(&segment->published, 0);
	atomic_init(&segment->consumed, 0);
	segment->capacity = capacity;
	return segment;
}

static void segment_free(struct inbox_segment *segment)
{
	uint64_t bytes = segment_bytes(segment->capacity);
	free(segment);
	give(bytes);
}

void inbox_init(struct inbox *inbox)
{
	atomic_init(&inbox->first, NULL);
	inbox->tail = NULL;
	inbox->tail_used = 0;
	inbox->tail_consumed = 0;
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
	inbox->tail_consumed = 0;
	return true;
}

static bool has_room(const struct inbox *inbox)
{
	return inbox->tail && inbox->tail_used - inbox->tail_consumed < inbox->tail->capacity;
}

/* Looks at what the consumer has read only now and then: when the ring seems full. */
static bool make_room(struct inbox *inbox)
{
	if (inbox->tail)
		inbox->tail_consumed =
		        atomic_load_explicit(&inbox->tail->consumed, memory_order_acquire);
	return has_room(inbox) || grow(inbox);
}

struct inbox_record *inbox_place(struct inbox *inbox)
{
	if (!has_room(inbox) && !make_room(inbox))
		return NULL;
	return &inbox->tail->records[inbox->tail_used & (inbox->tail->capacity - 1)];
}

void inbox_push(struct inbox *inbox)
{
	atomic_store_explicit(&inbox->tail->published, ++inbox->tail_used, memory_order_release);
}

static uint32_t unread(const struct inbox *inbox)
{
	return atomic_load_explicit(&inbox->head->published, memory_order_acquire) -
	       inbox->head_read;
}

uint32_t inbox_peek(struct inbox *inbox, const struct inbox_record **records)
{
	if (!inbox->head)
		inbox->head = atomic_load_explicit(&inbox->first, memory_order_acquire);
	if (!inbox->head)
		return 0;
	uint32_t n;
	while ((n = unread(inbox)) == 0) {
		struct inbox_segment *head = inbox->head;
		struct inbox_segment *next =
		        atomic_load_explicit(&head->next, memory_order_acquire);
		if (!next)
			return 0;
		/* Only once there is a next one is the number of records final. */
		if (unread(inbox) > 0)
			continue;
		inbox->head = next;
		inbox->head_read = 0;
		segment_free(head);
	}
	uint32_t at = inbox->head_read & (inbox->head->capacity - 1);
	*records = inbox->head->records + at;
	return n < inbox->head->capacity - at ? n : inbox->head->capacity - at;
}

void inbox_consume(struct inbox *inbox, uint32_t n)
{
	if (n == 0)
		return;
	inbox->head_read += n;
	atomic_store_explicit(&inbox->head->consumed, inbox->head_read, memory_order_release);
}

void inbox_free(struct inbox *inbox)
{
	struct inbox_segment *segment = inbox->head;
	if (!segment)
		segment = atomic_load_explicit(&inbox->first, memory_order_acquire);
	while (segment) {
		struct inbox_segment *next =
		        atomic_load_explicit(&segment->next, memory_order_acquire);
		segment_free(segment);
		segment = next;
	}
	inbox_init(inbox);
}
