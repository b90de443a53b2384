// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "policy.h"

#include "jvm.h"

#define MIB                      (UINT64_C(1) << 20)
#define GIB                      (UINT64_C(1) << 30)
#define SAMPLED_MEMORY           (64 * MIB)
#define EXACT_MEMORY_LEAST       (256 * MIB)
#define GENERATIONAL_ZGC_TRACKED 10000

static uint64_t memory(const struct options *options)
{
	uint64_t quarter;

	if (options->max_memory != 0)
		return options->max_memory;
	/* What waits for a collection is what takes memory, and ad hoc events do not wait. */
	if (options->interval != 0 || (options->record & RECORDS_HEAP) == 0)
		return SAMPLED_MEMORY;
	quarter = platform_free_memory() / 4;
	return quarter > EXACT_MEMORY_LEAST ? quarter : EXACT_MEMORY_LEAST;
}

static void turn_off(struct recorder_settings *settings, const char *why)
{
	settings->liveness = FORMAT_LIVENESS_OFF;
	settings->liveness_note = why;
}

static void decide_liveness(struct recorder_settings *settings)
{
	enum options_liveness asked = settings->options->liveness;

	settings->liveness = FORMAT_LIVENESS_ON;
	settings->liveness_note = NULL;
	settings->tracked_max = 0;
	if ((settings->options->record & RECORDS_HEAP) == 0) {
		turn_off(settings, NULL);
	} else if (asked == LIVENESS_OFF) {
		turn_off(settings,
		         "liveness=off: live, peak, end and lifetime figures are not known");
	} else if (jvm_collector() == COLLECTOR_EPSILON) {
		turn_off(settings, "the Epsilon collector frees nothing: live, peak, end and "
		                   "lifetime figures are not "
		                   "known");
	} else if (jvm_collector() == COLLECTOR_GENERATIONAL_ZGC && asked != LIVENESS_FORCE) {
		/* Its young collections take weak references for strong ones: what is tracked is
		 * kept. */
		if (settings->options->interval == 0 && !settings->options->interval_auto) {
			turn_off(settings, "generational ZGC keeps every tracked block until a "
			                   "major collection: live, "
			                   "peak, end and lifetime figures are not known; use a "
			                   "sampling interval, "
			                   "another collector, or liveness=force");
			return;
		}
		settings->liveness = FORMAT_LIVENESS_LIMITED;
		settings->tracked_max = GENERATIONAL_ZGC_TRACKED;
		settings->liveness_note =
		        "generational ZGC keeps every tracked block until a major collection: at "
		        "most "
		        "10,000 are tracked; use another collector, or liveness=force";
	}
}

static bool final_collection(const struct recorder_settings *settings, JNIEnv *jni)
{
	uint64_t heap = jvm_max_heap(jni);
	bool zgc =
	        jvm_collector() == COLLECTOR_ZGC || jvm_collector() == COLLECTOR_GENERATIONAL_ZGC;

	if (settings->liveness == FORMAT_LIVENESS_OFF || settings->options->gc == SWITCH_OFF)
		return false;
	if (settings->options->gc == SWITCH_ON || settings->door == DOOR_API)
		return true;
	/* Not asked for: not where it could take long or keep the target from ending. */
	return !zgc && heap <= 4 * GIB;
}

void policy_decide(struct recorder_settings *settings, JNIEnv *jni)
{
	settings->max_memory = memory(settings->options);
	decide_liveness(settings);
	settings->final_collection = final_collection(settings, jni);
}
