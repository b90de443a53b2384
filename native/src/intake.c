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

static void count_untracked(struct recorder *recorder, uint64_t size)
{
	recorder->untracked_blocks++;
	recorder->untracked_bytes += size;
}

static bool has_room(struct recorder *recorder, const struct inbox_record *records, uint32_t n)
{
	uint32_t i, references = 0;

	for (i = 0; i < n; i++)
		references += records[i].reference != NULL;
	return references == 0 ||
	       (thinning_has_room(recorder) && live_has_room(recorder->live, references));
}

/* Takes over those of n records that count in this session, as they count in it. Returns how
 * many. */
static uint32_t prepare(struct recorder *recorder, JNIEnv *jni, const struct inbox_record *read,
                        uint32_t n, struct inbox_record *records)
{
	bool room = jni != NULL && has_room(recorder, read, n);
	uint32_t i, kept = 0;

	for (i = 0; i < n; i++) {
		struct inbox_record *record = &records[kept];

		*record = read[i];
		/* What an event of an earlier session left behind counts nowhere. */
		if (record->epoch <= recorder->base) {
			if (record->reference != NULL && jni != NULL)
				live_forget(jni, record->reference);
			continue;
		}
		record->epoch -= recorder->base;
		name_interval(recorder, record->interval);
		if (record->untracked == UNTRACKED_NO_ROOM)
			count_untracked(recorder, record->size);
		if (record->reference != NULL && !room) {
			if (jni != NULL)
				live_forget(jni, record->reference);
			record->reference = NULL;
			count_untracked(recorder, record->size);
		}
		kept++;
	}
	return kept;
}

static void take(struct recorder *recorder, JNIEnv *jni, const struct inbox_record *read,
                 uint32_t n)
{
	struct inbox_record records[SITES_RUN];
	uint32_t site[SITES_RUN], i;

	n = prepare(recorder, jni, read, n, records);
	if (n == 0)
		return;
	sites_add(recorder->sites, records, n, site);
	for (i = 0; i < n; i++)
		if (records[i].reference != NULL)
			live_track(recorder->live, records[i].reference, site[i], records[i].epoch,
			           records[i].size);
}

void intake_drain(struct recorder *recorder, JNIEnv *jni)
{
	struct carrier *carrier;

	for (carrier = carriers_first(); carrier != NULL; carrier = carrier->next) {
		const struct inbox_record *records;
		uint32_t n, i;

		while ((n = inbox_peek(&carrier->inbox, &records)) > 0) {
			for (i = 0; i < n; i += SITES_RUN)
				take(recorder, jni, records + i,
				     n - i < SITES_RUN ? n - i : SITES_RUN);
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
