// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.filter;

import java.util.Locale;

/** Where the reader of an expression stands, and the words, texts and amounts that it takes. */
final class Cursor {
    /** What a word of an expression cannot have; a quoted text can. */
    private static final String ENDS_WORD = "&|()!<>=:~\"";
    private static final int SHOWN = 10;

    private final String text;
    private int at;

    Cursor(String text) {
        this.text = text;
    }

    /** Everything that is read. */
    String text() {
        return text;
    }

    /** Moves on to what is no blank, and tells where that is. */
    int next() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    boolean atEnd() {
        return next() == text.length();
    }

    /** Moves over a sign if it is the next. */
    boolean take(String sign) {
        boolean there = text.startsWith(sign, next());
        at += there ? sign.length() : 0;
        return there;
    }

    /** Whether one of these characters is the next. */
    boolean sees(String signs) {
        return !atEnd() && signs.indexOf(text.charAt(at)) >= 0;
    }

    /** Empty when none is there. */
    String word() {
        int start = next();
        while (at < text.length() && !Character.isWhitespace(text.charAt(at))
                && ENDS_WORD.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }

    /** A quoted text, in which \" and \\ stand for what follows the first \, or a word. */
    String string() {
        if (!take("\"")) {
            String word = word();
            if (word.isEmpty()) {
                throw wrong("expected a text, in quotes if it is more than a word, and found "
                        + here(), at);
            }
            return word;
        }
        int start = at - 1;
        StringBuilder string = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            boolean escapes = text.startsWith("\\\"", at) || text.startsWith("\\\\", at);
            at += escapes ? 1 : 0;
            string.append(text.charAt(at++));
        }
        if (at == text.length()) {
            throw wrong("a quoted text has no end", start);
        }
        at++;
        return string.toString();
    }

    /** The digits of a number; may be none. */
    String digits() {
        int start = next();
        while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.'
                || at == start && text.charAt(at) == '-')) {
            at++;
        }
        return text.substring(start, at);
    }

    /** The unit right behind a number, in lower case; may be empty. */
    String unit() {
        int start = at;
        while (at < text.length()
                && (Character.isLetter(text.charAt(at)) || text.charAt(at) == '%')) {
            at++;
        }
        return text.substring(start, at).toLowerCase(Locale.ROOT);
    }

    /** What stands here, for a message. */
    String here() {
        if (atEnd()) {
            return "the end";
        }
        int end = Math.min(text.length(), at + SHOWN);
        return "\"" + text.substring(at, end) + (end < text.length() ? "…" : "") + "\"";
    }

    /** What is wrong at a position, with the expression and the place in it. */
    FilterException wrong(String what, int position) {
        return new FilterException(String.join(System.lineSeparator(),
                what + " at character " + (position + 1) + " of",
                "  " + text.replaceAll("\\p{Cntrl}", " "),
                "  " + " ".repeat(position) + "^"), position);
    }
}
