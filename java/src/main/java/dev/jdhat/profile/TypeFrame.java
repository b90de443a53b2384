// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import java.util.List;

/** The frame that names what was allocated, where there is one: before those of the stack. */
final class TypeFrame {
    /** How it ends when it names the class of the blocks. */
    static final String CLASS = " (class)";
    /** The same of the kind of ad hoc events. */
    static final String KIND = " (ad hoc)";

    private TypeFrame() {
    }

    static boolean in(List<String> frames) {
        return ending(frames) != null;
    }

    /** The class or the kind; empty where no frame names it. */
    static String type(List<String> frames) {
        String ending = ending(frames);
        return ending == null ? ""
                : frames.get(0).substring(0, frames.get(0).length() - ending.length());
    }

    private static String ending(List<String> frames) {
        String leaf = frames.isEmpty() ? "" : frames.get(0);
        return leaf.endsWith(CLASS) ? CLASS : leaf.endsWith(KIND) ? KIND : null;
    }
}
