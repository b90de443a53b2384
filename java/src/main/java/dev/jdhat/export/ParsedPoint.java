// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

import dev.jdhat.profile.Ages;
import dev.jdhat.profile.Figure;
import dev.jdhat.profile.ProgramPoint;
import dev.jdhat.profile.ThreadShare;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One element of {@code pps} while its frames are not known yet. */
final class ParsedPoint {
    private static final List<String> KEYS =
            List.of("tb", "tbk", "mb", "mbk", "gb", "gbk", "eb", "ebk", "tl");
    private static final int TOTAL = 0;
    private static final int MAX = 2;
    private static final int PEAK = 4;
    private static final int END = 6;
    private static final int LIFETIME = 8;
    private static final long ABSENT = -1;

    private final long[] values = new long[KEYS.size()];
    private double[] errors;
    private int[] frames;
    private String type = "";
    private long samples;
    private long lifetimeMax;
    private long temporary;
    private boolean unknown;
    private boolean maxLowerBound;
    private Figure maxAtLeast;
    private Ages survivorAges;
    private Ages deathAges;
    private List<ThreadShare> threads = List.of();

    ParsedPoint() {
        Arrays.fill(values, ABSENT);
        values[LIFETIME] = 0;
    }

    int[] frames() {
        return frames;
    }

    void read(Fields fields) throws IOException {
        int key = key(fields.name());
        if (key >= 0) {
            values[key] = fields.number();
        } else if (fields.name().equals("fs")) {
            frames = fields.indices();
        } else {
            fields.skip();
        }
    }

    /** The index in {@link #KEYS}, or −1; not searched for, since it is asked of each field. */
    private static int key(String name) {
        switch (name) {
            case "tb": return 0;
            case "tbk": return 1;
            case "mb": return 2;
            case "mbk": return 3;
            case "gb": return 4;
            case "gbk": return 5;
            case "eb": return 6;
            case "ebk": return 7;
            case "tl": return 8;
            default: return -1;
        }
    }

    /** Reads a field of the point's extension. */
    void readExtension(Fields fields) throws IOException {
        switch (fields.name()) {
            case "class": type = fields.repeatedText(); break;
            case "samples": samples = fields.number(); break;
            case "unknown": unknown = fields.bool(); break;
            case "tlMax": lifetimeMax = fields.number(); break;
            case "temporary": temporary = fields.number(); break;
            case "maxLowerBound": maxLowerBound = fields.bool(); break;
            case "maxAtLeast": maxAtLeast = figure(fields); break;
            case "survivorAges": survivorAges = ages(fields); break;
            case "deathAges": deathAges = ages(fields); break;
            case "errors": readErrors(fields); break;
            case "threads": readThreads(fields); break;
            default: fields.skip(); break;
        }
    }

    private void readErrors(Fields fields) throws IOException {
        fields.startObject();
        errors = new double[KEYS.size()];
        while (fields.next()) {
            int key = key(fields.name());
            double value = fields.real();
            if (key >= 0) {
                errors[key] = value;
            }
        }
    }

    private void readThreads(Fields fields) throws IOException {
        threads = new ArrayList<>();
        fields.startArray();
        while (fields.nextElement()) {
            String name = "";
            Figure total = Figure.ZERO;
            Figure atPeak = Figure.UNKNOWN;
            Figure atEnd = Figure.UNKNOWN;
            fields.startObject();
            while (fields.next()) {
                switch (fields.name()) {
                    case "name": name = fields.repeatedText(); break;
                    case "total": total = figure(fields); break;
                    case "peak": atPeak = figure(fields); break;
                    case "end": atEnd = figure(fields); break;
                    default: fields.skip(); break;
                }
            }
            threads.add(new ThreadShare(name, total, atPeak, atEnd));
        }
    }

    /** Bytes and blocks, and their errors where they are estimates. */
    private static Figure figure(Fields fields) throws IOException {
        long[] counts = new long[2];
        double[] errors = new double[2];
        fields.startArray();
        for (int i = 0; fields.nextElement(); i++) {
            if (i < 2) {
                counts[i] = fields.number();
            } else if (i < 4) {
                errors[i - 2] = fields.real();
            } else {
                fields.skip();
            }
        }
        return Figure.of(counts[0], counts[1], errors[0], errors[1]);
    }

    private static Ages ages(Fields fields) throws IOException {
        fields.startArray();
        double[] three = new double[3];
        for (int i = 0; fields.nextElement(); i++) {
            double value = fields.real();
            if (i < three.length) {
                three[i] = value;
            }
        }
        return new Ages((long) three[0], three[1], (long) three[2]);
    }

    /** The name of a required key that is absent, or null. */
    String missing(boolean lifetimes) {
        for (int key = 0; key < (lifetimes ? LIFETIME : MAX); key++) {
            if (values[key] == ABSENT) {
                return KEYS.get(key);
            }
        }
        return frames == null ? "fs" : null;
    }

    /** Room for the sums of all figures. */
    static long[] noSums() {
        return new long[KEYS.size()];
    }

    /** Adds its figures to those of others; the key of a sum that no number holds, or null. */
    String addTo(long[] sums) {
        for (int key = 0; key < values.length; key++) {
            sums[key] += Math.max(0, values[key]);
            if (sums[key] < 0) {
                return KEYS.get(key);
            }
        }
        return null;
    }

    /** Adds a point with equal frames; the sum of two maxima is an upper bound. */
    void add(ParsedPoint other) {
        Figure one = maxAtLeast == null ? figure(MAX) : maxAtLeast;
        Figure two = other.maxAtLeast == null ? other.figure(MAX) : other.maxAtLeast;
        boolean larger = two.bytes() > one.bytes();
        maxAtLeast = Figure.of((larger ? two : one).bytes(), (larger ? two : one).blocks());
        for (int key = 0; key < values.length; key++) {
            values[key] = Math.max(0, values[key]) + Math.max(0, other.values[key]);
        }
        samples += other.samples;
        lifetimeMax += other.lifetimeMax;
        temporary += other.temporary;
        unknown &= other.unknown;
    }

    ProgramPoint build(List<String> texts, boolean lifetimes) {
        ProgramPoint.Builder builder = ProgramPoint.builder().frames(texts).allocatedClass(type)
                .total(figure(TOTAL)).samples(samples).threads(threads);
        if (lifetimes && !unknown) {
            builder.max(figure(MAX)).atPeak(figure(PEAK)).atEnd(figure(END))
                    .lifetime(values[LIFETIME]).lifetimeMax(lifetimeMax)
                    .temporaryBlocks(temporary).maxLowerBound(maxLowerBound)
                    .maxAtLeast(maxAtLeast)
                    .survivorAges(survivorAges).deathAges(deathAges);
        }
        return builder.build();
    }

    private Figure figure(int key) {
        return errors == null ? Figure.of(values[key], values[key + 1])
                : Figure.of(values[key], values[key + 1], errors[key], errors[key + 1]);
    }
}
