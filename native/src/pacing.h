// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* How much is sampled: lets λ follow the program, where the options allow it. Agent thread. */
#ifndef JDHAT_PACING_H
#define JDHAT_PACING_H

#include <stdint.h>

#include "recorder.h"

/* After every turn of the recorder. */
void pacing_turn(struct recorder *recorder);
/* The agent thread may not sleep longer than this, µs. */
uint64_t pacing_pause_us(const struct recorder *recorder);

#endif
