// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;

/** Collects what became of the blocks of one program point. */
final class FateBuilder {
    /** Less than this share of a block is what rounding leaves, not a block. */
    private static final double HALF = 0.5;

    private final Estimate estimate;
    private final int buckets;
    /** By bucket of birth: all blocks, and those of them that are alive at the end. */
    private final Steps born = new Steps();
    private final Steps alive = new Steps();
    /** By bucket of birth times the number of buckets, and of death. */
    private final Steps dead = new Steps();
    private final Steps sizes = new Steps();
    private final Steps survivorAges = new Steps();
    private final Steps deathAges = new Steps();

    FateBuilder(Estimate estimate, int buckets) {
        this.estimate = estimate;
        this.buckets = buckets;
    }

    /** How many pairs of buckets have a sum. */
    int cells() {
        return born.size() + dead.size();
    }

    /** All blocks of a site are of a size class. */
    void size(int site, int sizeClass) {
        int at = sizes.at(sizeClass);
        estimate.addTotal(sizes.sums(), at, site);
    }

    void born(int site, int bucket, long blocks, long bytes) {
        int at = born.at(bucket);
        estimate.addSeen(born.sums(), at, site, blocks, bytes);
    }

    /** Tracked blocks that belong to what is alive at the end; negative when they die before. */
    void alive(int site, int bucket, int age, long blocks, long bytes) {
        int at = alive.at(bucket);
        estimate.addLive(alive.sums(), at, site, blocks, bytes);
        at = survivorAges.at(Lives.step(age));
        estimate.addLive(survivorAges.sums(), at, site, blocks, bytes);
    }

    void died(int site, int bornBucket, int diedBucket, int age, long blocks, long bytes) {
        int at = dead.at(bornBucket * buckets + diedBucket);
        estimate.addLive(dead.sums(), at, site, blocks, bytes);
        at = deathAges.at(Lives.step(age));
        estimate.addLive(deathAges.sums(), at, site, blocks, bytes);
    }

    /** Total and end: the program point's figures; leastSize: of a size class. */
    Fate build(Figure total, Figure end, IntToLongFunction leastSize) {
        Figure dying = Figure.of(Math.max(0, total.bytes() - end.bytes()),
                Math.max(0, total.blocks() - end.blocks()));
        return new Fate(cohorts(end, dying), portions(sizes, total, leastSize),
                portions(survivorAges, end, Lives::floor),
                portions(deathAges, all(deathAges).figure(0), Lives::floor));
    }

    private List<Cohort> cohorts(Figure end, Figure dying) {
        List<Cohort> cohorts = new ArrayList<>();
        Apportioned living = new Apportioned(bytes(alive), blocks(alive), end);
        for (int i = 0; i < living.size(); i++) {
            add(cohorts, alive.step(i), Cohort.ALIVE, living, i);
        }
        Sum unknown = unknown(dying);
        int known = dead.size();
        double[] bytes = new double[known + born.size()];
        double[] blocks = new double[known + born.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = i < known ? dead.sums().bytes(i) : unknown.bytes(i - known);
            blocks[i] = i < known ? dead.sums().blocks(i) : unknown.blocks(i - known);
        }
        Apportioned others = new Apportioned(bytes, blocks, dying);
        for (int i = 0; i < others.size(); i++) {
            int bornBucket = i < known ? dead.step(i) / buckets : born.step(i - known);
            add(cohorts, bornBucket, i < known ? dead.step(i) % buckets : Cohort.UNKNOWN,
                    others, i);
        }
        cohorts.sort((one, two) -> one.born() != two.born()
                ? Integer.compare(one.born(), two.born())
                : Integer.compare(one.died(), two.died()));
        return List.copyOf(cohorts);
    }

    private static void add(List<Cohort> cohorts, int bornBucket, int died, Apportioned figures,
            int at) {
        if (figures.bytes(at) > 0 || figures.blocks(at) > 0) {
            cohorts.add(new Cohort(bornBucket, died, figures.bytes(at), figures.blocks(at)));
        }
    }

    /**
     * Of each bucket of birth, what was neither found dead nor is alive. Thinning makes that an
     * estimate that may be off in both directions, so together it is no more than is left of the
     * total.
     */
    private Sum unknown(Figure dying) {
        Sum rest = new Sum(born.size() + 1);
        int all = born.size();
        for (int i = 0; i < born.size(); i++) {
            int bucket = born.step(i);
            Sum living = alive.between(bucket, bucket + 1);
            Sum found = dead.between(bucket * buckets, (bucket + 1) * buckets);
            double bytes = born.sums().bytes(i) - living.bytes(0) - found.bytes(0);
            double blocks = born.sums().blocks(i) - living.blocks(0) - found.blocks(0);
            rest.add(i, Math.max(0, bytes), Math.max(0, blocks), 0, 0);
            rest.add(all, rest, i);
        }
        Sum allFound = all(dead);
        double blocks = share(dying.blocks() - allFound.blocks(0), rest.blocks(all));
        double bytes = share(dying.bytes() - allFound.bytes(0), rest.bytes(all));
        boolean none = rest.blocks(all) * blocks < HALF;
        Sum unknown = new Sum(born.size());
        for (int i = 0; i < born.size() && !none; i++) {
            unknown.add(i, rest.bytes(i) * bytes, rest.blocks(i) * blocks, 0, 0);
        }
        return unknown;
    }

    private static double share(double part, double whole) {
        return whole <= 0 ? 0 : Math.max(0, Math.min(1, part / whole));
    }

    private static Sum all(Steps steps) {
        return steps.between(0, Integer.MAX_VALUE);
    }

    private static double[] bytes(Steps steps) {
        double[] bytes = new double[steps.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = steps.sums().bytes(i);
        }
        return bytes;
    }

    private static double[] blocks(Steps steps) {
        double[] blocks = new double[steps.size()];
        for (int i = 0; i < blocks.length; i++) {
            blocks[i] = steps.sums().blocks(i);
        }
        return blocks;
    }

    private static List<Portion> portions(Steps steps, Figure whole, IntToLongFunction least) {
        Apportioned figures = new Apportioned(bytes(steps), blocks(steps), whole);
        List<Portion> portions = new ArrayList<>();
        for (int i = 0; i < figures.size(); i++) {
            int step = steps.step(i);
            if (figures.bytes(i) > 0 || figures.blocks(i) > 0) {
                portions.add(new Portion(least.applyAsLong(step), figures.bytes(i),
                        figures.blocks(i)));
            }
        }
        return List.copyOf(portions);
    }
}
