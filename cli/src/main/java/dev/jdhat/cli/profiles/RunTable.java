// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.profiles;

import dev.jdhat.cli.text.Table;
import dev.jdhat.cli.text.Units;
import dev.jdhat.profile.Unit;

import java.util.ArrayList;
import java.util.List;

/** The JVMs of a command beside each other, each with the figures of what was recorded. */
final class RunTable {
    private final List<JvmRun> runs;
    private final boolean heap;
    private final boolean adHoc;

    RunTable(List<JvmRun> runs) {
        this.runs = runs;
        heap = runs.stream().anyMatch(run -> run.counts(Unit.HEAP));
        adHoc = runs.stream().anyMatch(run -> run.counts(Unit.AD_HOC));
    }

    /** The heading and the rows, none wider than {@code width} where that can be. */
    List<String> lines(int width) {
        Table table = Table.of(headings());
        for (JvmRun run : runs) {
            table.row(cells(run));
        }
        List<String> lines = new ArrayList<>();
        lines.add(
                runs.size()
                        + " JVMs"
                        + (heap ? ", figures in bytes" : "")
                        + (adHoc ? (heap ? "," : "") + " and their ad hoc events" : "")
                        + ":");
        lines.addAll(table.lines(width));
        return lines;
    }

    private String[] headings() {
        return columns(
                List.of(">PID"),
                List.of(">TOTAL", ">AT T-GMAX", ">AT T-END"),
                List.of(">UNITS", ">EVENTS"),
                List.of("MAIN CLASS"));
    }

    private String[] cells(JvmRun run) {
        return columns(
                List.of(Long.toString(run.pid())),
                List.of(
                        Units.bytes(run.total()), Units.bytes(run.peak()), Units.bytes(run.end())),
                List.of(Units.bytes(run.events()), Units.blocks(run.events())),
                List.of(run.command()));
    }

    private String[] columns(
            List<String> first, List<String> ofHeap, List<String> ofEvents, List<String> last) {
        List<String> columns = new ArrayList<>(first);
        columns.addAll(heap ? ofHeap : List.of());
        columns.addAll(adHoc ? ofEvents : List.of());
        columns.addAll(last);
        return columns.toArray(String[]::new);
    }
}
