// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* From a carrier thread to the agent thread: fixed records, one producer, one consumer, no lock.
 * An inbox grows by segments, as far as the memory of all inboxes together allows; when that is
 * used up the event is lost, and counted by the caller. */
#ifndef JDHAT_INBOX_H
#define JDHAT_INBOX_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

/* One allocation (or one ad hoc event) as the event saw it. */
struct inbox_record {
	void *reference; /* weak reference to the block; NULL = untracked */
	uint64_t size;   /* bytes; units for ad hoc */
	uint32_t stack;
	uint32_t class_id; /* 0 for ad hoc */
	uint32_t epoch;    /* birth: read once at the entry of the event */
	uint32_t context;
	uint16_t interval; /* interval class, at the time of the draw */
	uint8_t unit;      /* enum format_unit */
	uint8_t untracked; /* why there is no reference: enum inbox_untracked */
};
enum inbox_untracked { UNTRACKED_NOT, UNTRACKED_THINNED, UNTRACKED_NO_ROOM, UNTRACKED_OFF };

struct inbox_segment;
struct inbox {
	_Atomic(struct inbox_segment *) first; /* set once, by the producer */
	/* producer */
	struct inbox_segment *tail;
	uint32_t tail_used;
	uint32_t tail_consumed; /* as last looked at */
	/* consumer */
	struct inbox_segment *head;
	uint32_t head_read;
};

/* Bytes that all inboxes together may take. A bound of their own, apart from the budget, so that
 * events find room whatever the tables take. */
void inbox_limit(uint64_t bytes);
uint64_t inbox_limit_now(void);
/* Bytes that all inboxes take now. */
uint64_t inbox_bytes(void);

/* An empty inbox holds no memory. */
void inbox_init(struct inbox *inbox);
/* Producer. Where the next record goes, to be filled before inbox_push and without another call in
 * between; NULL when there is no room. In place, because a copy of what was just written word by
 * word waits for each of these words. */
struct inbox_record *inbox_place(struct inbox *inbox);
/* Producer. Hands over what inbox_place gave. */
void inbox_push(struct inbox *inbox);
/* Consumer. Points *records at a run of records in order and returns its length, 0 when there is
 * nothing now. The run stays valid until it is consumed; a peek gives finished segments back. */
uint32_t inbox_peek(struct inbox *inbox, const struct inbox_record **records);
void inbox_consume(struct inbox *inbox, uint32_t n);
/* Frees what is left. Only when producer and consumer are done with it. */
void inbox_free(struct inbox *inbox);

#endif
