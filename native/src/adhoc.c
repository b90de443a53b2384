// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "adhoc.h"

#include "carriers.h"
#include "contexts.h"
#include "epoch.h"
#include "intervals.h"
#include "sampler.h"
#include "stacks.h"
#include "timing.h"
#include "vm.h"

/* The calling thread, as the walk of its stack wants it. */
static jthread thread_of_event(void)
{
	return vm.java_version < 21 ? NULL : vm_current_thread();
}

static void count(struct carrier *carrier, const struct sampler_settings *settings, JNIEnv *jni,
                  uint32_t kind, uint64_t weight)
{
	jthread thread = thread_of_event();
	uint32_t epoch = epoch_now();
	uint32_t stack = stacks_walk(carrier, jni, thread, settings->depth);
	uint32_t context =
	        contexts_of(carrier, jni, thread, settings->threads, settings->session, kind);
	struct inbox_record *record;

	if (thread != NULL)
		(*jni)->DeleteLocalRef(jni, thread);
	carriers_count(&carrier->counts.events, 1);
	sampler_relieve(carrier, settings);
	record = inbox_place(&carrier->inbox);
	if (record != NULL) {
		*record = (struct inbox_record){.size = weight,
		                                .stack = stack,
		                                .epoch = epoch,
		                                .context = context,
		                                .interval = intervals_class(INTERVALS_EXACT, 0),
		                                .unit = UNIT_AD_HOC,
		                                .untracked = UNTRACKED_OFF};
		inbox_push(&carrier->inbox);
		return;
	}
	settings->pressed();
	carriers_count(&carrier->counts.lost_blocks, 1);
	carriers_count(&carrier->counts.lost_bytes, weight);
}

void adhoc_event(JNIEnv *jni, uint32_t kind, uint64_t weight)
{
	const struct sampler_settings *settings = sampler_now();
	struct carrier *carrier;
	struct timing timing;

	if (settings == NULL || !settings->ad_hoc || carriers_ours())
		return;
	carrier = sampler_carrier();
	if (carrier == NULL) {
		carriers_count_lost(weight);
		return;
	}
	carriers_enter(carrier);
	timing_begin(&timing, carrier, sampler_timed_one_in(carrier, settings));
	if (sampler_now() == settings)
		count(carrier, settings, jni, kind, weight);
	timing_end(&timing, carrier);
	carriers_leave(carrier);
}
