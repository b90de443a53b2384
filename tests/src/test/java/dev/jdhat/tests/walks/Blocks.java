// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.walks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How many blocks and bytes have which stack, and which sizes. A stack is text, leaf first. */
final class Blocks {
    private static final String REDEFINED = "(\\bVersions\\.\\w+)";

    /** A stack; one that is cut stands for all that begin so. */
    private record Stack(String frames, boolean cut) {
        /** Whether blocks of several places are under it. */
        boolean mixes() {
            return cut || frames.contains("Versions.");
        }

        boolean holds(Stack whole) {
            return frames.equals(whole.frames)
                    || cut && whole.frames.startsWith(frames + (frames.isEmpty() ? "" : " "));
        }
    }

    /** What was counted; the sizes are exact where a site had blocks of one size only. */
    private static final class Sum {
        private long blocks;
        private long bytes;
        private final Map<Long, Long> sizes = new HashMap<>();

        void add(long moreBlocks, long moreBytes) {
            blocks += moreBlocks;
            bytes += moreBytes;
            // An impossible size where two are mixed, which differs from the truth.
            long size = moreBytes % moreBlocks == 0 ? moreBytes / moreBlocks : -moreBytes;
            sizes.merge(size, moreBlocks, Long::sum);
        }

        void add(Sum sum) {
            blocks += sum.blocks;
            bytes += sum.bytes;
        }

        boolean isLike(Sum truth, boolean mixed, boolean lossy) {
            if (lossy) {
                return blocks <= truth.blocks && bytes <= truth.bytes
                        && (mixed || truth.sizes.keySet().containsAll(sizes.keySet()));
            }
            return blocks == truth.blocks && bytes == truth.bytes
                    && (mixed || sizes.equals(truth.sizes));
        }

        @Override
        public String toString() {
            return blocks + " blocks, " + bytes + " bytes"
                    + (sizes.size() > 3 ? "" : ", sizes " + sizes);
        }
    }

    private final Map<Stack, Sum> sums = new HashMap<>();

    void add(boolean cut, String frames, long blocks, long bytes) {
        sums.computeIfAbsent(new Stack(named(frames), cut), s -> new Sum()).add(blocks, bytes);
    }

    /** What the program says: lines `place SIZE BLOCKS FRAME…` among others. */
    static Blocks told(String out) {
        Blocks told = new Blocks();
        out.lines().filter(line -> line.startsWith("place ")).forEach(line -> {
            String[] parts = line.split(" ", 4);
            long blocks = Long.parseLong(parts[2]);
            told.add(false, parts[3], blocks, blocks * Long.parseLong(parts[1]));
        });
        return told;
    }

    /**
     * Hidden classes have a number in their names, which is written in several ways; lines of a
     * redefined class may be those of an older version (docs/limits.md).
     */
    private static String named(String stack) {
        return stack.replaceAll("(\\$\\$Lambda)?(\\$\\d+)?[/.+](0x)?[0-9a-f]{4,}", "$1")
                .replaceAll(REDEFINED + ":-?\\d+", "$1");
    }

    /**
     * Where this, the recorded, differs from the truth: a sentence for each stack. Where the JVM
     * loses blocks, only what is too much or on a stack that is not its own.
     */
    List<String> differences(Blocks truth, boolean lossy) {
        List<String> found = new ArrayList<>();
        Set<Stack> left = new HashSet<>(truth.sums.keySet());
        sums.forEach((stack, sum) -> {
            Sum expected = truth.under(stack, left);
            if (!sum.isLike(expected, stack.mixes(), lossy)) {
                found.add(sum + ", in truth " + expected + ": " + stack);
            }
        });
        if (lossy) {
            return found;
        }
        left.forEach(stack -> found.add("none, in truth " + truth.sums.get(stack) + ": " + stack));
        return found;
    }

    /** The sum under the stack, whose keys are taken out of what is left. */
    private Sum under(Stack stack, Set<Stack> left) {
        if (!stack.cut) {
            left.remove(stack);
            return sums.getOrDefault(stack, new Sum());
        }
        Sum all = new Sum();
        sums.forEach((whole, sum) -> {
            if (stack.holds(whole)) {
                left.remove(whole);
                all.add(sum);
            }
        });
        return all;
    }
}
