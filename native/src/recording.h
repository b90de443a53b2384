// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* The file: appends records in chunks, keeps it under its cap by compaction. Agent thread only
 * (tests: one thread). After the first error nothing more is written and every call is a no-op;
 * the error is said once, by recording_error. */
#ifndef JDHAT_RECORDING_H
#define JDHAT_RECORDING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "bytes.h"
#include "format.h"
#include "platform/platform.h"

struct recording_header {
	uint64_t wall_us;
	uint64_t pid;
	uint64_t session_id;
};
struct recording_session {
	const char *version;
	enum format_door door;
	uint64_t lambda;
	uint32_t depth;
	enum format_liveness liveness;
	uint32_t older_threads;
	enum format_collector collector;
	const char *vm_name;
	const char *vm_version;
	uint32_t java_version;
	const char *command;
	const char *host;
	const char *options;
	uint64_t max_heap;
	uint64_t max_memory;
	uint64_t max_size;
	uint32_t threads;
	bool final_collection;
	enum format_pace pace;
	uint64_t budget; /* hundredths of a per cent of one core; 0 = λ stays */
};
struct recording_clock {
	uint32_t first;
	uint32_t last;
	enum format_clock_kind kind;
	enum format_reason reason;
	uint32_t flags;
	uint64_t time_us;
	uint32_t live_limit;
	uint64_t counters[COUNTERS];
};
struct recording_row {
	uint32_t site;
	uint32_t birth;
	uint64_t tracked_blocks, tracked_bytes;
	uint64_t untracked_blocks, untracked_bytes;
	uint64_t died_blocks, died_bytes;
};

struct recording;

/* Creates the file and writes header and SESSION. On an error returns NULL with a code as that of
 * recording_error. */
struct recording *recording_create(const char *path, uint64_t max_size,
                                   const struct recording_header *header,
                                   const struct recording_session *session, int *error);

void recording_interval(struct recording *recording, uint32_t id, uint64_t lambda, uint32_t k);
void recording_string(struct recording *recording, uint32_t id, const char *text, uint32_t length);
void recording_method(struct recording *recording, uint32_t id, uint32_t class_name, uint32_t name,
                      uint32_t descriptor, uint32_t source, uint32_t flags);
void recording_class(struct recording *recording, uint32_t id, uint32_t name);
struct recording_frame {
	uint32_t method;
	int32_t line;
};
void recording_stack(struct recording *recording, uint32_t id, uint32_t flags,
                     const struct recording_frame *frames, uint32_t n);
void recording_scope(struct recording *recording, uint32_t id, uint32_t parent, uint32_t kind,
                     uint32_t name);
void recording_context(struct recording *recording, uint32_t id, uint32_t scope, uint32_t thread,
                       uint32_t ad_hoc);
void recording_site(struct recording *recording, uint32_t id, uint32_t stack, uint32_t class_id,
                    uint32_t size_class, uint32_t interval, uint32_t context, uint32_t unit);
/* n rows of births up to `now`; split over as many records as they need. */
void recording_rows(struct recording *recording, uint32_t now, const struct recording_row *rows,
                    uint32_t n);
void recording_clock(struct recording *recording, const struct recording_clock *clock);
void recording_mark(struct recording *recording, uint32_t epoch, uint32_t name);
void recording_window(struct recording *recording, uint32_t id, uint32_t scope, uint32_t opening,
                      uint32_t closing, uint32_t flags);
void recording_note(struct recording *recording, enum format_note code, uint64_t time_us,
                    const char *text);
void recording_end(struct recording *recording, enum format_end reason, uint64_t time_us);

/* Writes what is buffered as chunks. Called at every clock point and every `flush`. Also begun by
 * itself when the buffer is nearly a chunk long. */
void recording_flush(struct recording *recording);
/* Bytes in the file, buffered ones included. */
uint64_t recording_length(const struct recording *recording);
/* Bytes that descriptions (everything but rows and clock points) take in the file, and their share
 * of the cap (a quarter). Beyond it the caller folds new stacks. */
uint64_t recording_description_length(const struct recording *recording);
bool recording_descriptions_full(const struct recording *recording);

/* The clock points (ids of their last epoch) that compaction must keep besides the PINNED ones. */
void recording_keep(struct recording *recording, uint32_t largest_live, uint32_t largest_occupied);
/* True when half of the cap is used: time to compact. */
bool recording_wants_compaction(const struct recording *recording);
/* Compacts into a copy and renames it over (compact.c). `breathe` is called every few milliseconds
 * so that the caller can drain inboxes meanwhile: it may put descriptions as long as
 * recording_has_room says so, but no rows and no clock points. Fails only by recording_error (the
 * original is then intact). */
void recording_compact(struct recording *recording, uint64_t time_us, void (*breathe)(void *),
                       void *context);

/* While it is being compacted: whether more descriptions may be put. Else true. */
bool recording_has_room(const struct recording *recording);

/* 0, or the system's code of the first error, or one of ours. */
#define RECORDING_TOO_SMALL (-2) /* even compaction cannot keep it under its cap */
#define RECORDING_NO_MEMORY (-3)
#define RECORDING_CHANGED   (-4) /* what compaction read back is not what was written */
int recording_error(const struct recording *recording);
/* Says what a code of recording_error means, into text. Returns text. */
const char *recording_error_text(int code, char *text, size_t n);
const char *recording_path(const struct recording *recording);
/* Flushes, closes, frees. */
void recording_close(struct recording *recording);

#endif
