// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "adhoc.h"

#include "carriers.h"
#include "contexts.h"
#include "epoch.h"
#include "intervals.h"
#include "sampler.h"
#include "stacks.h"
#include "vm.h"

/* The calling thread, as the walk of its stack wants it. */
static jthread thread_of_event(void)
{
	return vm.java_version < 21 ? NULL : vm_current_thread();
}

static void count(struct carrier *carrier, const struct sampler_settings *settings, JNIEnv *jni,
                  uint32_t kind, uint64_t weight)
{
	struct inbox_record record = {0};
	jthread thread = thread_of_event();

	record.epoch = epoch_now();
	record.size = weight;
	record.interval = intervals_class(INTERVALS_EXACT, 0);
	record.unit = UNIT_AD_HOC;
	record.untracked = UNTRACKED_OFF;
	record.stack = stacks_walk(carrier, jni, thread, settings->depth);
	record.context =
	        contexts_of(carrier, jni, thread, settings->threads, settings->session, kind);
	if (thread != NULL)
		(*jni)->DeleteLocalRef(jni, thread);
	carriers_count(&carrier->counts.events, 1);
	sampler_relieve(carrier, settings);
	if (inbox_push(&carrier->inbox, &record))
		return;
	settings->pressed();
	carriers_count(&carrier->counts.lost_blocks, 1);
	carriers_count(&carrier->counts.lost_bytes, weight);
}

void adhoc_event(JNIEnv *jni, uint32_t kind, uint64_t weight)
{
	const struct sampler_settings *settings = sampler_now();
	struct carrier *carrier;
	struct carriers_timing timing;

	if (settings == NULL || !settings->ad_hoc || carriers_ours())
		return;
	carrier = sampler_carrier();
	if (carrier == NULL) {
		carriers_count_lost(weight);
		return;
	}
	carriers_enter(carrier);
	timing = carriers_begin_timing(carrier, sampler_timed_one_in(carrier, settings));
	if (sampler_now() == settings)
		count(carrier, settings, jni, kind, weight);
	carriers_end_timing(carrier, &timing);
	carriers_leave(carrier);
}
