// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "notes.h"

#include <inttypes.h>
#include <stdio.h>

#include "log.h"
#include "recorder_state.h"

static void note_once(struct recorder *recorder, bool *noted, uint64_t count, enum format_note code,
                      uint64_t time_us, const char *text)
{
	if (count == 0 || *noted)
		return;
	*noted = true;
	recording_note(recorder->recording, code, time_us, text);
}

/* The only note that is said aloud, too: whatever is read from this recording, somebody should
 * know.
 */
static void note_doubt(struct recorder *recorder, const struct recording_clock *clock)
{
	char text[200];

	if (clock->counters[COUNTER_WALK_MISMATCHES] == 0 || recorder->doubt_noted)
		return;
	snprintf(text, sizeof text,
	         "stacks of up to %" PRIu64
	         " events since the start may be misattributed: the fast "
	         "stack walk gave a wrong one, and is off now; use stack-walk=portable",
	         clock->counters[COUNTER_FAST_WALKS]);
	log_error("%s", text);
	note_once(recorder, &recorder->doubt_noted, 1, NOTE_DOUBTFUL, clock->time_us, text);
}

void notes_write(struct recorder *recorder, const struct recording_clock *clock)
{
	note_doubt(recorder, clock);
	note_once(recorder, &recorder->lost_noted, clock->counters[COUNTER_LOST_BLOCKS], NOTE_LOST,
	          clock->time_us,
	          "blocks were lost for want of room: totals are lower bounds from here on; raise "
	          "max-memory "
	          "or the interval");
	note_once(recorder, &recorder->folded_noted, clock->counters[COUNTER_FOLDED_BLOCKS],
	          NOTE_FOLDED, clock->time_us,
	          "new stacks are counted as [other stacks] from here on; raise max-size to keep "
	          "them apart");
}
