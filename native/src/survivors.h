// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* What of the tracked blocks of some epochs the program still holds, and what only a soft, weak or
 * phantom reference keeps. Agent thread only. */
#ifndef JDHAT_SURVIVORS_H
#define JDHAT_SURVIVORS_H

#include <jni.h>
#include <stdbool.h>
#include <stdint.h>

struct recorder;

struct survivors {
	bool known;                  /* false: the VM or the memory did not allow it */
	uint64_t reached, unreached; /* blocks */
	uint64_t walk_us;
	char *soft;        /* of the unreached ones "SITE:BLOCKS:BYTES;…", the caller's to free */
	uint32_t left_out; /* sites for which `soft` had no room */
};

/* Asks about the blocks born in epochs after `from` up to `to` (file ids). */
void survivors_ask(struct recorder *recorder, JNIEnv *jni, uint32_t from, uint32_t to,
                   struct survivors *survivors);

#endif
