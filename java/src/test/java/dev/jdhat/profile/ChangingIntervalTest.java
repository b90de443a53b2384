// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jdhat.recording.ClockPoint;
import dev.jdhat.recording.Recording;
import dev.jdhat.recording.RecordingFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A thread that is sampled as the JVM does it, at intervals that change in mid-run: each sample
 * counts under the interval that was in force when it was drawn. The estimate has no bias, and the
 * standard error that it states is its own.
 */
class ChangingIntervalTest {
    private static final int RUNS = 1000;
    private static final int BLOCKS = 8000;
    private static final long[] SIZES = {24, 24, 24, 200, 4096, 100_000};
    private static final long[] LAMBDAS = {0, 1 << 10, 1 << 16, 1 << 20};
    /** What is in force from the n-th eighth of the run on, as an index: up, down and up again. */
    private static final int[] COURSE = {0, 1, 3, 2, 1, 0, 2, 0};

    @TempDir
    private Path folder;
    private final Random random = new Random(20_260_102);

    /** Blocks that were seen, by size and interval class. */
    private long[][] run() {
        long[][] seen = new long[SIZES.length][LAMBDAS.length];
        int drawn = COURSE[0];
        double left = draw(drawn);
        for (int i = 0; i < BLOCKS; i++) {
            int size = i % SIZES.length;
            left -= SIZES[size];
            if (left < 0) {
                seen[size][drawn]++;
                drawn = COURSE[i * COURSE.length / BLOCKS];
                left = draw(drawn);
            }
        }
        return seen;
    }

    private double draw(int lambda) {
        return -Math.log(1 - random.nextDouble()) * LAMBDAS[lambda];
    }

    private RecordingFile recorded(long[][] seen) {
        RecordingFile file = new RecordingFile().session();
        IntStream.range(0, LAMBDAS.length).forEach(i -> file.interval(i + 1, LAMBDAS[i], 0));
        file.method(1, "a.Main", "main", "Main.java").stack(1, 0, 1, 7).type(1, "byte[]");
        int site = 0;
        for (int size = 0; size < SIZES.length; size++) {
            for (int lambda = 0; lambda < LAMBDAS.length; lambda++) {
                long blocks = seen[size][lambda];
                if (blocks > 0) {
                    file.site(++site, 1, 1, lambda + 1, false)
                            .row(1, site, 1, 2, blocks, blocks * SIZES[size]);
                }
            }
        }
        return file.rows(1).request(1, 1, ClockPoint.Reason.STOP, 0, 10, 0).end(11);
    }

    private Profile profile(RecordingFile file) throws IOException {
        Path path = file.write(folder.resolve("run.jdhat"));
        try (Recording recording = Recording.open(path)) {
            return ProfileBuilder.build(recording, ProfileOptions.defaults());
        }
    }

    @Test
    void theEstimateIsUnbiasedAndKnowsItsError() throws IOException {
        double[] bytes = new double[RUNS];
        double[] blocks = new double[RUNS];
        double bytesVariance = 0;
        double blocksVariance = 0;
        for (int i = 0; i < RUNS; i++) {
            Figure total = profile(recorded(run())).total();
            bytes[i] = total.bytes();
            blocks[i] = total.blocks();
            bytesVariance += total.bytesError() * total.bytesError() / RUNS;
            blocksVariance += total.blocksError() * total.blocksError() / RUNS;
        }
        long truth = IntStream.range(0, BLOCKS).mapToLong(i -> SIZES[i % SIZES.length]).sum();
        check("bytes", truth, bytes, bytesVariance);
        check("blocks", BLOCKS, blocks, blocksVariance);
    }

    private static void check(String what, double truth, double[] estimates, double stated) {
        double mean = 0;
        double variance = 0;
        for (double estimate : estimates) {
            mean += estimate / RUNS;
            variance += (estimate - truth) * (estimate - truth) / RUNS;
        }
        double error = Math.sqrt(variance / RUNS);
        assertTrue(Math.abs(mean - truth) < 4 * error,
                what + ": " + mean + " ± " + error + " for " + truth);
        // Four standard errors of a variance that is itself an estimate, from heavier tails.
        assertEquals(1, stated / variance, 4 * Math.sqrt(6.0 / RUNS), what);
    }

    @Test
    void whatWasCountedOneByOneIsSaid() throws IOException {
        long[][] seen = new long[SIZES.length][LAMBDAS.length];
        seen[0][0] = 300;
        seen[3][0] = 2;
        seen[4][1] = 10;
        seen[5][3] = 1;
        Sampling sampling = profile(recorded(seen)).info().sampling();
        assertEquals(new Sampling(0, new Tally(302, 7_600), 1 << 10, 1 << 20, -1), sampling);
    }

    /** No block of a window may be sampled, and yet some may be missing. */
    @Test
    void nothingIsExactOnceTheIntervalHasLeftZero() throws IOException {
        long[][] seen = new long[SIZES.length][LAMBDAS.length];
        seen[0][0] = 300;
        assertTrue(profile(recorded(seen)).info().exact());
        RecordingFile file = new RecordingFile().session().note(9, 5, "the budget is used up")
                .request(1, 1, ClockPoint.Reason.STOP, 0, 10, 0).end(11);
        ProfileInfo info = profile(file).info();
        assertTrue(info.sampled() && !info.exact());
        assertEquals(5, info.sampling().since());
    }
}
