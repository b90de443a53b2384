// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.merge;

import dev.jdhat.profile.Ages;
import dev.jdhat.profile.AgesSum;
import dev.jdhat.profile.Figure;
import dev.jdhat.profile.ProgramPoint;
import dev.jdhat.profile.ThreadShare;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the sites with equal frames have together; one object a site, and so kept small. Its
 * figures stand side by side: bytes, then blocks, of each.
 *
 * <p>These are sites of different runs. A page that folds different sites of one run adds maxima by
 * another law, which gives lower bounds, and has one sum where a merge has one for each site.
 */
final class SiteSum {
    private static final int TOTAL = 0;
    private static final int PEAK = 2;
    private static final int END = 4;
    private static final int MAX = 6;
    private static final int FIELDS = 8;

    private String type;
    private final long[] sums = new long[FIELDS];
    /** Null while all that was added is exact. */
    private double[] variances;
    /** A bit for each field that is known of any run. */
    private int known;
    private long lifetime;
    private long lifetimeMax;
    private long samples;
    private long temporaryBlocks;
    private boolean maxLowerBound;
    private boolean maxUpperBound;
    private long largestBytes;
    private long largestBlocks;
    private AgesSum survivors;
    private AgesSum dead;
    /** Null while threads were told apart in no run. */
    private Map<String, ThreadShare> threads;

    /** Throws an ArithmeticException where a sum has no room in 63 bits. */
    void add(ProgramPoint point) {
        String other = point.allocatedClass();
        type = type == null || type.equals(other) ? other : "";
        addThreads(point);
        addMax(point);
        add(TOTAL, point.total());
        add(PEAK, point.atPeak());
        add(END, point.atEnd());
        lifetime = Math.addExact(lifetime, point.lifetime());
        lifetimeMax = Math.addExact(lifetimeMax, point.lifetimeMax());
        samples = Math.addExact(samples, point.samples());
        temporaryBlocks = Math.addExact(temporaryBlocks, point.temporaryBlocks());
        if (point.survivorAges() != null) {
            survivors = added(survivors, point.survivorAges(), point.atEnd().blocks());
        }
        if (point.deathAges() != null) {
            dead = added(dead, point.deathAges(),
                    point.total().blocks() - point.atEnd().blocks());
        }
    }

    /** Where threads were not told apart in some of the runs only, theirs has no name. */
    private void addThreads(ProgramPoint point) {
        if (threads == null && !point.threads().isEmpty()) {
            threads = new TreeMap<>();
            if (known != 0) {
                addThread(new ThreadShare("", figure(TOTAL), figure(PEAK), figure(END)));
            }
        }
        if (threads != null) {
            if (point.threads().isEmpty()) {
                addThread(new ThreadShare("", point.total(), point.atPeak(), point.atEnd()));
            }
            point.threads().forEach(this::addThread);
        }
    }

    private void addThread(ThreadShare share) {
        threads.merge(share.name(), share, (a, b) -> new ThreadShare(a.name(),
                plus(a.total(), b.total()), plus(a.atPeak(), b.atPeak()),
                plus(a.atEnd(), b.atEnd())));
    }

    private static Figure plus(Figure a, Figure b) {
        Math.addExact(a.bytes(), b.bytes());
        Math.addExact(a.blocks(), b.blocks());
        return a.plus(b);
    }

    /** A sum of two maxima is an upper bound, unless one of them is nothing. */
    private void addMax(ProgramPoint point) {
        Figure max = point.max();
        boolean any = max.bytes() > 0 || max.blocks() > 0;
        maxUpperBound |= point.maxAtLeast() != null
                || any && (sums[MAX] > 0 || sums[MAX + 1] > 0);
        maxLowerBound |= point.maxLowerBound();
        Figure largest = point.maxAtLeast() == null ? max : point.maxAtLeast();
        if (largest.bytes() > largestBytes
                || largest.bytes() == largestBytes && largest.blocks() > largestBlocks) {
            largestBytes = largest.bytes();
            largestBlocks = largest.blocks();
        }
        add(MAX, max);
    }

    /** What is not known of a run adds nothing. */
    private void add(int field, Figure figure) {
        if (!figure.known()) {
            return;
        }
        known |= 1 << field;
        sums[field] = Math.addExact(sums[field], figure.bytes());
        sums[field + 1] = Math.addExact(sums[field + 1], figure.blocks());
        if (!figure.exact()) {
            if (variances == null) {
                variances = new double[FIELDS];
            }
            variances[field] += figure.bytesError() * figure.bytesError();
            variances[field + 1] += figure.blocksError() * figure.blocksError();
        }
    }

    private static AgesSum added(AgesSum sum, Ages ages, long blocks) {
        AgesSum all = sum == null ? new AgesSum() : sum;
        all.add(ages, blocks);
        return all;
    }

    long totalBytes() {
        return sums[TOTAL];
    }

    long totalBlocks() {
        return sums[TOTAL + 1];
    }

    /** @param lives whether blocks were watched in all runs, so that all of it is known */
    ProgramPoint point(List<String> frames, boolean lives) {
        ProgramPoint.Builder point = ProgramPoint.builder().frames(frames).allocatedClass(type)
                .total(figure(TOTAL)).samples(samples).threads(shares(lives));
        if (!lives) {
            return point.build();
        }
        return point.atPeak(figure(PEAK)).atEnd(figure(END)).max(figure(MAX))
                .maxLowerBound(maxLowerBound)
                .maxAtLeast(maxUpperBound ? Figure.of(largestBytes, largestBlocks) : null)
                .lifetime(lifetime).lifetimeMax(lifetimeMax).temporaryBlocks(temporaryBlocks)
                .survivorAges(survivors == null ? null : survivors.ages())
                .deathAges(dead == null ? null : dead.ages()).build();
    }

    private List<ThreadShare> shares(boolean lives) {
        if (threads == null) {
            return List.of();
        }
        List<ThreadShare> shares = new ArrayList<>();
        for (ThreadShare share : threads.values()) {
            shares.add(lives ? share : new ThreadShare(share.name(), share.total(),
                    Figure.UNKNOWN, Figure.UNKNOWN));
        }
        return shares;
    }

    private Figure figure(int field) {
        if ((known & 1 << field) == 0) {
            return Figure.UNKNOWN;
        }
        return variances == null ? Figure.of(sums[field], sums[field + 1])
                : Figure.of(sums[field], sums[field + 1], Math.sqrt(variances[field]),
                        Math.sqrt(variances[field + 1]));
    }
}
