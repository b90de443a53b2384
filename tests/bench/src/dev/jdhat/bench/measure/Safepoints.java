// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What -Xlog:safepoint says of a run: pauses for collections, and the way to any safepoint. */
public final class Safepoints {
    /** JDK 17 says a part more than 25 does, between these. */
    private static final Pattern LINE = Pattern.compile(
            "Safepoint \"(\\w+)\".* Reaching safepoint: (\\d+) ns,.* Total: (\\d+) ns");

    private final double[] pauses;
    private final double longestWay;

    private Safepoints(double[] pauses, double longestWay) {
        this.pauses = pauses;
        this.longestWay = longestWay;
    }

    static String option(Path log) {
        return "-Xlog:safepoint:file=" + log + ":none:filecount=0";
    }

    static Safepoints read(Path log) throws IOException {
        List<Double> pauses = new ArrayList<>();
        double way = 0;
        for (String line : Files.readAllLines(log)) {
            Matcher matcher = LINE.matcher(line);
            if (!matcher.find()) {
                continue;
            }
            way = Math.max(way, Double.parseDouble(matcher.group(2)) / 1e6);
            if (matcher.group(1).startsWith("G1")) {
                pauses.add(Double.parseDouble(matcher.group(3)) / 1e6);
            }
        }
        return new Safepoints(pauses.stream().mapToDouble(Double::doubleValue).sorted().toArray(),
                way);
    }

    public int pauses() {
        return pauses.length;
    }

    /** Milliseconds, with the way to the safepoint. */
    public double longestPause() {
        return pauses.length == 0 ? 0 : pauses[pauses.length - 1];
    }

    /** The 99th percentile by nearest rank: of fewer than 100 pauses the longest. */
    public double pause99() {
        return pauses.length == 0 ? 0 : pauses[(int) Math.ceil(0.99 * pauses.length) - 1];
    }

    /** Milliseconds until all threads had stopped, at worst. */
    public double longestWay() {
        return longestWay;
    }
}
