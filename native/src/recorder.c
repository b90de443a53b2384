// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "recorder.h"

#include <stdlib.h>

#include "budget.h"
#include "carriers.h"
#include "classes.h"
#include "clock.h"
#include "dictionary.h"
#include "epoch.h"
#include "fastwalk.h"
#include "intake.h"
#include "intervals.h"
#include "jvm.h"
#include "pacing.h"
#include "recorder_state.h"
#include "thinning.h"
#include "vm.h"

/* Before it, an allocation outside a thread's buffer (TLAB) disarms sampling in that buffer. */
#define FIRST_COMPLETE_SAMPLER 17

static struct recording *create(const struct recorder_settings *settings, JNIEnv *jni, int *error)
{
	struct recording_header header = {platform_wall_us(), platform_process_id(), 0};
	char vm_name[128] = "", vm_version[128] = "", command[4096] = "", host[256];
	enum format_pace pace = options_pace(settings->options);
	struct recording_session session = {
	        .version = JDHAT_VERSION,
	        .door = settings->door,
	        .lambda = settings->options->interval,
	        .depth = settings->options->depth,
	        .liveness = settings->liveness,
	        .older_threads = settings->older_threads,
	        .collector = jvm_collector(),
	        .vm_name = vm_name,
	        .vm_version = vm_version,
	        .java_version = vm.java_version,
	        .command = command,
	        .host = host,
	        .options = settings->options_text,
	        .max_heap = jvm_max_heap(jni),
	        .max_memory = settings->max_memory,
	        .max_size = settings->options->max_size,
	        .threads = settings->options->threads,
	        .final_collection = settings->final_collection,
	        .pace = pace,
	        .budget = pace != PACE_NONE ? settings->options->budget : 0,
	};

	header.session_id = header.wall_us * UINT64_C(0x9E3779B97F4A7C15) ^ header.pid << 20 ^
	                    platform_now_ns();
	vm_property("java.vm.name", vm_name, sizeof vm_name);
	vm_property("java.vm.version", vm_version, sizeof vm_version);
	vm_java_property(jni, "sun.java.command", command, sizeof command);
	platform_host_name(host, sizeof host);
	return recording_create(settings->path, settings->options->max_size, &header, &session,
	                        error);
}

static void free_tables(struct recorder *recorder, JNIEnv *jni)
{
	if (jni != NULL)
		live_free(recorder->live, jni);
	sites_free(recorder->sites);
	free(recorder);
}

struct recorder *recorder_open(JNIEnv *jni, const struct recorder_settings *settings, int *error)
{
	struct recorder *recorder = calloc(1, sizeof *recorder);

	*error = 0;
	if (recorder == NULL)
		return NULL;
	recorder->options = *settings->options;
	recorder->tracked_max =
	        settings->liveness == FORMAT_LIVENESS_LIMITED ? settings->tracked_max : 0;
	recorder->base = epoch_now() - 1;
	recorder->next = epoch_now();
	recorder->start_ns = platform_now_ns();
	recorder->tick_ns = recorder->start_ns;
	recorder->cpu_before_ns = platform_thread_cpu_ns();
	recorder->counts_before = carriers_totals();
	recorder->collections_before = epoch_collections();
	epoch_written(recorder->base);
	intervals_thin(0);
	inbox_limit(settings->max_memory / 8);
	budget_limit(settings->max_memory - settings->max_memory / 8);
	dictionary_begin();
	recorder->recording = create(settings, jni, error);
	recorder->sites = recorder->recording != NULL ? sites_new(recorder->recording) : NULL;
	recorder->live = live_new();
	if (recorder->sites == NULL || recorder->live == NULL) {
		if (recorder->recording != NULL)
			recording_close(recorder->recording);
		free_tables(recorder, jni);
		return NULL;
	}
	if (vm.java_version < FIRST_COMPLETE_SAMPLER &&
	    (settings->options->record & RECORDS_HEAP) != 0)
		recording_note(recorder->recording, NOTE_SAMPLER, 0,
		               "Java 11 samples no block of a thread after one that had no place "
		               "in the thread's "
		               "buffer, until the next buffer: totals are lower bounds; Java 17 "
		               "and later do not "
		               "leave them out");
	if (settings->liveness_note != NULL)
		recording_note(recorder->recording, NOTE_LIVENESS, 0, settings->liveness_note);
	fastwalk_begin(jni, settings->options->stack_walk);
	recorder->mismatches_before = fastwalk_state().mismatches;
	jvm_read(jni, &recorder->jvm);
	recording_flush(recorder->recording);
	return recorder;
}

