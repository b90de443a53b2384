// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

/** A frame's text taken apart: a name and, where it says so, its place in the source. */
final class FrameText {
    private static final String NO_NAME = "[no name]";
    /** Of a line or a column, so that it fits into a number. */
    private static final int MOST_DIGITS = 9;

    private final String name;
    private final String file;
    private final int line;
    private final int column;

    private FrameText(String name, String file, int line, int column) {
        this.name = name;
        this.file = file;
        this.line = line;
        this.column = column;
    }

    /** Takes apart {@code NAME (FILE:LINE)} and {@code NAME (FILE:LINE:COLUMN)}. */
    static FrameText of(String text) {
        int open = text.endsWith(")") ? text.lastIndexOf('(') : -1;
        int end = text.length() - 1;
        int file = open < 2 || text.charAt(open - 1) != ' ' ? -1 : text.indexOf(':', open);
        if (file <= open + 1 || text.lastIndexOf(')', end - 1) > open) {
            return whole(text);
        }
        int second = text.indexOf(':', file + 1);
        int line = number(text, file + 1, second < 0 ? end : second);
        int column = second < 0 ? 0 : number(text, second + 1, end);
        return line < 0 || column < 0 ? whole(text)
                : new FrameText(text.substring(0, open - 1), text.substring(open + 1, file), line,
                        column);
    }

    private static FrameText whole(String text) {
        return new FrameText(text.isEmpty() ? NO_NAME : text, "", 0, 0);
    }

    /** Of the digits between; −1 where there is something else, nothing, or too many of them. */
    private static int number(String text, int from, int end) {
        int number = from < end && end - from <= MOST_DIGITS ? 0 : -1;
        for (int i = from; i < end && number >= 0; i++) {
            int digit = text.charAt(i) - '0';
            number = digit >= 0 && digit <= 9 ? 10 * number + digit : -1;
        }
        return number;
    }

    /** The whole text where no line is known; never empty. */
    String name() {
        return name;
    }

    /** Empty where no line is known. */
    String file() {
        return file;
    }

    /** From 1 on; 0 unknown. */
    int line() {
        return line;
    }

    /** From 1 on; 0 unknown. */
    int column() {
        return column;
    }

    /** The name without what stands in parentheses behind it, be it a place or not. */
    String bareName() {
        int open = line == 0 && name.endsWith(")") ? name.lastIndexOf(" (") : -1;
        return open > 0 ? name.substring(0, open) : name;
    }
}
