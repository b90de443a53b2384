// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "compact_plan.h"

#include <stddef.h>
#include <stdlib.h>

#include "budget.h"

bool plan_add(struct plan *plan, const struct plan_point *point)
{
	if (plan->n == plan->capacity) {
		uint32_t capacity = plan->capacity ? 2 * plan->capacity : 1024;
		struct plan_point *grown = realloc(plan->point, capacity * sizeof *grown);
		if (!grown)
			return false;
		budget_force((capacity - plan->capacity) * sizeof *grown);
		plan->point = grown;
		plan->capacity = capacity;
	}
	plan->point[plan->n] = *point;
	plan->point[plan->n].into = point->last;
	plan->n++;
	return true;
}

static int compare(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
	return (x > y) - (x < y);
}

bool plan_ready(struct plan *plan)
{
	if (plan->n == 0)
		return true;
	plan->point[0].pinned = plan->point[plan->n - 1].pinned = true;
	uint32_t n = 0;
	for (uint32_t i = 0; i < plan->n; i++)
		n += plan->point[i].pinned && plan->point[i].live;
	plan->exact = malloc((n + 1) * sizeof *plan->exact);
	if (!plan->exact)
		return false;
	budget_force((n + 1) * sizeof *plan->exact);
	for (uint32_t i = 0; i < plan->n; i++)
		if (plan->point[i].pinned && plan->point[i].live)
			plan->exact[plan->exact_n++] = plan->point[i].live_limit;
	qsort(plan->exact, n, sizeof *plan->exact, compare);
	return true;
}

/* True when an exact limit stands inside the range, so that its births must be told apart. */
static bool crosses(const struct plan *plan, uint32_t first, uint32_t last)
{
	uint32_t low = 0, high = plan->exact_n;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (plan->exact[middle] < first)
			low = middle + 1;
		else
			high = middle;
	}
	return low < plan->exact_n && plan->exact[low] < last;
}

bool plan_merge(struct plan *plan)
{
	bool any = false;
	struct plan_point *earlier = NULL;
	for (uint32_t i = 0; i < plan->n; i++) {
		struct plan_point *point = &plan->point[i];
		if (point->gone)
			continue;
		if (point->pinned) {
			earlier = NULL;
		} else if (earlier && !crosses(plan, earlier->first, point->last)) {
			earlier->gone = true;
			point->first = earlier->first;
			point->merged = true;
			earlier = NULL;
			any = true;
		} else {
			earlier = point;
		}
	}
	uint32_t into = 0;
	for (uint32_t i = plan->n; i-- > 0;) {
		if (!plan->point[i].gone)
			into = plan->point[i].last;
		plan->point[i].into = into;
	}
	return any;
}

uint32_t plan_kept(const struct plan *plan)
{
	uint32_t n = 0;
	for (uint32_t i = 0; i < plan->n; i++)
		n += !plan->point[i].gone;
	return n;
}

/* The original clock point that closed an epoch; NULL for an open one. */
static const struct plan_point *point_of(const struct plan *plan, uint32_t epoch)
{
	uint32_t low = 0, high = plan->n;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (plan->point[middle].last < epoch)
			low = middle + 1;
		else
			high = middle;
	}
	return low < plan->n ? &plan->point[low] : NULL;
}

uint32_t plan_birth(const struct plan *plan, uint32_t birth)
{
	const struct plan_point *point = point_of(plan, birth);
	return point && (point->gone || point->merged) ? point->into : birth;
}

bool plan_live(const struct plan *plan, const struct plan_point *point)
{
	/* Births up to the limit and later ones may have become one range. */
	return point->live && plan_birth(plan, point->live_limit) == point->live_limit;
}

void plan_free(struct plan *plan)
{
	free(plan->point);
	budget_give(plan->capacity * sizeof *plan->point);
	if (plan->exact) {
		uint32_t n = plan->exact_n + 1;
		free(plan->exact);
		budget_give(n * sizeof *plan->exact);
	}
	*plan = (struct plan){0};
}
