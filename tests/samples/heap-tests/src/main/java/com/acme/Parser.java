// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package com.acme;

/** Splits a text at its commas. */
public final class Parser {
    private static final class Token {
        private final int from;
        private final int to;

        Token(int from, int to) {
            this.from = from;
            this.to = to;
        }
    }

    private Token[] tokens = new Token[0];

    /** One token for each part: 24 bytes with its header, and an array of them. */
    public int parse(String text) {
        int parts = 1;
        for (int i = 0; i < text.length(); i++) {
            parts += text.charAt(i) == ',' ? 1 : 0;
        }
        tokens = new Token[parts];
        int from = 0;
        for (int part = 0; part < parts; part++) {
            int comma = text.indexOf(',', from);
            int to = comma < 0 ? text.length() : comma;
            tokens[part] = new Token(from, to);
            from = to + 1;
        }
        return longest();
    }

    private int longest() {
        int longest = 0;
        for (Token token : tokens) {
            longest = Math.max(longest, token.to - token.from);
        }
        return longest;
    }
}
