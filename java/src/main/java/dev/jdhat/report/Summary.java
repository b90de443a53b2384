// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.report;

import dev.jdhat.profile.Figure;
import dev.jdhat.profile.FinalCollection;
import dev.jdhat.profile.InWords;
import dev.jdhat.profile.Peak;
import dev.jdhat.profile.PeakKind;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProfileInfo;
import dev.jdhat.profile.Sampling;
import dev.jdhat.profile.Tally;
import dev.jdhat.profile.Unit;
import dev.jdhat.recording.Ending;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The lines that a person reads on stderr, in dhat-rs's shape. */
public final class Summary {
    private static final String PREFIX = "jdhat: ";

    private final Profile profile;
    private final ProfileInfo info;
    private final List<String> lines = new ArrayList<>();

    private Summary(Profile profile) {
        this.profile = profile;
        info = profile.info();
    }

    /** All lines, each with the prefix {@code jdhat: }; {@code saved} null when nothing was. */
    public static List<String> lines(Profile profile, Path saved) {
        Summary summary = new Summary(profile);
        if (summary.info.unit() == Unit.AD_HOC) {
            summary.addAdHoc();
        } else {
            summary.addHeap();
        }
        summary.addRecording();
        if (saved != null) {
            summary.add("The data has been saved to " + saved
                    + ", and is viewable with dh_view.html");
        }
        return List.copyOf(summary.lines);
    }

    private void addAdHoc() {
        addFigure("Total:", profile.total(), "");
        addLost();
    }

    private void addHeap() {
        addFigures();
        addKind();
        addDoubts();
        addEnd();
    }

    private void addFigures() {
        if (info.attached()) {
            addDoubt("Attached to a running JVM: t-end is what was allocated since the start and"
                    + " still there; older blocks are not known");
        }
        addFigure("Total:", profile.total(), "");
        addFigure("At t-gmax:", profile.atPeak(), profile.runs().peakRemark());
        addFigure("At t-end:", profile.atEnd(), "");
        boolean live = info.peakKind() == PeakKind.LIVE;
        if (live) {
            profile.occupiedPeak().ifPresent(peak -> addFigure("Occupied:", peak.figure(),
                    " at the peak with garbage"));
        } else {
            profile.livePeak().ifPresent(peak -> addFigure("Live:", peak.figure(),
                    " at the peak without garbage"));
        }
        // The only full collection may be that of an exact start, before anything was counted.
        profile.fullLivePeak().filter(peak -> peak.figure().blocks() > 0)
                .ifPresent(peak -> addFigure("Live, full:", peak.figure(),
                        " at the peak after full collections"));
        if (info.sampled() || info.thinned()) {
            add("Error:", error(profile.total(), "Total") + error(profile.atPeak(), ", t-gmax")
                    + error(profile.atEnd(), ", t-end") + " " + info.bytesName()
                    + ", one standard error");
        }
    }

    private void addKind() {
        if (info.version().isEmpty()) {
            return;
        }
        if (info.sampled()) {
            addSampling(info.sampling());
        } else if (info.exact()) {
            add("Figures are exact");
        } else if (info.olderThreads() > 0 && !info.lost().any()) {
            add("Figures are exact except " + InWords.count(info.olderThreads())
                    + " threads older than the agent");
        }
    }

    private void addSampling(Sampling sampling) {
        if (sampling.equals(Sampling.NONE)) {
            add("Figures are estimates: some blocks were sampled");
        } else if (!sampling.exact().any()) {
            add("Figures are estimates: sampled" + intervals(sampling));
        } else {
            Tally exact = sampling.exact();
            double share = 100.0 * exact.bytes() / Math.max(1, profile.total().bytes());
            add("Figures are " + (sampling.since() <= 0 ? "estimates: "
                    : "exact up to " + seconds(sampling.since()) + " and estimates since: ")
                    + amount(exact.bytes(), exact.blocks())
                    + String.format(Locale.ROOT, " (%.1f %% of the bytes)", share)
                    + " were counted one by one, the rest sampled" + intervals(sampling));
        }
    }

    private static String intervals(Sampling sampling) {
        long least = sampling.least();
        return least == 0 ? "" : " every " + size(least)
                + (least == sampling.greatest() ? "" : " to " + size(sampling.greatest()));
    }

