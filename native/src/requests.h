// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* What other threads ask of the agent thread: one at a time, waited for, and given up after a
 * while. A request that its asker has given up is still carried out. */
#ifndef JDHAT_REQUESTS_H
#define JDHAT_REQUESTS_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#include "options.h"
#include "platform/platform.h"
#include "recorder.h"
#include "survivors.h"

enum request_kind {
	REQUEST_OPEN,    /* open a recording with `settings` */
	REQUEST_COLLECT, /* force a collection */
	REQUEST_POINT,   /* a clock point with `reason` */
	REQUEST_REACH,   /* what of the blocks of some epochs is still held */
	REQUEST_SETTLE,  /* a round of collecting; after the last one a clock point */
	REQUEST_FINAL,   /* t-end, after a forced collection if `collect`; once per recording */
	REQUEST_CLOSE,   /* FINAL if there was none, then the end */
	REQUEST_DYING,   /* the VM goes down: the end, without a word to the VM */
	REQUEST_STATUS
};
#define SETTLE_ROUNDS 3
struct request {
	enum request_kind kind;
	struct recorder_settings settings;
	enum format_reason reason;
	enum format_end end;
	char name[OPTIONS_NAME_MAX];
	struct recorder_window window; /* of POINT */
	uint32_t round;                /* of SETTLE, from 1 */
	uint32_t reach_from, reach_to;
	bool collect;
	uint64_t collect_timeout_us;

	/* answers */
	bool ok;
	int error;      /* of OPEN: the system's code */
	uint32_t epoch; /* of POINT and SETTLE: the id in the file of the epoch that it closed; 0 =
	                   none */
	enum { FINAL_OFF, FINAL_DONE, FINAL_UNFINISHED } final; /* of SETTLE, FINAL and CLOSE */
	struct survivors survivors;    /* of REACH; goes with the request */
	struct recorder_status status; /* of all but OPEN */

	/* between asker and agent thread */
	struct platform_semaphore done;
	_Atomic int holders;
	uint64_t collect_until_ns;
	struct request *next;
};

/* A request with one holder, the asker; NULL without memory. */
struct request *requests_new(enum request_kind kind);
/* Hands it to the agent thread and waits at most timeout_us. True when it is answered. */
bool requests_ask(struct request *request, uint64_t timeout_us);
/* A holder lets go; the last one frees it. */
void requests_drop(struct request *request);

/* ---- agent thread ---- */

void requests_init(struct platform_semaphore *bell);
/* The oldest one, NULL when there is none. */
struct request *requests_take(void);
void requests_answer(struct request *request);

#endif