struct breath {
	struct recorder *recorder;
	JNIEnv *jni;
};

static void breathe(void *context)
{
	struct breath *breath = context;

	if (recording_has_room(breath->recorder->recording))
		intake_drain(breath->recorder, breath->jni);
}

static void compact_if_due(struct recorder *recorder, JNIEnv *jni)
{
	struct breath breath = {recorder, jni};

	if (recorder->rows_held || !recording_wants_compaction(recorder->recording))
		return;
	recording_keep(recorder->recording, recorder->largest_live_epoch,
	               recorder->largest_occupied_epoch);
	recorder->rows_held = true;
	recording_compact(recorder->recording, recorder_time_us(recorder, platform_now_ns()),
	                  breathe, &breath);
	recorder->rows_held = false;
}

void recorder_turn(struct recorder *recorder, JNIEnv *jni)
{
	uint64_t now = platform_now_ns();
	uint32_t generation;

	intake_drain(recorder, jni);
	if (now - recorder->tick_ns >= recorder->options.tick_us * 1000) {
		epoch_close(CLOCK_TICK, REASON_NONE);
		recorder->tick_ns = now;
		generation = carriers_generation();
		classes_collect(jni, generation);
		fastwalk_turn(generation);
	}
	clock_turn(recorder, jni);
	thinning_turn(recorder);
	pacing_turn(recorder);
	if (now - recorder->flush_ns >= recorder->options.flush_us * 1000) {
		if (!recorder->rows_held)
			intake_write_rows(recorder);
		recording_flush(recorder->recording);
		recorder->flush_ns = now;
		compact_if_due(recorder, jni);
		carriers_collect();
	}
}

uint64_t recorder_pause_us(const struct recorder *recorder)
{
	uint64_t pause = pacing_pause_us(recorder);

	if (recorder->options.flush_us < pause)
		pause = recorder->options.flush_us;
	return recorder->options.tick_us < pause ? recorder->options.tick_us : pause;
}

bool recorder_final_written(const struct recorder *recorder)
{
	return recorder->final_written;
}

bool recorder_wants_collection(const struct recorder *recorder)
{
	uint64_t limit = recorder->options.gc_at;

	return limit > 0 && live_count(recorder->live) > recorder->live_after_sweep + limit;
}

int recorder_error(const struct recorder *recorder)
{
	return recording_error(recorder->recording);
}

void recorder_close(struct recorder *recorder, JNIEnv *jni, enum format_end reason)
{
	intake_drain(recorder, jni);
	intake_write_rows(recorder);
	if (!recorder->final_written)
		clock_point(recorder, jni, REASON_STOP, CLOCK_FINAL, NULL);
	recording_end(recorder->recording, reason, recorder_time_us(recorder, platform_now_ns()));
	recording_flush(recorder->recording);
	recording_close(recorder->recording);
	/* Going down with the VM, other threads may be in the middle of an event: nothing is freed.
	 */
	if (jni == NULL)
		return;
	fastwalk_end();
	free_tables(recorder, jni);
}

uint64_t recorder_tracked(const struct recorder *recorder)
{
	return live_count(recorder->live);
}

void recorder_window(struct recorder *recorder, const struct recorder_window *record,
                     uint32_t epoch)
{
	const struct window *window = &record->window;

	if (!record->closes) {
		dictionary_write_string(recorder->recording, record->name);
		recording_scope(recorder->recording, window->scope, record->parent, record->kind,
		                record->name);
	}
	recording_window(recorder->recording, window->id, window->scope,
	                 record->closes ? window->opening : epoch, record->closes ? epoch : 0,
	                 window->all_threads ? WINDOW_ALL_THREADS : 0);
	recording_flush(recorder->recording);
}

struct recorder_status recorder_status(const struct recorder *recorder)
{
	struct carrier_totals totals = carriers_totals();
	struct recorder_status status = {
	        .elapsed_us = recorder_time_us(recorder, platform_now_ns()),
	        .events = totals.events - recorder->counts_before.events,
	        .lost_blocks = totals.lost_blocks - recorder->counts_before.lost_blocks,
	        .length = recording_length(recorder->recording),
	        .tracked = live_count(recorder->live),
	        .sites = sites_count(recorder->sites),
	        .lambda = intervals_lambda(intervals_slot()),
	};

	return status;
}
