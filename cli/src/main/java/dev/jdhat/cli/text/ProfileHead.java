// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.text;

import dev.jdhat.profile.Figure;
import dev.jdhat.profile.PeakKind;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProfileInfo;
import dev.jdhat.profile.Runs;
import dev.jdhat.profile.Sampling;
import dev.jdhat.profile.Span;
import dev.jdhat.profile.Unit;

import java.util.ArrayList;
import java.util.List;

/** What a profile says of itself and the run, above its sites. */
public final class ProfileHead {
    private ProfileHead() {}

    public static List<String> lines(Profile profile) {
        ProfileInfo info = profile.info();
        Runs runs = profile.runs();
        List<String> lines = new ArrayList<>();
        lines.add("Command:    " + (info.command().isEmpty() ? "unknown" : info.command()));
        lines.add(
                (runs.several() ? "Runs:       " + runs(profile) : "Process:    " + info.pid())
                        + origin(info));
        lines.add("Total:      " + figure(profile.total(), info));
        if (info.unit() == Unit.HEAP) {
            lines.add(
                    "At t-gmax:  "
                            + figure(profile.atPeak(), info)
                            + (runs.several() ? "" : when(info.timeAtPeak(), info))
                            + (profile.atPeak().known() ? runs.peakRemark() : "")
                            + (info.peakKind() == PeakKind.OCCUPIED ? " (occupied)" : ""));
            lines.add(
                    "At t-end:   "
                            + figure(profile.atEnd(), info)
                            + (runs.several() ? "" : when(info.timeAtEnd(), info)));
        }
        for (Span mark : info.marks()) {
            // The program chose the name, which must not move the cursor of a terminal.
            String name = mark.name().replaceAll("\\p{Cntrl}", "?");
            lines.add("Mark:       " + name + time(mark.from()));
        }
        for (String note : info.notes()) {
            lines.add("Note:       " + note);
        }
        return lines;
    }

    private static String runs(Profile profile) {
        return Units.count(profile.runs().count())
                + (profile.info().timeUnit().equals("µs")
                        ? ", " + Units.time(profile.runs().time()) + " together"
                        : "");
    }

    private static String origin(ProfileInfo info) {
        if (info.version().isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        if (info.javaVersion() > 0) {
            text.append(", Java ").append(info.javaVersion());
        }
        text.append(info.collector().isEmpty() ? "" : ", " + info.collector());
        if (info.unit() == Unit.HEAP) {
            text.append(sampling(info)).append(", final collection ").append(finalCollection(info));
        }
        return text.toString();
    }

    private static String sampling(ProfileInfo info) {
        if (info.exact()) {
            return ", every block";
        }
        if (!info.sampled()) {
            return "";
        }
        Sampling sampling = info.sampling();
        String exact =
                sampling.exact().any()
                        ? ", " + Units.count(sampling.exact().blocks()) + " blocks one by one, the rest"
                        : ",";
        if (sampling.least() == 0) {
            return exact + " sampled in part";
        }
        return exact
                + " sampled each "
                + Units.count(sampling.least())
                + (sampling.least() == sampling.greatest()
                        ? ""
                        : " to " + Units.count(sampling.greatest()))
                + " bytes on average";
    }

    private static String finalCollection(ProfileInfo info) {
        return switch (info.finalCollection()) {
            case DONE -> "done";
            case NOT_FINISHED -> "not finished";
            case OFF -> "off";
            case UNKNOWN -> "unknown";
        };
    }

    private static String figure(Figure figure, ProfileInfo info) {
        if (!figure.known()) {
            return Units.UNKNOWN;
        }
        return Units.bytes(figure)
                + " "
                + info.bytesName()
                + Units.error(figure)
                + " in "
                + Units.blocks(figure)
                + " "
                + info.blocksName();
    }

    private static String when(long time, ProfileInfo info) {
        return info.lifetimes() && info.timeUnit().equals("µs")
                ? time(time)
                : "";
    }

    private static String time(long micros) {
        return ", " + Units.time(micros) + " after the start";
    }
}
