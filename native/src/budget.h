// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* The bound on the agent's own memory (`max-memory`): everything that grows asks here first.
 * Lock-free; from any thread. */
#ifndef JDHAT_BUDGET_H
#define JDHAT_BUDGET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Sets the bound, in bytes. What was taken stays counted. */
void budget_limit(uint64_t bytes);
uint64_t budget_limit_now(void);
/* Takes bytes from what is left. False, and nothing taken, when there is not so much. */
bool budget_take(uint64_t bytes);
/* Takes bytes even beyond the bound: for what cannot be refused. */
void budget_force(uint64_t bytes);
void budget_give(uint64_t bytes);
uint64_t budget_used(void);
/* Memory of zeros, taken from what is left; NULL when there is not so much. And back: `bytes` as
 * they were asked for, `memory` may not be NULL. */
void *budget_new(size_t bytes);
void budget_free(void *memory, size_t bytes);

#endif
