// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.report;

import dev.jdhat.export.DhatWriter;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProfileBuilder;
import dev.jdhat.profile.ProfileOptions;
import dev.jdhat.recording.ClockPoint.Kind;
import dev.jdhat.recording.Recording;
import dev.jdhat.recording.RecordingFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * Reports a recording of 3,600 epochs; to be run with -Xmx512m. Arguments: the recording, which the
 * first run makes, and its number of sites.
 */
public final class ReportBenchmark {
    private static final int EPOCHS = 3_600;
    private static final int DEPTH = 40;
    private static final int METHODS = 20_000;
    private static final int ROWS_OF_1000_SITES = 15;

    private ReportBenchmark() {
    }

    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]);
        if (!Files.exists(file)) {
            make(Integer.parseInt(args[1])).write(file);
            System.out.println("made " + file + ", " + Files.size(file) + " bytes; run again");
            return;
        }
        long start = System.nanoTime();
        Profile profile;
        try (Recording recording = Recording.open(file)) {
            profile = ProfileBuilder.build(recording, ProfileOptions.defaults());
        }
        long built = System.nanoTime();
        try (OutputStream out = Files.newOutputStream(Path.of(args[0] + ".json"))) {
            DhatWriter.write(profile, out);
        }
        long written = System.nanoTime();
        long heap = Runtime.getRuntime().totalMemory();
        System.out.printf("profile %.2f s, JSON %.2f s, heap %d MiB, %d points, %s%n",
                (built - start) / 1e9, (written - built) / 1e9, heap >> 20,
                profile.points().size(), profile.total());
    }

    private static RecordingFile make(int sites) {
        Random random = new Random(1);
        RecordingFile file = new RecordingFile().session().interval(1, 524_288, 0);
        for (int i = 1; i <= METHODS; i++) {
            file.method(i, "com.example.package" + i % 500 + ".Service" + i % 5_000,
                    "method" + i, "Service" + i % 5_000 + ".java");
        }
        file.type(1, "byte[]").type(2, "java.lang.String").type(3, "java.util.HashMap$Node");
        for (int i = 1; i <= sites; i++) {
            int[] frames = new int[2 * DEPTH];
            for (int frame = 0; frame < DEPTH; frame++) {
                int method = 1 + random.nextInt(frame < DEPTH / 2 ? METHODS : 200);
                frames[2 * frame] = method;
                frames[2 * frame + 1] = method % 1_000 + 10 * random.nextInt(3);
            }
            file.stack(i, 0, frames).site(i, i, 1 + i % 3, 1, false);
        }
        for (int epoch = 1; epoch <= EPOCHS; epoch++) {
            addRows(file, epoch, sites, random);
            boolean collection = epoch % 2 == 0;
            file.clock(epoch, epoch, collection ? Kind.COLLECTION : Kind.TICK, collection ? 1 : 0,
                    epoch * 1_000_000L, collection ? epoch : 0);
            file.flush();
        }
        return file.end(EPOCHS * 1_000_000L);
    }

    private static void addRows(RecordingFile file, int epoch, int sites, Random random) {
        for (int i = 0; i < sites / 1_000 * ROWS_OF_1000_SITES; i++) {
            int site = 1 + random.nextInt(sites);
            file.row(epoch, site, epoch, 1, 4, 4 * (16 + site % 100 * 8));
            if (random.nextInt(100) == 0 && epoch > 1) {
                file.row(epoch, site, epoch - 1, 1, 1, 16 + site % 100 * 8);
            }
            if (random.nextInt(2) == 0) {
                file.row(epoch, site, epoch, 4, 2, 2 * (16 + site % 100 * 8));
            }
        }
        file.rows(epoch);
    }
}
