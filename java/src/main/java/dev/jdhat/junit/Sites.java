// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.junit;

import dev.jdhat.profile.Figure;
import dev.jdhat.profile.ProgramPoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** From the program points of a profile to what a message lists. */
final class Sites {
    /** Largest first; equal ones in a stable order. */
    static final Comparator<Spent> LARGEST_FIRST = Comparator.comparingLong(Spent::bytes)
            .thenComparingLong(Spent::blocks).reversed()
            .thenComparing(Spent::at).thenComparing(Spent::type);

    private static final List<String> JDK =
            List.of("java.", "javax.", "jdk.", "sun.", "com.sun.");

    private Sites() {
    }

    /** One entry for each program point whose figure is not zero. */
    static List<Spent> each(List<ProgramPoint> points, Function<ProgramPoint, Figure> figure) {
        List<Spent> all = new ArrayList<>();
        for (ProgramPoint point : points) {
            Figure value = figure.apply(point);
            if (value.blocks() > 0) {
                all.add(spent(point, value.bytes(), value.blocks()));
            }
        }
        all.sort(LARGEST_FIRST);
        return all;
    }

    /** As {@link #each}, program points of one class and line of the program together. */
    static List<Spent> merged(List<Spent> all) {
        Map<List<String>, Spent> merged = new LinkedHashMap<>();
        for (Spent one : all) {
            merged.merge(List.of(one.type(), one.at()), one, Spent::plus);
        }
        List<Spent> sorted = new ArrayList<>(merged.values());
        sorted.sort(LARGEST_FIRST);
        return sorted;
    }

    static Spent spent(ProgramPoint point, long bytes, long blocks) {
        return new Spent(point.allocatedClass(), programFrame(point), leaf(point), bytes, blocks);
    }

    /** The first frame that is not the JDK's; the leaf when all are. */
    static String programFrame(ProgramPoint point) {
        return point.stack().stream().filter(frame -> !isJdk(frame)).findFirst()
                .orElse(leaf(point));
    }

    /** Whether a frame of the program is in the stack. */
    static boolean hasProgramFrame(ProgramPoint point) {
        return point.stack().stream().anyMatch(frame -> !isJdk(frame));
    }

    private static String leaf(ProgramPoint point) {
        return point.stack().isEmpty() ? "no Java frame" : point.stack().get(0);
    }

    private static boolean isJdk(String frame) {
        return JDK.stream().anyMatch(frame::startsWith) || frame.startsWith("[");
    }
}
