// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "intake.h"

#include "epoch.h"
#include "intervals.h"
#include "recorder_state.h"
#include "thinning.h"

static void name_interval(struct recorder *recorder, uint16_t interval)
{
	if (recorder->interval_named[interval])
		return;
	recorder->interval_named[interval] = true;
	sites_interval(recorder->sites, interval, intervals_of(interval));
}

static void take(struct recorder *recorder, JNIEnv *jni, struct inbox_record record)
{
	uint32_t site;

	/* What an event of an earlier session left behind counts nowhere. */
	if (record.epoch <= recorder->base) {
		if (record.reference != NULL && jni != NULL)
			live_forget(jni, record.reference);
		return;
	}
	record.epoch -= recorder->base;
	if (record.untracked == UNTRACKED_NO_ROOM) {
		recorder->untracked_blocks++;
		recorder->untracked_bytes += record.size;
	}
	name_interval(recorder, record.interval);
	if (record.reference != NULL &&
	    (jni == NULL || !thinning_has_room(recorder) || !live_has_room(recorder->live))) {
		if (jni != NULL)
			live_forget(jni, record.reference);
		record.reference = NULL;
		record.untracked = UNTRACKED_NO_ROOM;
		recorder->untracked_blocks++;
		recorder->untracked_bytes += record.size;
	}
	site = sites_add(recorder->sites, &record);
	if (record.reference != NULL)
		live_track(recorder->live, record.reference, site, record.epoch, record.size);
}

void intake_drain(struct recorder *recorder, JNIEnv *jni)
{
	struct carrier *carrier;

	for (carrier = carriers_first(); carrier != NULL; carrier = carrier->next) {
		const struct inbox_record *records;
		uint32_t n, i;

		while ((n = inbox_peek(&carrier->inbox, &records)) > 0) {
			for (i = 0; i < n; i++)
				take(recorder, jni, records[i]);
			inbox_consume(&carrier->inbox, n);
			thinning_turn(recorder);
			if (sites_rows_waiting(recorder->sites) > RECORDER_ROWS_MAX &&
			    !recorder->rows_held)
				intake_write_rows(recorder);
		}
	}
}

void intake_write_rows(struct recorder *recorder)
{
	sites_write_rows(recorder->sites, epoch_now() - recorder->base);
}
