// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A frame's text taken apart: a name and, where it says so, its place in the source. */
final class FrameText {
    private static final String NO_NAME = "[no name]";
    private static final Pattern PLACE =
            Pattern.compile("(.+) \\(([^():]+):(\\d{1,9})(?::(\\d{1,9}))?\\)", Pattern.DOTALL);

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

    static FrameText of(String text) {
        Matcher place = PLACE.matcher(text);
        if (!place.matches()) {
            return new FrameText(text.isEmpty() ? NO_NAME : text, "", 0, 0);
        }
        return new FrameText(place.group(1), place.group(2), Integer.parseInt(place.group(3)),
                place.group(4) == null ? 0 : Integer.parseInt(place.group(4)));
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
