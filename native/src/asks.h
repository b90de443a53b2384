// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* The questions to the agent thread, put and waited for. Any thread but the agent thread; the agent
 * thread runs. */
#ifndef JDHAT_ASKS_H
#define JDHAT_ASKS_H

#include <stdbool.h>
#include <stdint.h>

#include "requests.h"

/* What the agent thread may take for an answer that needs no collection. */
#define ASKS_ANSWER_US UINT64_C(30000000)
/* What is said when it took longer. */
#define ASKS_NO_ANSWER "the agent thread does not answer; is a debugger holding it?"

/* A clock point; `name` is a mark's, else NULL. The id of the epoch that it closed, 0 when there is
 * none: nothing is recorded, or no answer came. */
uint32_t asks_point(enum format_reason reason, const char *name);
/* A forced collection. */
void asks_collection(uint64_t timeout_us);
/* FINAL, CLOSE or DYING, after a forced collection if `collect`. NULL when there was no answer or
 * no recording; else the answered request, for requests_drop. */
struct request *asks_end(enum request_kind kind, bool collect, uint64_t collect_timeout_us,
                         uint64_t answer_us);
/* REACH, as asks_end. */
struct request *asks_reach(uint32_t from, uint32_t to);
bool asks_status(struct recorder_status *status);

#endif
