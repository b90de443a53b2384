// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.merge;

import dev.jdhat.profile.Ages;
import dev.jdhat.profile.Figure;
import dev.jdhat.profile.Peak;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProfileInfo;
import dev.jdhat.profile.ProgramPoint;
import dev.jdhat.profile.ThreadShare;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * All that a profile says, as text to compare: numbers to the unit, reals to 9 digits. Without the
 * mean age at death, which is exact only where every run knows a site's deaths.
 */
final class Facts {
    private Facts() {
    }

    static String of(Profile profile) {
        Map<String, String> points = new TreeMap<>();
        profile.points().forEach(point -> points.put(point.frames().toString(), of(point)));
        return of(profile.info()) + "\n" + profile.runs().count() + " " + profile.runs().time()
                + " " + profile.runs().withoutLiveness() + " " + profile.runs().notes()
                + "\n" + of(profile.total()) + of(profile.atPeak()) + of(profile.atEnd())
                + "\n" + peak(profile.livePeak()) + peak(profile.occupiedPeak())
                + "\n" + points.entrySet().stream().map(Object::toString)
                        .collect(Collectors.joining("\n"));
    }

    private static String of(ProgramPoint point) {
        return point.allocatedClass() + of(point.total()) + of(point.atPeak()) + of(point.atEnd())
                + of(point.max()) + point.maxLowerBound() + " " + point.maxAtLeast() + " "
                + point.lifetime() + " " + point.lifetimeMax() + " " + point.samples() + " "
                + point.temporaryBlocks() + of(point.survivorAges())
                + range(point.deathAges()) + point.threads().stream().map(Facts::of)
                        .collect(Collectors.joining());
    }

    private static String of(ThreadShare share) {
        return " " + share.name() + of(share.total()) + of(share.atPeak()) + of(share.atEnd());
    }

    private static String of(Figure figure) {
        return " [" + figure + real(figure.bytesError()) + real(figure.blocksError()) + "] ";
    }

    private static String of(Ages ages) {
        return range(ages) + (ages == null ? "" : real(ages.mean()));
    }

    private static String range(Ages ages) {
        return ages == null ? " no ages" : " " + ages.least() + ".." + ages.greatest();
    }

    private static String real(double value) {
        return String.format(Locale.ROOT, " %.8e", value);
    }

    private static String peak(Optional<Peak> peak) {
        return peak.map(each -> of(each.figure()) + each.time() + each.upperBound())
                .orElse("no peak");
    }

    private static String of(ProfileInfo info) {
        return List.of(info.unit(), info.mode(), info.lifetimes(), info.shortLived(),
                info.command(), info.pid(), info.timeAtPeak(), info.timeAtEnd(), info.peakKind(),
                info.version(), info.collector(), info.javaVersion(), info.attached(),
                info.sampled(), info.sampling(), info.exact(), info.olderThreads(), info.thinned(),
                info.thinnedSince(), info.finalCollection(), info.ending(), info.tornBytes(),
                info.epochs(), info.collections(), info.compacted(), info.liveAtAll(),
                info.dropped(), info.lost(), info.untracked(), info.folded(),
                info.doubtfulStacks(), info.jvmAllocated(), info.notes(), info.marks().size(),
                info.windows().size()).toString();
    }
}
