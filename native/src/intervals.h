// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* Interval classes: which λ a sample was drawn under, and how far liveness was thinned then. An
 * event only reads; λ and k change on the starting and the agent thread alone, never because of
 * what was just sampled. */
#ifndef JDHAT_INTERVALS_H
#define JDHAT_INTERVALS_H

#include <stdint.h>

#include "sites.h"

#define INTERVALS_K 16 /* k = 0 … 15 */
#define INTERVALS_SLOTS                                                                            \
	(SITES_INTERVALS / INTERVALS_K) /* distinct λ in the life of the process                  \
	                                 */
#define INTERVALS_EXACT   0             /* the slot of λ = 0, always */
#define INTERVALS_UNKNOWN UINT16_MAX    /* the slot of a draw that nobody saw */

/* Makes λ the one in force and returns its slot. When all slots are used the last one is given a
 * new meaning only between sessions: the λ that a session may change to by itself have slots from
 * the beginning. */
uint16_t intervals_use(uint64_t lambda);
/* Nobody knows under which λ is drawn from now until the next intervals_use. */
void intervals_doubt(void);
/* Slot in force; INTERVALS_UNKNOWN while λ is being changed. */
uint16_t intervals_slot(void);
uint64_t intervals_lambda(uint16_t slot);
uint32_t intervals_k(void);
void intervals_thin(uint32_t k);
/* The interval class of a slot with a k, and back. */
uint16_t intervals_class(uint16_t slot, uint32_t k);
struct sites_interval intervals_of(uint16_t interval_class);

#endif
