// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.text;

import dev.jdhat.profile.ProgramPoint;

import java.util.List;

/**
 * Stack frames on a terminal: short enough for its width, and the one that a reader looks for
 * first.
 */
public final class Frames {
    private static final List<String> PLATFORM =
            List.of("java.", "javax.", "jdk.", "sun.", "com.sun.");

    private Frames() {}

    /** {@code text} in at most {@code width} columns, with an ellipsis where it was cut. */
    public static String cut(String text, int width) {
        return text.length() <= width ? text : text.substring(0, width - 1) + "…";
    }

    /**
     * A frame in at most {@code width} columns. The packages are what it can best do without:
     * {@code o.a.c.Pool.take (Pool.java:12)}.
     */
    public static String fit(String frame, int width) {
        int method = frame.indexOf(" (");
        String shorter = frame;
        int from = 0;
        while (shorter.length() > width && method > 0) {
            int dot = shorter.indexOf('.', from);
            if (dot < 0
                    || !Character.isLowerCase(shorter.charAt(from))
                    || dot > shorter.indexOf(" (")) {
                break;
            }
            shorter = shorter.substring(0, from + 1) + shorter.substring(dot);
            from += 2;
        }
        return cut(shorter, width);
    }

    /** Where the blocks of {@code point} were allocated: the leaf method. */
    public static String leaf(ProgramPoint point) {
        return point.stack().isEmpty() ? "no Java frame" : point.stack().get(0);
    }

    /** The first frame that is none of the Java platform's own; the leaf where there is none. */
    public static String firstOwn(ProgramPoint point) {
        return point.stack().stream()
                .filter(frame -> PLATFORM.stream().noneMatch(frame::startsWith))
                .findFirst()
                .orElse(leaf(point));
    }
}