    private void addDoubts() {
        Peak live = profile.livePeak().orElse(null);
        if (live != null && !info.liveAtAll()) {
            addDoubt("The live peak is an upper bound: no collection was seen");
        } else if (live != null && live.upperBound()) {
            addDoubt("The live peak is an upper bound: young collections only");
        }
        if (info.thinned()) {
            addDoubt("Live figures are estimates" + (info.thinnedSince() < 0 ? ""
                    : " since " + seconds(info.thinnedSince()))
                    + ": only some blocks were watched, to bound the agent's memory");
        }
        addLost();
        addTally(info.dropped(), info.sampling().changed()
                ? "were dropped: samples drawn before the start, or while the interval changed"
                : "were dropped: first samples of threads, drawn before the start");
        addTally(info.untracked(), "could not be watched: live figures are without them");
        addTally(info.folded(), "are folded into [other stacks]");
        if (info.doubtfulStacks() > 0) {
            add(InWords.count(info.doubtfulStacks()) + " stacks may be misattributed");
        }
        if (info.compacted()) {
            addDoubt("The recording was compacted: maxima of program points are lower bounds");
        }
    }

    /** The count is of everything in the recording: heap blocks and ad hoc events. */
    private void addLost() {
        if (info.unit() == Unit.AD_HOC && info.lost().any()) {
            add(InWords.count(info.lost().blocks())
                    + " records were lost for want of room: totals are"
                    + " lower bounds");
        } else {
            addTally(info.lost(), "were lost for want of room: totals are lower bounds");
        }
    }

    private void addEnd() {
        if (profile.atEnd().known()) {
            if (info.finalCollection() == FinalCollection.NOT_FINISHED
                    && info.ending() == Ending.OPEN) {
                addDoubt("There was no final collection: garbage may be in t-end");
            } else if (info.finalCollection() == FinalCollection.NOT_FINISHED) {
                addDoubt("The final collection was not finished: garbage may be in t-end");
            } else if (info.finalCollection() == FinalCollection.OFF) {
                addDoubt("The final collection was off: garbage may be in t-end");
            }
        }
    }

    private void addRecording() {
        if (info.ending() == Ending.OPEN) {
            addDoubt("The recording has no end: the target was killed or is still running");
        } else if (info.ending() == Ending.FAILED) {
            addDoubt("The recording ended before the target did");
        }
        if (info.tornBytes() > 0) {
            add("The last " + InWords.count(info.tornBytes())
                    + " bytes of the recording are torn and"
                    + " were ignored");
        }
        info.notes().forEach(note -> add("Note: " + note));
        addJvm();
    }

    private void addJvm() {
        if (info.jvmAllocated() > 0) {
            double ratio = 100.0 * profile.total().bytes() / info.jvmAllocated();
            add("The JVM itself counts " + InWords.count(info.jvmAllocated())
                    + " bytes: the total is "
                    + String.format(Locale.ROOT, "%.1f", ratio) + " % of that");
        }
    }

    private void addTally(Tally tally, String fate) {
        if (tally.any()) {
            add(amount(tally.bytes(), tally.blocks()) + " " + fate);
        }
    }

    private void addFigure(String label, Figure figure, String remark) {
        add(label, figure.known() ? amount(figure.bytes(), figure.blocks()) + remark : "–");
    }

    private void add(String label, String text) {
        add(String.format(Locale.ROOT, "%-12s", label) + text);
    }

    /** What holds for some of the runs of a merged profile, and not for all. */
    private void addDoubt(String text) {
        add(profile.runs().several() ? "At least one run: "
                + Character.toLowerCase(text.charAt(0)) + text.substring(1) : text);
    }

    private void add(String text) {
        lines.add(PREFIX + text);
    }

    private String amount(long bytes, long blocks) {
        return InWords.count(bytes) + " " + info.bytesName() + " in " + InWords.count(blocks) + " "
                + info.blocksName();
    }

    private static String error(Figure figure, String name) {
        if (!figure.known()) {
            return "";
        }
        String comma = name.startsWith(", ") ? ", " : "";
        return comma + "± " + InWords.count(Math.round(figure.bytesError())) + " ("
                + name.substring(comma.length()) + ")";
    }

    private static String seconds(long micros) {
        return String.format(Locale.ROOT, "%.1f s", micros / 1e6);
    }

    private static String size(long bytes) {
        String[] units = {"bytes", "KiB", "MiB", "GiB"};
        int unit = 0;
        long value = bytes;
        while (unit < units.length - 1 && value >= 1024 && value % 1024 == 0) {
            value /= 1024;
            unit++;
        }
        return InWords.count(value) + " " + units[unit];
    }
}
