// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import java.util.Arrays;

/** Blocks and bytes that wait for a later clock point; never many more entries than sites. */
final class Changes {
    private final int limit;
    private int size;
    private int[] sites = new int[16];
    private long[] blocks = new long[16];
    private long[] bytes = new long[16];

    /** SiteCount: sites have numbers below it. */
    Changes(int siteCount) {
        limit = Math.max(1 << 10, 2 * siteCount);
    }

    void add(int site, long moreBlocks, long moreBytes) {
        if (size == limit) {
            addUp();
        }
        if (size == sites.length) {
            sites = Arrays.copyOf(sites, 2 * size);
            blocks = Arrays.copyOf(blocks, 2 * size);
            bytes = Arrays.copyOf(bytes, 2 * size);
        }
        sites[size] = site;
        blocks[size] = moreBlocks;
        bytes[size++] = moreBytes;
    }

    /** Leaves one entry per site, which is at most half of the limit. */
    private void addUp() {
        int[] entries = new int[limit];
        int kept = 0;
        for (int i = 0; i < size; i++) {
            int entry = entries[sites[i]] - 1;
            if (entry < 0) {
                entry = kept++;
                entries[sites[i]] = kept;
                sites[entry] = sites[i];
                blocks[entry] = blocks[i];
                bytes[entry] = bytes[i];
            } else {
                blocks[entry] += blocks[i];
                bytes[entry] += bytes[i];
            }
        }
        size = kept;
    }

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    int site(int at) {
        return sites[at];
    }

    long blocks(int at) {
        return blocks[at];
    }

    long bytes(int at) {
        return bytes[at];
    }
}
