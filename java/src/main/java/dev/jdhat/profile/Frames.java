// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

/** Texts of frames, each once: a frame is the index of its text. */
final class Frames {
    private final TextNumbers texts = new TextNumbers();

    int index(String text) {
        return texts.of(text);
    }

    String text(int index) {
        return texts.get(index);
    }

    /** How a frame of a method reads; the line is −1 when unknown, −2 when native. */
    static String text(String type, String method, String file, int line, boolean isNative) {
        String where;
        if (isNative || line == -2) {
            where = "native";
        } else if (file.isEmpty()) {
            where = "Unknown Source";
        } else {
            where = line > 0 ? file + ":" + line : file;
        }
        return type + "." + method + " (" + where + ")";
    }
}
