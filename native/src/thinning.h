// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* How much is tracked: liveness is thinned as memory fills up, and taken back as it empties, so
 * that `max-memory` holds and live figures stay unbiased estimates. Agent thread only. */
#ifndef JDHAT_THINNING_H
#define JDHAT_THINNING_H

#include <stdbool.h>

struct recorder;

/* Sets k by what is in use now. */
void thinning_turn(struct recorder *recorder);
/* False when one block more would pass the bound: it is not tracked, and counted as such. */
bool thinning_has_room(const struct recorder *recorder);

#endif
