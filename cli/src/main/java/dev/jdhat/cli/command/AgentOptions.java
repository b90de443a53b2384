// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.command;

import dev.jdhat.cli.jvm.AgentString;
import dev.jdhat.profile.Unit;
import dev.jdhat.report.ReportPlaces;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options of the agent, by the same names as in its own option string. */
public final class AgentOptions {
    private static final long KIB = 1024;
    private static final long MIB = 1024 * KIB;
    private static final long GIB = 1024 * MIB;
    private static final long MILLI = 1000;
    private static final long SECOND = 1000 * MILLI;
    private static final long HOUR = 3600 * SECOND;
    private static final long WHOLE_CORE = 100 * 100;

    @Spec(Spec.Target.MIXEE)
    CommandSpec spec;

    @Option(
            names = "--interval",
            paramLabel = "SIZE|exact|auto",
            order = 19,
            description =
                    "Mean bytes between samples, up to 1g; exact (or 0) sees every block; auto does"
                            + " while the budget allows. Default: auto for run, else 512k.")
    String interval;

    @Option(
            names = "--budget",
            paramLabel = "PERCENT|off",
            order = 20,
            description =
                    "Share of one core that the agent may take before the interval is raised,"
                            + " unless one was given alone. Default: 2.")
    String budget;

    @Option(
            names = "--file",
            paramLabel = "PATH",
            order = 21,
            description =
                    "The recording; %%p is the process id, %%t its start, %%h the host, %%n nothing"
                            + " or -2 to -9 where such files are there. Default:"
                            + " jdhat-%%p%%n.jdhat.")
    String file;

    @Option(
            names = "--report",
            paramLabel = "PATH|none",
            order = 22,
            description =
                    "Where to write the profile in DHAT's format. Default: dhat-heap.json;"
                            + " dhat-ad-hoc.json for ad hoc events, beside PATH where both are"
                            + " recorded.")
    String report;

    @Option(
            names = "--depth",
            paramLabel = "N",
            order = 23,
            description = "Frames kept of a stack, 1 to 2048. Default: 128.")
    String depth;

    @Option(
            names = "--gc",
            paramLabel = "on|off",
            order = 24,
            description = "A full collection before the end, so that the end is exact.")
    Switch gc;

    @Option(
            names = "--gc-timeout",
            paramLabel = "TIME",
            order = 25,
            description = "How long the end waits for that collection. Default: 5s.")
    String gcTimeout;

    @Option(
            names = "--gc-at",
            paramLabel = "N",
            order = 26,
            description = "Force a collection when N blocks wait for one; 0 is never. Default: 0.")
    String gcAt;

    @Option(
            names = "--report-timeout",
            paramLabel = "TIME",
            order = 27,
            description = "How long the end of the program waits for the report. Default: 10s.")
    String reportTimeout;

    @Option(
            names = "--tick",
            paramLabel = "TIME",
            order = 28,
            description =
                    "Time between clock points without a collection, 100ms to 1h. Default: 1s.")
    String tick;

    @Option(
            names = "--flush",
            paramLabel = "TIME",
            order = 29,
            description = "Time between writes to the recording, 10ms to 1m. Default: 100ms.")
    String flush;

    @Option(
            names = "--threads",
            paramLabel = "none|name|pool",
            order = 30,
            description =
                    "Count each thread apart, by its name or by its name without numbers. Default:"
                            + " none.")
    Threads threads;

    @Option(
            names = "--stack-walk",
            paramLabel = "auto|portable|fast|checked",
            order = 31,
            description =
                    "How stacks are found: by the JVM, or by a cache in front of it; checked does"
                            + " both and compares. Default: auto.")
    StackWalk stackWalk;

    @Option(
            names = "--max-size",
            paramLabel = "SIZE",
            order = 32,
            description = "Bound of the recording, at least 1m. Default: 256m.")
    String maxSize;

