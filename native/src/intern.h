// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* Byte key → small id. Grows only. A find takes no lock; an add takes a leaf lock. Ids start at
 * 1. Memory comes from the budget and is given back only by intern_free. */
#ifndef JDHAT_INTERN_H
#define JDHAT_INTERN_H

#include <stdatomic.h>
#include <stdint.h>

struct intern;

/* NULL when there is no memory. */
struct intern *intern_new(void);
/* Not while another thread uses it: for tests, and for what belongs to the agent thread. */
void intern_free(struct intern *intern);

uint64_t intern_hash(const void *key, uint32_t length);
/* The id of a key, 0 when it is not there. */
uint32_t intern_find(const struct intern *intern, const void *key, uint32_t length, uint64_t hash);
/* The id of a key, added with a copy of its value when it is new (of two racing adds one wins, and
 * its value stays). 0 when the budget is spent. Values are never changed. */
uint32_t intern_add(struct intern *intern, const void *key, uint32_t length, uint64_t hash,
                    const void *value, uint32_t value_length);
/* Key and value of an id that find, add or count has given. 8-byte aligned, valid for ever. */
const void *intern_key(const struct intern *intern, uint32_t id, uint32_t *length);
const void *intern_value(const struct intern *intern, uint32_t id, uint32_t *length);
/* One word per id for its user, 0 at first: a cache, or a mark of the agent thread. */
_Atomic(uintptr_t) *intern_slot(const struct intern *intern, uint32_t id);
/* Number of ids: 1 … count are all there. */
uint32_t intern_count(const struct intern *intern);

#endif
