// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.bench.part;

import dev.jdhat.bench.measure.Contestant;
import dev.jdhat.bench.measure.Rounds;
import dev.jdhat.bench.measure.Run;
import dev.jdhat.bench.measure.Tool;
import java.util.function.ToDoubleFunction;

/** Columns that several tables have. */
final class Columns {
    private static final String NONE = Contestant.NONE.name();
    private static final String BARE = "bare";

    private Columns() {}

    /**
     * What a figure is, and its ratio to none. Only of what sees every block can it be said how
     * many times the bare event's price it adds.
     */
    static void cost(Table.Row row, Rounds rounds, Contestant contestant, String name,
            ToDoubleFunction<Run> figure) {
        row.put(name, rounds.spread(contestant.name(), figure));
        row.put(name + ", ratio", rounds.ratio(contestant.name(), NONE, figure));
        if (contestant != Contestant.NONE && rounds.has(BARE)
                && Double.isNaN(contestant.interval()) && contestant.tool() != Tool.JFR) {
            row.put("added / bare's", rounds.addedRatio(contestant.name(), BARE, figure));
        }
    }

    static void pauses(Table.Row row, Rounds rounds, Contestant contestant) {
        String name = contestant.name();
        row.put("pause 99 %, ms", rounds.spread(name, run -> run.safepoints().pause99()));
        row.put("longest", rounds.spread(name, run -> run.safepoints().longestPause()).most());
        row.put("to safepoint", rounds.spread(name, run -> run.safepoints().longestWay()).most());
    }

    /** What only jdhat counts of itself. Who saw nothing has no cost, and no place in the table. */
    static void own(Table.Row row, Rounds rounds, Contestant contestant) {
        if (contestant.tool() == Tool.JDHAT) {
            if (rounds.spread(contestant.name(), run -> run.recorded().events()).least() == 0) {
                throw new IllegalStateException(contestant + " saw no block");
            }
            row.put("own clock, %", rounds.spread(contestant.name(), Run::ownShare).times(100));
        }
    }

    /** Whether the agent's one thread keeps up with every block. */
    static void drain(Table.Row row, Rounds rounds, Contestant contestant) {
        if (contestant.tool() == Tool.JDHAT && contestant.name().startsWith("exact")) {
            row.put("agent thread, ns an event",
                    rounds.spread(contestant.name(), run -> run.recorded().drainNanos()));
            row.put("lost, %",
                    rounds.spread(contestant.name(), run -> run.recorded().lostPercent()));
        }
    }

    /** Memory of the process against none; and what is recorded, where a file grows with time. */
    static void space(Table.Row row, Rounds rounds, Contestant contestant) {
        String name = contestant.name();
        row.put("memory, + MB", (rounds.spread(name, Run::peakBytes).median()
                - rounds.spread(NONE, Run::peakBytes).median()) / 1e6);
        if (contestant.tool() == Tool.JDHAT || contestant.tool() == Tool.JFR) {
            row.put("file, MB/h", rounds.spread(name, Run::recordedPerHour).median() / 1e6);
        }
    }
}
