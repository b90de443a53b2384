// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.merge;

import dev.jdhat.profile.FrameNumbers;
import dev.jdhat.profile.FrameTable;
import dev.jdhat.profile.Peak;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProfileInfo;
import dev.jdhat.profile.ProgramPoint;
import dev.jdhat.profile.SortBy;
import dev.jdhat.profile.StackNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * The sum of many profiles. What was added is not kept, only the sum is: memory follows the number
 * of different sites, not that of profiles.
 *
 * <p>Totals, lifetimes and ends add up, and variances of what was sampled, for runs are
 * independent. Figures at t-gmax add up to the sum of peaks at different times, and own maxima to
 * an upper bound ({@link ProgramPoint#maxAtLeast}). Bytes and blocks do not depend on the order of
 * adding, nor on whether sums were added in turn; errors do in their last digits.
 *
 * <p>For one thread.
 */
public final class ProfileMerge {
    private static final SortBy[] FIGURES = SortBy.values();

    private final FrameNumbers frames = new FrameNumbers();
    private final StackNumbers stacks = new StackNumbers();
    /** Of each stack. */
    private final List<SiteSum> sites = new ArrayList<>();
    private final InfoSum infos = new InfoSum();
    private final long[] whole = new long[2 * FIGURES.length];
    private int added;
    /** The first profile, as long as it is the only one. */
    private Profile only;
    private ProfileInfo first;
    private String firstName;
    private ProfileInfo firstWithPeak;
    private String firstWithPeakName;
    private Peak livePeak;
    private Peak occupiedPeak;

    /** Of nothing so far. */
    public ProfileMerge() {
    }

    /**
     * Adds a profile, which may be merged itself.
     *
     * @param name what messages call it, such as the path of its file
     * @throws IllegalArgumentException when it cannot be added to what was added before, or when a
     *     sum gets too large to be counted; the merge is of no use from then on
     */
    public void add(Profile profile, String name) {
        if (added == 0) {
            first = profile.info();
            firstName = name;
        } else {
            check(profile.info(), name);
        }
        only = added == 0 ? profile : null;
        if (profile.info().lifetimes()) {
            checkPeak(profile.info(), name);
        }
        try {
            profile.points().forEach(this::add);
            infos.add(profile);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("The sums get too large to be counted with " + name
                    + "; leave it out.");
        }
        livePeak = added == 0 ? profile.livePeak().orElse(null)
                : plus(livePeak, profile.livePeak());
        occupiedPeak = added == 0 ? profile.occupiedPeak().orElse(null)
                : plus(occupiedPeak, profile.occupiedPeak());
        added++;
    }

    private void add(ProgramPoint point) {
        for (SortBy by : FIGURES) {
            int at = 2 * by.ordinal();
            whole[at] = Math.addExact(whole[at], by.of(point).bytes());
            whole[at + 1] = Math.addExact(whole[at + 1], by.of(point).blocks());
        }
        int site = stacks.of(frames.of(point.frames()));
        if (site == sites.size()) {
            sites.add(new SiteSum());
        }
        sites.get(site).add(point);
    }

    /** What adds up must be counted in the same way. */
    private void check(ProfileInfo info, String name) {
        same(ProfileInfo::mode, info, name, "of one mode", "is of mode");
        same(each -> each.bytesName() + " in " + each.blocksName(), info, name, "of one unit",
                "counts");
        same(ProfileInfo::timeUnit, info, name, "of one unit of time", "measures time in");
    }

    private void same(Function<ProfileInfo, String> what, ProfileInfo info, String name,
            String kind, String has) {
        String before = what.apply(first);
        String now = what.apply(info);
        if (!before.equals(now)) {
            throw new IllegalArgumentException("Only profiles " + kind + " can be merged: "
                    + firstName + " " + has + " " + before + " and " + name + " " + has + " " + now
                    + ".");
        }
    }

    private void checkPeak(ProfileInfo info, String name) {
        if (firstWithPeak == null) {
            firstWithPeak = info;
            firstWithPeakName = name;
        } else if (info.peakKind() != firstWithPeak.peakKind()) {
            throw new IllegalArgumentException("Only profiles with one kind of peak can be merged: "
                    + "t-gmax is the " + word(firstWithPeak) + " peak in " + firstWithPeakName
                    + " and the " + word(info) + " peak in " + name + "; make both from their"
                    + " recordings with the same --peak.");
        }
    }

    private static String word(ProfileInfo info) {
        return info.peakKind().name().toLowerCase(Locale.ROOT);
    }

    /** The sum of two peaks is none, so it has no time; it is there where each run has one. */
    private static Peak plus(Peak sum, Optional<Peak> other) {
        return sum == null || other.isEmpty() ? null
                : new Peak(sum.figure().plus(other.get().figure()), 0,
                        sum.upperBound() || other.get().upperBound());
    }

    /** How many profiles were added. */
    public int added() {
        return added;
    }

    /** How many sites the sum has. */
    public int sites() {
        return sites.size();
    }

    /**
     * The sum of all that was added so far; of one profile, that profile. More may be added after.
     *
     * @throws IllegalStateException when nothing was added
     */
    public Profile merged() {
        if (added == 0) {
            throw new IllegalStateException("Nothing was merged; add profiles first.");
        }
        if (added == 1) {
            return only;
        }
        List<ProgramPoint> points = new ArrayList<>(sites.size());
        FrameTable table = frames.table();
        for (int site : StableOrder.of(sites, stacks, table)) {
            points.add(sites.get(site).point(table.stack(stacks.get(site)), infos.lifetimes()));
        }
        Profile.Builder profile = Profile.builder(infos.info()).points(points).runs(infos.runs());
        return infos.lifetimes() ? profile.livePeak(livePeak).occupiedPeak(occupiedPeak).build()
                : profile.build();
    }
}
