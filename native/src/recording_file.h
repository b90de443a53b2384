// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* What recording.c and compact.c share of a recording: its file, its buffers, its share-out of the
 * cap. For nobody else. */
#ifndef JDHAT_RECORDING_FILE_H
#define JDHAT_RECORDING_FILE_H

#include "recording.h"

struct recording {
	char path[PLATFORM_PATH_MAX];
	struct platform_file file;
	struct recording_header header;
	uint32_t generation;
	uint64_t max_size;
	struct bytes chunk; /* FORMAT_CHUNK_HEADER_LENGTH bytes of room, then whole records */
	struct bytes body;  /* of the record that is being made */
	uint64_t written;   /* bytes in the file */
	uint64_t descriptions;
	uint32_t clock_points;
	uint64_t compact_at;        /* length at which compaction is due */
	uint32_t compact_at_points; /* number of clock points at which it is due */
	uint32_t keep_live;
	uint32_t keep_occupied;
	bool compacting; /* what is put waits in the buffer for the copy that takes the file's place
	                  */
	bool ended;
	int error;
};

/* Creates the file and writes its header. NULL and the system's code on an error. */
struct recording *recording_open(const char *path, uint64_t max_size,
                                 const struct recording_header *header, uint32_t generation,
                                 int *error);
/* An empty body for a new record. */
struct bytes *recording_body(struct recording *recording);
/* Buffers a record whose body stands in `body`. */
void recording_put(struct recording *recording, enum format_record type);
/* Buffers a record that is there already. */
void recording_copy(struct recording *recording, uint64_t type, const uint8_t *body, size_t n);
/* Ends writing. The first code stays. */
void recording_fail(struct recording *recording, int code);
/* Closes and frees without writing what is buffered. */
void recording_discard(struct recording *recording);

/* Where the unfinished copy of a compaction stands. False when the name is too long. */
bool recording_copy_path(const char *path, char copy[PLATFORM_PATH_MAX]);

#endif
