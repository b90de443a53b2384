// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.text;

/** Colours and weights, where there is a terminal to show them. */
public enum Style {
    PLAIN("", "", ""),
    ANSI("\u001b[1m", "\u001b[2m", "\u001b[0m");

    private final String strong;
    private final String faint;
    private final String reset;

    Style(String strong, String faint, String reset) {
        this.strong = strong;
        this.faint = faint;
        this.reset = reset;
    }

    public static Style of(boolean colours) {
        return colours ? ANSI : PLAIN;
    }

    public String strong(String text) {
        return strong + text + reset;
    }

    public String faint(String text) {
        return faint + text + reset;
    }
}
