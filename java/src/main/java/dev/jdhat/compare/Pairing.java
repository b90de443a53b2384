// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.compare;

import dev.jdhat.profile.ProgramPoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the sites of one profile in another. They are the same when their classes and the methods
 * of their stacks are; of several such, those with the same lines, and what is then left over in
 * the order of its lines, for a line moves with those around it.
 */
final class Pairing {
    /** The address that native tools put first, and the line, with a column if there is one. */
    private static final Pattern PLACE = Pattern.compile("^0x[0-9A-Fa-f]+: |:(\\d+)(:\\d+)?\\)$");

    private final List<Pair> pairs = new ArrayList<>();

    private Pairing() {
    }

    /** Every program point of both in one pair. */
    static List<Pair> of(List<ProgramPoint> before, List<ProgramPoint> after) {
        Map<List<String>, List<ProgramPoint>> earlier = byMethods(before);
        Map<List<String>, List<ProgramPoint>> later = byMethods(after);
        Pairing pairing = new Pairing();
        earlier.forEach((methods, points) ->
                pairing.pair(points, later.getOrDefault(methods, List.of())));
        later.forEach((methods, points) -> {
            if (!earlier.containsKey(methods)) {
                pairing.pair(List.of(), points);
            }
        });
        return pairing.pairs;
    }

    private static Map<List<String>, List<ProgramPoint>> byMethods(List<ProgramPoint> points) {
        Map<String, String> known = new HashMap<>();
        Map<List<String>, List<ProgramPoint>> groups = new LinkedHashMap<>();
        for (ProgramPoint point : points) {
            List<String> key = new ArrayList<>();
            key.add(point.type());
            for (String frame : point.stack()) {
                key.add(known.computeIfAbsent(frame, Pairing::method));
            }
            groups.computeIfAbsent(key, any -> new ArrayList<>()).add(point);
        }
        return groups;
    }

    private static String method(String frame) {
        return PLACE.matcher(frame).replaceAll("");
    }

    /** Pairs two groups in which all methods are the same. */
    private void pair(List<ProgramPoint> before, List<ProgramPoint> after) {
        if (before.size() == after.size()) {
            pairInOrder(before, after);
            return;
        }
        Map<List<String>, ProgramPoint> same = new HashMap<>();
        before.forEach(point -> same.put(point.frames(), point));
        List<ProgramPoint> restBefore = new ArrayList<>(before);
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
        pairInOrder(restBefore, restAfter);
    }

    private void pairInOrder(List<ProgramPoint> before, List<ProgramPoint> after) {
        List<ProgramPoint> earlier = byLine(before);
        List<ProgramPoint> later = byLine(after);
        for (int i = 0; i < Math.max(earlier.size(), later.size()); i++) {
            pairs.add(new Pair(i < earlier.size() ? earlier.get(i) : null,
                    i < later.size() ? later.get(i) : null));
        }
    }

    private static List<ProgramPoint> byLine(List<ProgramPoint> points) {
        if (points.size() < 2) {
            return points;
        }
        Map<ProgramPoint, int[]> lines = new HashMap<>();
        points.forEach(point -> lines.put(point, lines(point)));
        List<ProgramPoint> sorted = new ArrayList<>(points);
        sorted.sort((one, two) -> Arrays.compare(lines.get(one), lines.get(two)));
        return sorted;
    }

    /** Of each frame, 0 where it has none. */
    private static int[] lines(ProgramPoint point) {
        return point.stack().stream().mapToInt(frame -> {
            Matcher place = PLACE.matcher(frame);
            int line = 0;
            while (place.find()) {
                line = place.group(1) == null ? line : parsed(place.group(1));
            }
            return line;
        }).toArray();
    }

    private static int parsed(String digits) {
        return digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }
}
