// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.merge;

import dev.jdhat.profile.Figure;
import dev.jdhat.profile.FinalCollection;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProfileInfo;
import dev.jdhat.profile.ProfileInfoBuilder;
import dev.jdhat.profile.Runs;
import dev.jdhat.profile.Sampling;
import dev.jdhat.profile.Tally;
import dev.jdhat.recording.Ending;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What several profiles say of themselves and their runs. Each rule gives the same in any order
 * and grouping: counts add, doubts are of all if they are of one, and where runs differ in what
 * cannot be added, the sum does not have it.
 */
final class InfoSum {
    private static final String SEVERAL_COMMANDS = "several commands";
    private static final String SEVERAL_COLLECTORS = "several collectors";
    /** From the best to the worst. */
    private static final List<FinalCollection> COLLECTIONS = List.of(FinalCollection.DONE,
            FinalCollection.UNKNOWN, FinalCollection.OFF, FinalCollection.NOT_FINISHED);
    private static final List<Ending> ENDINGS = List.of(Ending.STOPPED, Ending.TARGET_ENDED,
            Ending.EXITING, Ending.OPEN, Ending.FAILED);

    private final Map<String, Long> notes = new HashMap<>();
    private ProfileInfoBuilder builder;
    private ProfileInfo sum;
    private Figure total = Figure.ZERO;
    private long runs;
    private long time;
    private long withoutLiveness;

    /** Throws an ArithmeticException where a sum has no room in 63 bits. */
    void add(Profile profile) {
        ProfileInfo info = profile.info();
        Runs of = profile.runs();
        runs = Math.addExact(runs, of.count());
        time = Math.addExact(time, of.several() ? of.time() : info.timeAtEnd());
        withoutLiveness = Math.addExact(withoutLiveness,
                of.several() ? of.withoutLiveness() : info.lifetimes() ? 0 : 1);
        if (of.several()) {
            of.notes().forEach(this::note);
        } else {
            info.notes().stream().distinct().forEach(note -> note(note, 1));
        }
        if (sum == null) {
            sum = info;
        } else {
            builder = both(sum, info);
            builder.sampling(sampling(sum, total, info, profile.total()));
            sum = builder.build();
        }
        total = total.plus(profile.total());
    }

    private void note(String text, long of) {
        notes.merge(text, of, Math::addExact);
    }

    Runs runs() {
        return new Runs(runs, time, withoutLiveness, notes);
    }

    /** Whether blocks were watched in all runs. */
    boolean lifetimes() {
        return sum.lifetimes();
    }

    /** Of two profiles or more. Marks and windows are those of one run, and not in it. */
    ProfileInfo info() {
        return builder.notes(runs().lines()).build();
    }

    private static ProfileInfoBuilder both(ProfileInfo a, ProfileInfo b) {
        return counts(a, b).unit(a.unit()).mode(a.mode()).verb(a.verb()).byteName(a.byteName())
                .bytesName(a.bytesName()).blocksName(a.blocksName()).timeUnit(a.timeUnit())
                .megaTimeUnit(a.megaTimeUnit()).lifetimes(a.lifetimes() && b.lifetimes())
                .peakKind(a.lifetimes() ? a.peakKind() : b.peakKind())
                .shortLived(Math.max(a.shortLived(), b.shortLived()))
                .timeAtPeak(Math.max(a.timeAtPeak(), b.timeAtPeak()))
                .timeAtEnd(Math.max(a.timeAtEnd(), b.timeAtEnd()))
                .command(same(a.command(), b.command(), SEVERAL_COMMANDS))
                .pid(a.pid() == b.pid() ? a.pid() : 0)
                .version(later(a.version(), b.version()))
                .collector(same(a.collector(), b.collector(), SEVERAL_COLLECTORS))
                .javaVersion(leastKnown(a.javaVersion(), b.javaVersion()))
                .attached(a.attached() || b.attached()).sampled(a.sampled() || b.sampled())
                .thinned(a.thinned() || b.thinned()).compacted(a.compacted() || b.compacted())
                .liveAtAll(a.liveAtAll() && b.liveAtAll())
                .finalCollection(worse(COLLECTIONS, a.finalCollection(), b.finalCollection()))
                .ending(worse(ENDINGS, a.ending(), b.ending()));
    }

    private static ProfileInfoBuilder counts(ProfileInfo a, ProfileInfo b) {
        boolean counted = a.jvmAllocated() >= 0 && b.jvmAllocated() >= 0;
        return ProfileInfo.builder()
                .olderThreads(Math.addExact(a.olderThreads(), b.olderThreads()))
                .tornBytes(Math.addExact(a.tornBytes(), b.tornBytes()))
                .epochs(Math.addExact(a.epochs(), b.epochs()))
                .collections(Math.addExact(a.collections(), b.collections()))
                .doubtfulStacks(Math.addExact(a.doubtfulStacks(), b.doubtfulStacks()))
                .jvmAllocated(counted ? Math.addExact(a.jvmAllocated(), b.jvmAllocated()) : -1)
                .dropped(plus(a.dropped(), b.dropped())).lost(plus(a.lost(), b.lost()))
                .untracked(plus(a.untracked(), b.untracked()))
                .folded(plus(a.folded(), b.folded()));
    }

    private static Tally plus(Tally a, Tally b) {
        return new Tally(Math.addExact(a.blocks(), b.blocks()),
                Math.addExact(a.bytes(), b.bytes()));
    }

    private static String same(String a, String b, String several) {
        return a.equals(b) ? a : several;
    }

    private static String later(String a, String b) {
        return a.compareTo(b) < 0 ? b : a;
    }

    /** Of which 0 is not known. */
    private static long leastKnown(long a, long b) {
        return a == 0 || b == 0 ? Math.max(a, b) : Math.min(a, b);
    }

    private static <T> T worse(List<T> fromTheBest, T a, T b) {
        return fromTheBest.indexOf(a) < fromTheBest.indexOf(b) ? b : a;
    }

    /** What of a run that was not sampled counts as counted one by one is its total. */
    private static Sampling sampling(ProfileInfo a, Figure totalOfA, ProfileInfo b,
            Figure totalOfB) {
        if (!a.sampled() && !b.sampled()) {
            return Sampling.NONE;
        }
        Sampling one = sampling(a, totalOfA);
        Sampling other = sampling(b, totalOfB);
        return new Sampling(Math.max(one.asked(), other.asked()),
                plus(one.exact(), other.exact()), leastKnown(one.least(), other.least()),
                Math.max(one.greatest(), other.greatest()), -1);
    }

    private static Sampling sampling(ProfileInfo info, Figure total) {
        return info.sampled() ? info.sampling()
                : new Sampling(0, new Tally(total.blocks(), total.bytes()), 0, 0, -1);
    }
}
