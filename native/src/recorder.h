// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* One recording from its first byte to its last, on the agent thread alone: drains inboxes, sweeps
 * after collections, closes epochs, writes rows and clock points, thins liveness, compacts. */
#ifndef JDHAT_RECORDER_H
#define JDHAT_RECORDER_H

#include <jni.h>
#include <stdbool.h>
#include <stdint.h>

#include "open_windows.h"
#include "options.h"
#include "recording.h"
#include "sites.h"

struct recorder_settings {
	const struct options *options; /* copied */
	const char *options_text;
	const char *path;
	enum format_door door;
	uint32_t older_threads;
	enum format_liveness liveness; /* as decided for this collector */
	uint64_t tracked_max;          /* with FORMAT_LIVENESS_LIMITED: so many blocks */
	const char *liveness_note;     /* why it is off or limited; NULL = it is not, or there
	                                * is nothing to watch */
	uint64_t max_memory;
	bool final_collection;
};

/* What a window's clock point is followed by. */
struct recorder_window {
	struct window window; /* id 0: none */
	bool closes;
	uint32_t parent, name; /* to open: scope around it, 0 = none; a string */
	enum format_scope kind;
};

struct recorder;

/* Creates the recording and its tables. NULL with the system's code when the file cannot be made.
 */
struct recorder *recorder_open(JNIEnv *jni, const struct recorder_settings *settings, int *error);
/* One turn: everything that has come since the last one, and a tick when it is due. */
void recorder_turn(struct recorder *recorder, JNIEnv *jni);
/* How long the agent thread may sleep before the next turn, µs. */
uint64_t recorder_pause_us(const struct recorder *recorder);
bool recorder_final_written(const struct recorder *recorder);
/* True when blocks that wait for a collection are as many as `gc-at` says. */
bool recorder_wants_collection(const struct recorder *recorder);
/* 0, or why the recording can go no further (recording_error). */
int recorder_error(const struct recorder *recorder);
/* Writes what is left and the END record, closes the file, frees everything. `jni` is NULL when the
 * VM is going down: then the VM's references are left to it. */
void recorder_close(struct recorder *recorder, JNIEnv *jni, enum format_end reason);

/* Blocks that are tracked now. */
uint64_t recorder_tracked(const struct recorder *recorder);
/* Writes down that a window was opened or closed by the clock point that closed `epoch` (file id).
 */
void recorder_window(struct recorder *recorder, const struct recorder_window *window,
                     uint32_t epoch);

struct recorder_status {
	uint64_t elapsed_us, events, length, tracked, lost_blocks;
	uint64_t lambda; /* now; 0 = every block is seen */
	uint32_t sites;
};
struct recorder_status recorder_status(const struct recorder *recorder);

#endif
