// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import java.util.Arrays;
import java.util.Comparator;

/** Births that stand in the file after the clock point that closed their epoch. */
final class LateBirths {
    private int size;
    private long[] births = new long[64];
    private int[] sites = new int[64];
    private int[] seenBefore = new int[64];
    private long[] blocks = new long[64];
    private long[] bytes = new long[64];

    /** SeenBefore: the clock point that follows the row in the file. */
    void add(long birth, int site, int seenBeforePoint, long moreBlocks, long moreBytes) {
        if (size == births.length) {
            births = Arrays.copyOf(births, 2 * size);
            sites = Arrays.copyOf(sites, 2 * size);
            seenBefore = Arrays.copyOf(seenBefore, 2 * size);
            blocks = Arrays.copyOf(blocks, 2 * size);
            bytes = Arrays.copyOf(bytes, 2 * size);
        }
        births[size] = birth;
        sites[size] = site;
        seenBefore[size] = seenBeforePoint;
        blocks[size] = moreBlocks;
        bytes[size++] = moreBytes;
    }

    /** Entries in the order of birth. */
    int[] byBirth() {
        Integer[] order = new Integer[size];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingLong((Integer i) -> births[i]));
        return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
    }

    long birth(int entry) {
        return births[entry];
    }

    int site(int entry) {
        return sites[entry];
    }

    int seenBefore(int entry) {
        return seenBefore[entry];
    }

    long blocks(int entry) {
        return blocks[entry];
    }

    long bytes(int entry) {
        return bytes[entry];
    }
}
