// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "live.h"

#include <stdlib.h>
#include <string.h>

#include "budget.h"
#include "vm.h"

#define PAGE_BLOCKS 3200u

/* Blocks in about the order of their birth. Columns apart: a sweep reads the references alone. */
struct page {
	jweak reference[PAGE_BLOCKS];
	uint32_t site[PAGE_BLOCKS];
	uint32_t birth[PAGE_BLOCKS];
	uint32_t size8[PAGE_BLOCKS]; /* in units of 8 bytes: objects are aligned to them */
	uint32_t count;
};
struct live {
	struct page **pages;
	uint32_t page_count, page_room;
	uint64_t count;
	bool sealed; /* a sweep runs: new blocks go to pages of their own */
};

#define PAGE_BYTES (sizeof(struct page) + (uint64_t)PAGE_BLOCKS * 9)

void *live_reference(JNIEnv *jni, jobject block)
{
	jweak reference = (*jni)->NewWeakGlobalRef(jni, block);

	/* Without room the VM returns NULL and leaves an OutOfMemoryError that is not the target's.
	 */
	if (reference == NULL)
		vm_clear_exception(jni);
	return reference;
}

void live_forget(JNIEnv *jni, void *reference)
{
	(*jni)->DeleteWeakGlobalRef(jni, reference);
}

struct live *live_new(void)
{
	return calloc(1, sizeof(struct live));
}

static void free_page(struct page *page)
{
	free(page);
	budget_give(PAGE_BYTES);
}

void live_free(struct live *live, JNIEnv *jni)
{
	uint32_t p, i;

	if (live == NULL)
		return;
	for (p = 0; p < live->page_count; p++) {
		for (i = 0; i < live->pages[p]->count; i++)
			(*jni)->DeleteWeakGlobalRef(jni, live->pages[p]->reference[i]);
		free_page(live->pages[p]);
	}
	free(live->pages);
	free(live);
}

static struct page *add_page(struct live *live)
{
	struct page *page;

	if (live->page_count == live->page_room) {
		uint32_t room = live->page_room == 0 ? 64 : live->page_room * 2;
		struct page **pages = realloc(live->pages, room * sizeof *pages);

		if (pages == NULL)
			return NULL;
		live->pages = pages;
		live->page_room = room;
	}
	if (!budget_take(PAGE_BYTES))
		return NULL;
	page = malloc(sizeof *page);
	if (page == NULL) {
		budget_give(PAGE_BYTES);
		return NULL;
	}
	page->count = 0;
	live->pages[live->page_count++] = page;
	live->sealed = false;
	return page;
}

static struct page *open_page(const struct live *live)
{
	return live->page_count > 0 && !live->sealed ? live->pages[live->page_count - 1] : NULL;
}

bool live_has_room(struct live *live, uint32_t n)
{
	const struct page *page = open_page(live);

	return (page != NULL && page->count + n <= PAGE_BLOCKS) || add_page(live) != NULL;
}

void live_track(struct live *live, void *reference, uint32_t site, uint32_t birth, uint64_t size)
{
	struct page *page = open_page(live);
	uint32_t i = page->count++;

	page->reference[i] = reference;
	page->site[i] = site;
	page->birth[i] = birth;
	page->size8[i] = (uint32_t)(size / 8);
	live->count++;
}

uint64_t live_count(const struct live *live)
{
	return live->count;
}

void live_each(const struct live *live,
               void (*visit)(void *context, void *reference, uint32_t site, uint32_t birth,
                             uint64_t size),
               void *context)
{
	uint32_t p, i;

	for (p = 0; p < live->page_count; p++) {
		const struct page *page = live->pages[p];

		for (i = 0; i < page->count; i++)
			visit(context, page->reference[i], page->site[i], page->birth[i],
			      (uint64_t)page->size8[i] * 8);
	}
}

static void move(struct page *to, uint32_t t, const struct page *from, uint32_t f)
{
	to->reference[t] = from->reference[f];
	to->site[t] = from->site[f];
	to->birth[t] = from->birth[f];
	to->size8[t] = from->size8[f];
}

/* Gives back the references to dead blocks, and leaves NULL in their place. */
static void ask(struct page *page, JNIEnv *jni, uint32_t born_until)
{
	uint32_t i;

	for (i = 0; i < page->count; i++) {
		if (page->birth[i] > born_until ||
		    !(*jni)->IsSameObject(jni, page->reference[i], NULL))
			continue;
		(*jni)->DeleteWeakGlobalRef(jni, page->reference[i]);
		page->reference[i] = NULL;
	}
}

/* First all questions to the VM, then all that is counted: a call of the VM ends what the processor
 * does ahead. */
static uint64_t sweep_page(struct page *page, JNIEnv *jni, const struct live_sweep *sweep)
{
	uint32_t i, kept = 0;
	uint64_t died;

	ask(page, jni, sweep->born_until);
	for (i = 0; i < page->count; i++) {
		if (page->reference[i] == NULL)
			sweep->died(sweep->context, page->site[i], page->birth[i],
			            (uint64_t)page->size8[i] * 8);
		else if (kept++ != i)
			move(page, kept - 1, page, i);
	}
	died = page->count - kept;
	page->count = kept;
	return died;
}

/* Puts what is left of a page behind the page before it, if it fits. */
static bool join(struct page *before, struct page *page)
{
	uint32_t i;

	if (before == NULL || before->count + page->count > PAGE_BLOCKS)
		return false;
	for (i = 0; i < page->count; i++)
		move(before, before->count++, page, i);
	return true;
}

uint64_t live_sweep(struct live *live, JNIEnv *jni, const struct live_sweep *sweep)
{
	uint32_t swept = live->page_count, p, kept = 0;
	uint64_t died = 0;

	live->sealed = true;
	for (p = 0; p < swept; p++) {
		struct page *page = live->pages[p];

		died += sweep_page(page, jni, sweep);
		if (page->count == 0 || join(kept > 0 ? live->pages[kept - 1] : NULL, page))
			free_page(page);
		else
			live->pages[kept++] = page;
		if (p % 16 == 15)
			sweep->breathe(sweep->context);
	}
	/* Pages that were added meanwhile move down behind the ones that stay. */
	for (; p < live->page_count; p++)
		live->pages[kept++] = live->pages[p];
	live->page_count = kept;
	live->sealed = false;
	live->count -= died;
	return died;
}
