// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import java.util.Arrays;

/** Per site: its program point, its probability, and what was counted over the whole recording. */
final class SiteTable {
    private static final int BLOCKS = 0;
    private static final int BYTES = 1;
    private static final int TRACKED_BLOCKS = 2;
    private static final int FIELDS = 4;

    private int size;
    private int[] ids = new int[64];
    private int[] points = new int[64];
    private int[] parts = new int[64];
    private long[] lambdas = new long[64];
    private byte[] thinnings = new byte[64];
    /** Side by side, because rows name sites at random. */
    private long[] counts = new long[64 * FIELDS];

    int size() {
        return size;
    }

    /**
     * Adds the site whose number is {@link #size}.
     *
     * @param part of the point, by thread; of no meaning where threads are not told apart
     */
    void add(int id, int point, int part, long lambda, int thinning) {
        if (size == points.length) {
            ids = Arrays.copyOf(ids, 2 * size);
            points = Arrays.copyOf(points, 2 * size);
            parts = Arrays.copyOf(parts, 2 * size);
            lambdas = Arrays.copyOf(lambdas, 2 * size);
            thinnings = Arrays.copyOf(thinnings, 2 * size);
            counts = Arrays.copyOf(counts, 2 * size * FIELDS);
        }
        ids[size] = id;
        points[size] = point;
        parts[size] = part;
        lambdas[size] = lambda;
        thinnings[size++] = (byte) thinning;
    }

    void count(int site, boolean tracked, long blocks, long bytes) {
        counts[FIELDS * site + BLOCKS] += blocks;
        counts[FIELDS * site + BYTES] += bytes;
        counts[FIELDS * site + TRACKED_BLOCKS] += tracked ? blocks : 0;
    }

    /** Its id in the recording. */
    int id(int site) {
        return ids[site];
    }

    int point(int site) {
        return points[site];
    }

    int part(int site) {
        return parts[site];
    }

    long lambda(int site) {
        return lambdas[site];
    }

    int thinning(int site) {
        return thinnings[site];
    }

    long blocks(int site) {
        return counts[FIELDS * site + BLOCKS];
    }

    long bytes(int site) {
        return counts[FIELDS * site + BYTES];
    }

    long trackedBlocks(int site) {
        return counts[FIELDS * site + TRACKED_BLOCKS];
    }
}
