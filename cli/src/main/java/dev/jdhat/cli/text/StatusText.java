// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.text;

import dev.jdhat.cli.jvm.Reply;

import java.util.ArrayList;
import java.util.List;

/** The agent's answer to {@code status}, for a reader. */
public final class StatusText {
    private StatusText() {}

    public static List<String> lines(long pid, Reply reply) {
        List<String> lines = new ArrayList<>();
        switch (reply.value("state")) {
            case "absent" -> lines.add("jdhat is not in process " + pid);
            case "recording" -> recording(pid, reply, lines);
            default ->
                    lines.add(
                            "jdhat "
                                    + reply.value("version")
                                    + " is in process "
                                    + pid
                                    + " and does not record");
        }
        if (reply.value("capability").equals("held")) {
            lines.add(
                    "It holds the JVM's allocation sampling: other profilers cannot sample"
                            + " allocations meanwhile.");
        }
        return lines;
    }

    private static void recording(long pid, Reply reply, List<String> lines) {
        lines.add(
                "jdhat "
                        + reply.value("version")
                        + " records in process "
                        + pid
                        + (reply.number("elapsed_us").isPresent()
                                ? " for " + Units.time(reply.number("elapsed_us").getAsLong())
                                : ""));
        boolean heap = !reply.value("record").equals("ad-hoc");
        boolean adHoc = !heap || reply.value("record").equals("both");
        if (adHoc) {
            lines.add("Records:    " + (heap ? "allocations and " : "") + "ad hoc events");
        }
        lines.add("Recording:  " + reply.value("file") + number(", ", reply, "length", " bytes"));
        if (heap) {
            lines.add("Interval:   " + interval(reply));
        }
        lines.add(seen(reply, !adHoc ? "blocks" : heap ? "blocks and events" : "events"));
        lines.add("Memory:     " + number("", reply, "memory", " bytes of the agent's own"));
        if (heap) {
            heap(reply, lines);
        }
    }

    /** What was asked for, and where it is another one what is in force. */
    private static String interval(Reply reply) {
        String asked = reply.value("interval");
        String now = reply.value("interval_now");
        if (asked.equals("auto")) {
            return "auto, " + bytes(reply, "interval_now") + " now";
        }
        return bytes(reply, "interval")
                + (now.isEmpty() || now.equals(asked)
                        ? ""
                        : ", " + bytes(reply, "interval_now") + " now");
    }

    private static String bytes(Reply reply, String key) {
        return reply.value(key).equals("0") ? "every block" : number("", reply, key, " bytes");
    }

    private static String seen(Reply reply, String what) {
        return "Seen:       "
                + number("", reply, "events", " " + what)
                + number(", ", reply, "sites", " sites")
                + (what.equals("events") ? "" : number(", ", reply, "tracked", " blocks watched"))
                + (reply.value("lost_blocks").equals("0")
                        ? ""
                        : number(", ", reply, "lost_blocks", " " + what + " lost"));
    }

    private static void heap(Reply reply, List<String> lines) {
        lines.add(
                "Collector:  "
                        + reply.value("collector")
                        + ", liveness "
                        + reply.value("liveness")
                        + ", final collection "
                        + reply.value("gc"));
        if (reply.number("older_threads").orElse(0) > 0) {
            lines.add("Threads:    " + number("", reply, "older_threads", " older than the agent"));
        }
    }

    private static String number(String before, Reply reply, String key, String after) {
        return reply.number(key).isPresent()
                ? before + Units.count(reply.number(key).getAsLong()) + after
                : "";
    }
}
