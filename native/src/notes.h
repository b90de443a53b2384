// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* What a recording says of its own figures once they are less than they seem. Agent thread only. */
#ifndef JDHAT_NOTES_H
#define JDHAT_NOTES_H

struct recorder;
struct recording_clock;

/* By the counters of a clock point that is about to be written. Each note once. */
void notes_write(struct recorder *recorder, const struct recording_clock *clock);

#endif
