// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.leaks;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jdhat.profile.LiveHistory;
import dev.jdhat.profile.ProgramPoint;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How often sites that do not leak are called growing, and sites that do are: simulated. */
class SimulationTest {
    private static final int RUNS = 1_000;
    private static final double TOTAL = 1e9;

    private static SiteTrend judged(LiveHistory history) {
        return Series.report(Series.clock(history.size()), Series.site("m", TOTAL, history))
                .sites().get(0);
    }

    /** The share of runs, of a seed each, that end with the verdict. */
    private static double share(Verdict verdict, Function<Random, LiveHistory> site) {
        return IntStream.range(0, RUNS).filter(seed ->
                judged(site.apply(new Random(seed))).verdict() == verdict).count()
                / (double) RUNS;
    }

    /** Each site is the only one, so nothing but its own tests holds it back. */
    private static void hardlyGrows(String what, double most, Function<Random, LiveHistory> site) {
        double share = share(Verdict.GROWING, site);
        assertTrue(share <= most, what + ": " + share + " are called growing");
    }

    private static void grows(String what, double least, Function<Random, LiveHistory> site) {
        double share = share(Verdict.GROWING, site);
        assertTrue(share >= least, what + ": only " + share + " are called growing");
    }

    private static LiveHistory values(int size, Function<Integer, Double> value) {
        double[] live = IntStream.range(0, size).mapToDouble(i ->
                Math.rint(Math.max(0, value.apply(i)))).toArray();
        double[] none = new double[size];
        return new LiveHistory(live, live, none, none, live);
    }

    @Test
    void noiseDoesNotGrow() {
        for (int size : new int[] {8, 12, 30, 100}) {
            hardlyGrows("noise at " + size, 0.001, random ->
                    values(size, i -> 1e6 + 1e5 * random.nextGaussian()));
        }
    }

    @Test
    void aRandomWalkDoesNotGrow() {
        for (int size : new int[] {8, 12, 15, 30, 60}) {
            hardlyGrows("a random walk of " + size, 0.015, random -> {
                double[] at = {1e6};
                return values(size, i -> at[0] += 1e4 * random.nextGaussian());
            });
        }
    }

    /** Sessions, pools, queues: blocks come and go, and the number of them wanders slowly. */
    @Test
    void aSteadyStateDoesNotGrow() {
        for (double seen : new double[] {1, 0.2, 0.02}) {
            for (double lifetime : new double[] {1, 5, 20}) {
                hardlyGrows("lifetime " + lifetime + ", seen " + seen, 0.01, random -> {
                    Simulated site = new Simulated(random, 240, seen);
                    return since(200, site.site(i -> site.births(40), site.about(lifetime)));
                });
            }
        }
    }

    /** Drops the collections before one, when the site was filling up. */
    private static LiveHistory since(int from, LiveHistory whole) {
        int size = whole.size() - from;
        double[] live = new double[size];
        double[] changes = new double[size];
        double[] born = new double[size];
        double[] much = new double[size];
        for (int i = 0; i < size; i++) {
            live[i] = whole.high(from + i);
            born[i] = whole.survivors(from + i);
            much[i] = 1e18;
            double error = i == 0 ? 0 : whole.differenceError(from + i - 1, from + i);
            changes[i] = error * error;
        }
        return new LiveHistory(live, live, much, changes, born);
    }

    /** A cache of a fixed lifetime, which is full after a third of the time at the latest. */
    @Test
    void aCacheThatIsFullDoesNotGrow() {
        for (double seen : new double[] {1, 0.2, 0.02}) {
            hardlyGrows("a cache, seen " + seen, 0.015, random -> {
                double lifetime = 2 + 12 * random.nextDouble();
                Simulated site = new Simulated(random, 45, seen);
                return site.site(i -> site.births(40), () -> lifetime);
            });
        }
    }

