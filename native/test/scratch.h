// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* Names of files that a test may create: below the folder for temporary files, one per process. */
#ifndef JDHAT_SCRATCH_H
#define JDHAT_SCRATCH_H

#include <inttypes.h>
#include <stdio.h>

#include "platform/platform.h"

struct scratch {
	char path[PLATFORM_PATH_MAX];
};

static inline struct scratch scratch_path(const char *name)
{
	struct scratch scratch;
	snprintf(scratch.path, sizeof scratch.path, "%.2000s%cjdhat-test-%" PRIu64 "-%s",
	         platform_temporary_folder(), PLATFORM_FILE_SEPARATOR, platform_process_id(), name);
	return scratch;
}

#endif