    @Option(
            names = "--max-memory",
            paramLabel = "SIZE|auto",
            order = 33,
            description =
                    "Bound of the agent's own memory, at least 4m. Default: auto = 64m; when exact"
                            + " or auto a quarter of the free memory, at least 256m.")
    String maxMemory;

    @Option(
            names = "--liveness",
            paramLabel = "on|off|force",
            order = 34,
            description =
                    "Watch which blocks are collected; force also where it is costly (generational"
                            + " ZGC). Default: on.")
    Liveness liveness;

    @Option(
            names = "--record",
            paramLabel = "heap|ad-hoc|both",
            completionCandidates = Records.class,
            order = 35,
            description =
                    "Record allocations, the program's own events (AdHoc.event), or both. Default:"
                            + " heap.")
    String record;

    @Option(
            names = "--start",
            paramLabel = "now|idle|TIME",
            order = 36,
            description = "Record from the start, when told to, or after a delay. Default: now.")
    String start;

    @Option(names = "--quiet", order = 37, description = "The agent says nothing but errors.")
    boolean quiet;

    /** A switch of the agent. */
    enum Switch {
        on,
        off
    }

    /** How threads are told apart. */
    enum Threads {
        none,
        name,
        pool
    }

    /** How stacks are found. */
    enum StackWalk {
        auto,
        portable,
        fast,
        checked
    }

    /** How the fate of blocks is watched. */
    enum Liveness {
        on,
        off,
        force
    }

    /** What is recorded. */
    static final class Records extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        Records() {
            super(List.of("heap", "ad-hoc", "both"));
        }
    }

    /**
     * Adds all that was given to {@code text}, except where to write, which each command decides.
     */
    AgentString addTo(AgentString text) {
        OptionValues values = values();
        add(text, "interval", interval());
        add(text, "budget", values.share("--budget", budget, "off", WHOLE_CORE));
        add(text, "depth", values.count("--depth", depth, 1, 2048));
        add(text, "gc", gc);
        add(text, "gc-timeout", values.time("--gc-timeout", gcTimeout, 0, HOUR));
        add(text, "gc-at", values.count("--gc-at", gcAt, 0, 1_000_000_000));
        add(text, "report-timeout", values.time("--report-timeout", reportTimeout, 0, HOUR));
        add(text, "tick", values.time("--tick", tick, 100 * MILLI, HOUR));
        add(text, "flush", values.time("--flush", flush, 10 * MILLI, 60 * SECOND));
        add(text, "threads", threads);
        add(text, "stack-walk", stackWalk);
        add(text, "max-size", values.size("--max-size", maxSize, null, MIB, 1024 * GIB));
        add(text, "max-memory", values.size("--max-memory", maxMemory, "auto", 4 * MIB, 1024 * GIB));
        add(text, "liveness", liveness);
        add(text, "record", record());
        boolean word = start == null || start.equals("now") || start.equals("idle");
        add(text, "start", word ? start : values.time("--start", start, 0, 24 * HOUR));
        add(text, "quiet", quiet ? "on" : null);
        return text;
    }

    /** Whether the program's own events are recorded. */
    boolean recordsAdHoc() {
        return "ad-hoc".equals(record) || "both".equals(record);
    }

    /** The pattern of the report's name, or {@code none}. */
    String reportOrDefault() {
        Unit first = "ad-hoc".equals(record) ? Unit.AD_HOC : Unit.HEAP;
        return report == null ? ReportPlaces.defaultName(EnumSet.of(first)) : report;
    }

    private static void add(AgentString text, String key, Object value) {
        if (value != null) {
            text.with(key, value);
        }
    }

    private String interval() {
        return "auto".equals(interval)
                ? interval
                : values().size("--interval", interval, "exact", 0, GIB);
    }

    private String record() {
        if (record != null && !new Records().contains(record)) {
            throw values().wrong("--record", record, "is not heap, ad-hoc or both");
        }
        return record;
    }

    private OptionValues values() {
        return new OptionValues(spec);
    }
}
