// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.compare;

import dev.jdhat.profile.ProgramPoint;
import dev.jdhat.profile.StackNumbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the sites of one profile in another. They are the same when their classes and the methods
 * of their stacks are; of several such, those with the same lines, and what is then left over in
 * the order of its lines, for a line moves with those around it.
 */
final class Pairing {
    private final Methods methods = new Methods();
    private final List<Pair> pairs = new ArrayList<>();

    private Pairing() {
    }

    /** Every program point of both in one pair. */
    static List<Pair> of(List<ProgramPoint> before, List<ProgramPoint> after) {
        Pairing pairing = new Pairing();
        StackNumbers groups = new StackNumbers();
        int[] ofBefore = pairing.groups(before, groups);
        int[] ofAfter = pairing.groups(after, groups);
        Grouped earlier = new Grouped(before, ofBefore, groups.size());
        Grouped later = new Grouped(after, ofAfter, groups.size());
        for (int group = 0; group < groups.size(); group++) {
            pairing.pair(earlier.of(group), later.of(group));
        }
        return pairing.pairs;
    }

    /** For each point the number of those in which all methods are the same. */
    private int[] groups(List<ProgramPoint> points, StackNumbers groups) {
        return points.stream().mapToInt(point -> groups.of(methods.of(point))).toArray();
    }

    private void pair(List<ProgramPoint> before, List<ProgramPoint> after) {
        if (before.size() == after.size()) {
            pairInOrder(before, after);
            return;
        }
        Map<List<String>, ProgramPoint> same = new HashMap<>();
        before.forEach(point -> same.put(point.frames(), point));
        Set<ProgramPoint> restBefore = new LinkedHashSet<>(before);
        List<ProgramPoint> restAfter = new ArrayList<>();
        for (ProgramPoint point : after) {
            ProgramPoint found = same.get(point.frames());
            if (found == null) {
                restAfter.add(point);
            } else {
                restBefore.remove(found);
                pairs.add(new Pair(found, point));
            }
        }
        pairInOrder(List.copyOf(restBefore), restAfter);
    }

    private void pairInOrder(List<ProgramPoint> before, List<ProgramPoint> after) {
        List<ProgramPoint> earlier = byLine(before);
        List<ProgramPoint> later = byLine(after);
        for (int i = 0; i < Math.max(earlier.size(), later.size()); i++) {
            pairs.add(new Pair(i < earlier.size() ? earlier.get(i) : null,
                    i < later.size() ? later.get(i) : null));
        }
    }

    private List<ProgramPoint> byLine(List<ProgramPoint> points) {
        if (points.size() < 2) {
            return points;
        }
        Map<ProgramPoint, int[]> lines = new HashMap<>();
        points.forEach(point -> lines.put(point, methods.lines(point)));
        List<ProgramPoint> sorted = new ArrayList<>(points);
        sorted.sort((one, two) -> Arrays.compare(lines.get(one), lines.get(two)));
        return sorted;
    }

    /** Points by the number of their group, in the order in which they came. */
    private static final class Grouped {
        private final ProgramPoint[] members;
        /** Of each group, and behind the last one. */
        private final int[] begins;

        Grouped(List<ProgramPoint> points, int[] groups, int count) {
            begins = new int[count + 1];
            for (int group : groups) {
                begins[group + 1]++;
            }
            for (int group = 0; group < count; group++) {
                begins[group + 1] += begins[group];
            }
            int[] next = begins.clone();
            members = new ProgramPoint[groups.length];
            for (int i = 0; i < groups.length; i++) {
                members[next[groups[i]]++] = points.get(i);
            }
        }

        List<ProgramPoint> of(int group) {
            return Arrays.asList(members).subList(begins[group], begins[group + 1]);
        }
    }
}
