// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

import java.io.IOException;

/** A file cannot be read as a DHAT file. The message is a whole sentence for the user. */
public final class DhatException extends IOException {
    private static final long serialVersionUID = 1L;

    public DhatException(String message) {
        super(message);
    }
}
