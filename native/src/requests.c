// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "requests.h"

#include <stdlib.h>

static struct platform_semaphore *bell;
static struct platform_lock lock;
static struct request *first, **last = &first;

void requests_init(struct platform_semaphore *agent_bell)
{
	platform_lock_init(&lock);
	bell = agent_bell;
}

struct request *requests_new(enum request_kind kind)
{
	struct request *request = calloc(1, sizeof *request);

	if (request == NULL)
		return NULL;
	request->kind = kind;
	atomic_store(&request->holders, 1);
	platform_semaphore_init(&request->done);
	return request;
}

bool requests_ask(struct request *request, uint64_t timeout_us)
{
	atomic_fetch_add(&request->holders, 1);
	platform_lock_acquire(&lock);
	request->next = NULL;
	*last = request;
	last = &request->next;
	platform_lock_release(&lock);
	platform_semaphore_post(bell);
	return platform_semaphore_wait(&request->done, timeout_us);
}

void requests_drop(struct request *request)
{
	if (request == NULL || atomic_fetch_sub(&request->holders, 1) != 1)
		return;
	free(request->survivors.soft);
	free(request);
}

struct request *requests_take(void)
{
	struct request *request;

	platform_lock_acquire(&lock);
	request = first;
	if (request != NULL)
		first = request->next;
	if (first == NULL)
		last = &first;
	platform_lock_release(&lock);
	return request;
}

void requests_answer(struct request *request)
{
	platform_semaphore_post(&request->done);
	requests_drop(request);
}