    @Test
    void churnDoesNotGrow() {
        for (double seen : new double[] {1, 0.02}) {
            hardlyGrows("churn, seen " + seen, 0.001, random -> {
                Simulated site = new Simulated(random, 30, seen);
                return site.site(i -> site.births(200), site.about(0.2));
            });
        }
    }

    @Test
    void aLeakGrows() {
        grows("exact, 8 collections", 0.999, random -> leak(random, 8, 1));
        grows("exact, 30 collections", 0.999, random -> leak(random, 30, 1));
        grows("one block in 5 sampled", 0.99, random -> leak(random, 30, 0.2));
        grows("one sample between collections", 0.9, random -> leak(random, 60, 0.025));
    }

    /** Forty blocks or so between two collections, and none of them dies. */
    private static LiveHistory leak(Random random, int collections, double seen) {
        Simulated site = new Simulated(random, collections, seen);
        return site.site(i -> site.births(40), () -> Simulated.FOR_EVER);
    }

    /** One block of ten leaks, the others live for two spans. */
    @Test
    void aLeakAmongOthersGrows() {
        grows("one in ten", 0.95, random -> {
            Simulated site = new Simulated(random, 60, 1);
            return site.site(i -> site.births(100),
                    () -> random.nextInt(10) == 0 ? Simulated.FOR_EVER : 2);
        });
    }

    /** Thousand sites of noise with ten leaks among them, again and again. */
    @Test
    void fewOfManyAreNamedByChance() {
        int named = 0;
        int wrong = 0;
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            ProgramPoint[] sites = IntStream.range(0, 1_000).mapToObj(i -> Series.site(
                    (i < 10 ? "leak" : "noise") + i, TOTAL, values(20, at ->
                            1e6 + (i < 10 ? 2e4 * at : 0) + 1e4 * random.nextGaussian())))
                    .toArray(ProgramPoint[]::new);
            for (SiteTrend site : Series.report(Series.clock(20), sites).sites()) {
                boolean isNamed = site.verdict() == Verdict.GROWING;
                named += isNamed ? 1 : 0;
                wrong += isNamed && site.point().frames().get(1).contains("noise") ? 1 : 0;
            }
        }
        assertTrue(named - wrong >= 190, "of 200 leaks " + (named - wrong) + " were named");
        assertTrue(wrong <= 0.01 * named, wrong + " of " + named + " were no leaks");
    }

    /** The interval has the true slope as often as it says, sampled or not. */
    @Test
    void intervalsCoverTheTruth() {
        double perHour = 40 * Simulated.SIZE * 60;
        for (double seen : new double[] {1, 0.2}) {
            int covered = 0;
            int runs = 0;
            for (int seed = 0; seed < RUNS; seed++) {
                Random random = new Random(seed);
                SiteTrend site = judged(new Simulated(random, 40, seen)
                        .site(i -> 40, () -> Simulated.FOR_EVER));
                if (site.verdict() == Verdict.GROWING) {
                    runs++;
                    covered += site.growth().least() <= perHour
                            && perHour <= site.growth().greatest() ? 1 : 0;
                }
            }
            double share = covered / (double) runs;
            assertTrue(share >= 0.9, "seen " + seen + ": " + share + " of " + runs);
        }
    }

    /** The noise about the line is what the interval is for. */
    @Test
    void intervalsCoverASlopeInNoise() {
        int covered = 0;
        for (int seed = 0; seed < RUNS; seed++) {
            Random random = new Random(seed);
            Slopes slopes = Slopes.of(values(25, i -> 1e6 + 2e4 * i + 3e4 * random.nextGaussian()),
                    Series.clock(25), new Kendall(25));
            covered += slopes.least() * 60e6 <= 2e4 && 2e4 <= slopes.greatest() * 60e6 ? 1 : 0;
        }
        assertTrue(covered >= 0.94 * RUNS && covered <= 0.975 * RUNS, "covered " + covered);
    }
}
