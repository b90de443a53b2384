// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli;

/** How jdhat ends; the same for all commands. */
public enum ExitCode {
    OK(0, "it worked"),
    NO(1, "the answer is no"),
    USAGE(2, "wrong usage"),
    FAILED(3, "it could not be done");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    public int code() {
        return code;
    }

    public String meaning() {
        return meaning;
    }
}
