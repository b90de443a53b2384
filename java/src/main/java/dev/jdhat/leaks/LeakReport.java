// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.leaks;

import dev.jdhat.profile.HistoryClock;
import dev.jdhat.profile.InWords;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProfileInfo;
import dev.jdhat.profile.ProgramPoint;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Sites ranked by the evidence that they leak; immutable. */
public final class LeakReport {
    private final ProfileInfo info;
    private final HistoryClock clock;
    private final List<SiteTrend> sites;
    private final int tested;
    private final int leftOut;
    private final long leftOutMost;
    private final int unwatched;

    private LeakReport(ProfileInfo info, HistoryClock clock, List<SiteTrend> sites, int tested,
            int leftOut, long leftOutMost, int unwatched) {
        this.info = info;
        this.clock = clock;
        this.sites = sites;
        this.tested = tested;
        this.leftOut = leftOut;
        this.leftOutMost = leftOutMost;
        this.unwatched = unwatched;
    }

    /**
     * Judges every site of a profile that has a history.
     *
     * @throws IllegalArgumentException when the profile was built without histories, or of a
     *     recording that did not watch blocks
     */
    public static LeakReport of(Profile profile) {
        HistoryClock clock = profile.historyClock().orElseThrow(() ->
                new IllegalArgumentException("The profile has no histories; build it from a"
                        + " recording that watched blocks, withHistory(true)."));
        List<ProgramPoint> points = profile.points().stream()
                .filter(point -> point.history().isPresent()).collect(Collectors.toList());
        List<SiteTrend> sites = judged(points, clock);
        sites.sort(SiteTrend.MOST_SUSPICIOUS_FIRST);
        int leftOut = 0;
        long most = 0;
        int unwatched = 0;
        for (ProgramPoint point : profile.points()) {
            unwatched += point.atEnd().known() ? 0 : 1;
            if (point.history().isEmpty() && point.max().known() && point.max().bytes() > 0) {
                leftOut++;
                most = Math.max(most, point.max().bytes());
            }
        }
        int tested = (int) points.stream().filter(LeakReport::heldAnything).count();
        return new LeakReport(profile.info(), clock, List.copyOf(sites), tested, leftOut, most,
                unwatched);
    }

    private static List<SiteTrend> judged(List<ProgramPoint> points, HistoryClock clock) {
        Kendall kendall = new Kendall(clock.size());
        List<ProgramPoint> tested = points.stream().filter(LeakReport::heldAnything)
                .collect(Collectors.toList());
        List<Trend> trends = tested.stream()
                .map(point -> new Trend(point.history().orElseThrow(), clock, kendall))
                .collect(Collectors.toList());
        double[] chances = FalseDiscoveries.adjusted(
                trends.stream().mapToDouble(Trend::probability).toArray());
        List<SiteTrend> sites = new ArrayList<>();
        for (int i = 0; i < chances.length; i++) {
            sites.add(new Judge(tested.get(i), clock, kendall, trends.get(i), chances[i])
                    .judged());
        }
        for (ProgramPoint point : points) {
            if (!heldAnything(point)) {
                sites.add(new Judge(point, clock, kendall, null, 1).judged());
            }
        }
        return sites;
    }

    private static boolean heldAnything(ProgramPoint point) {
        return point.history().orElseThrow().most() > 0;
    }

    /** The report with the sites that are wanted; what was tested stays what it was. */
    public LeakReport keeping(Predicate<ProgramPoint> wanted) {
        return new LeakReport(info, clock, sites.stream()
                .filter(site -> wanted.test(site.point())).collect(Collectors.toUnmodifiableList()),
                tested, leftOut, leftOutMost, unwatched);
    }

    /** What the profile says about itself and the run. */
    public ProfileInfo info() {
        return info;
    }

    /** The collections that sites were judged by. */
    public HistoryClock clock() {
        return clock;
    }

    /**
     * The most suspicious first: by verdict; those that grow by how certain it is, then by the
     * lower end of their growth; those that are in doubt by how unlikely chance is; all others by
     * what they hold.
     */
    public List<SiteTrend> sites() {
        return sites;
    }

    /** How many sites have each verdict. */
    public Map<Verdict, Integer> counts() {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            counts.put(verdict, 0);
        }
        sites.forEach(site -> counts.merge(site.verdict(), 1, Integer::sum));
        return counts;
    }

    /** How many sites were tested at once. */
    public int tested() {
        return tested;
    }

    /** How many sites held something and were not examined, for others held more. */
    public int leftOut() {
        return leftOut;
    }

    /** What a reader must know of the evidence; sentences without a full stop. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (clock.size() > 0) {
            notes.add(span());
        }
        if (clock.collections() > 0 && clock.fullCollections() == 0) {
            notes.add("no collection was full, so old garbage counts as live and nothing can be"
                    + " called growing; settle, or jcmd " + info.pid() + " GC.run, makes one");
        }
        notes.add(InWords.counted(tested, "site")
                + (tested == 1 ? " was tested" : " were tested at once")
                + "; of those called growing at most 1 in 100 is so by chance, on average");
        if (leftOut > 0) {
            notes.add(InWords.counted(leftOut, "site") + " that never held more than "
                    + Words.size(leftOutMost) + (leftOut == 1 ? " was" : " were")
                    + " not examined");
        }
        if (unwatched > 0) {
            notes.add("nothing is known of " + InWords.counted(unwatched, "site")
                    + " none of whose blocks was watched");
        }
        return notes;
    }

    private String span() {
        int last = clock.size() - 1;
        long span = clock.time(last) - clock.time(0);
        String all = clock.collections() == clock.size() ? ""
                : " (of " + InWords.count(clock.collections()) + ")";
        String which = InWords.counted(clock.size(), "collection") + all + ", "
                + InWords.count(clock.keptFull()) + " of them full, ";
        if (last == 0) {
            return which + InWords.time(clock.time(0)) + " after the start";
        }
        return which + "between " + InWords.time(clock.time(0)) + " and "
                + InWords.time(clock.time(last)) + " after the start"
                + (span < 3_600_000_000L ? "; growth by the hour is extrapolated from "
                        + InWords.time(span) : "");
    }
}
